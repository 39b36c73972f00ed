"""Who may use the addresses of places."""

from marketcross.web.core.access.rules import Rule

RULES: dict[str, Rule] = {}
