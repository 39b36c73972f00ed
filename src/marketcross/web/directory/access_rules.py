"""Who may use the addresses of directory."""

from marketcross.web.core.access.rules import Rule

RULES: dict[str, Rule] = {}
