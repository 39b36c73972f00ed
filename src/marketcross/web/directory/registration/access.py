"""Who may use the addresses about the register: the staff who check listings."""

from marketcross.web.core.access.rules import about, only
from marketcross.web.core.models.role import Role

_STAFF = about("service", "service", commissioner="own other", editor="own other")

RULES = {
    "directory:register_changes": only(Role.COMMISSIONER, Role.EDITOR),
    "directory:to_match": only(Role.COMMISSIONER, Role.EDITOR),
    "directory:match": _STAFF,
    "directory:deny_match": _STAFF,
}
