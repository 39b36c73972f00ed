"""Who may use the addresses of commissioning."""

from marketcross.web.core.access.rules import Rule

RULES: dict[str, Rule] = {}
