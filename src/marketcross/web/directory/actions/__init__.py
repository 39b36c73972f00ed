"""Everything that writes to the directory."""

from .categories import UnknownCategory, load_categories
from .changing import NotCarried, change_service, check_service, confirm, hide, show_again
from .listing import list_organisation, list_service
from .membership import take_over
from .wants import forget_marks, leave_want

__all__ = [
    "NotCarried",
    "UnknownCategory",
    "change_service",
    "check_service",
    "confirm",
    "forget_marks",
    "hide",
    "leave_want",
    "list_organisation",
    "list_service",
    "load_categories",
    "show_again",
    "take_over",
]
