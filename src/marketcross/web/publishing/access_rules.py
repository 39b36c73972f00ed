"""Who may use publishing's addresses: statements are for everybody."""

from marketcross.web.core.access.rules import public

RULES = {
    "publishing:statements": public(),
    "publishing:statement": public(),
    "publishing:statement_file": public(),
}
