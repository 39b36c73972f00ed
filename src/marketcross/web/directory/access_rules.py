"""Who may use the addresses of the directory: everybody searches; who speaks for a group changes what it says."""

from marketcross.web.core.access.rules import about, only, public, signed_in
from marketcross.web.core.models.role import Role

from .advice.access import RULES as ADVICE
from .api.urls import RULES as API
from .feedback.access import RULES as FEEDBACK
from .registration.access import RULES as REGISTER
from .stale.access import RULES as STALE

_OWN = about("service", "service", provider="own")
_STAFF = about("service", "service", commissioner="own other", editor="own other")
_CHECKS = about("service", "service", commissioner="other", editor="other")  # nobody checks what they say themselves

RULES = {
    **ADVICE,
    "directory:search": public(),
    "directory:service": public(),
    "directory:want": public(posts=120),  # a library shares one address
    "directory:want_left": public(),
    "directory:list_group": public(),
    "directory:list_question": signed_in(),
    "directory:list_check": signed_in(),
    "directory:own": signed_in(),
    "directory:own_service": _OWN,
    "directory:change": _OWN,
    "directory:confirm": _OWN,
    "directory:hide": _OWN,
    "directory:show_again": _OWN,
    "directory:to_check": only(Role.COMMISSIONER, Role.EDITOR),
    "directory:to_check_one": _STAFF,
    "directory:checked": _CHECKS,
    "directory:hidden_by_staff": _STAFF,
    **REGISTER,
    **STALE,
    **FEEDBACK,
    **API,
}
