"""Who may use publishing's addresses: what is published is for everybody; gaps and drafts are for commissioners."""

from marketcross.web.core.access.rules import only, public
from marketcross.web.core.models.role import Role

_COUNTS = only(Role.COMMISSIONER, Role.ANALYST)
_PUBLISHES = only(Role.COMMISSIONER)

RULES = {
    "publishing:statements": public(),
    "publishing:statement": public(),
    "publishing:statement_file": public(),
    "publishing:evidence": public(),
    "publishing:opportunities": public(),
    "publishing:opportunity": public(),
    "publishing:answer": only(Role.PROVIDER),
    "publishing:gaps": _COUNTS,
    "publishing:count": _COUNTS,
    "publishing:make": _PUBLISHES,
    "publishing:opportunities_to_manage": _PUBLISHES,
    "publishing:manage": _PUBLISHES,
    "publishing:change": _PUBLISHES,
    "publishing:publish": _PUBLISHES,
    "publishing:withdraw": _PUBLISHES,
    "publishing:link_grant": _PUBLISHES,
    "publishing:editions": _PUBLISHES,
    "publishing:edition": _PUBLISHES,
    "publishing:preview": _PUBLISHES,
    "publishing:publish_edition": _PUBLISHES,
}
