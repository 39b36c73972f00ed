"""Who may use the addresses of people."""

from marketcross.web.core.access.rules import Rule

RULES: dict[str, Rule] = {}
