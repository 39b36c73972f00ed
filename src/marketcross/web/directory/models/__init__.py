"""The tables of the directory, one idea a file."""

from .category import Category
from .organisation import Organisation
from .organisation_member import OrganisationMember
from .schedule import Schedule
from .search_entry import SearchEntry
from .service import Service
from .service_area import ServiceArea
from .service_location import ServiceLocation
from .want import Want
from .want_mark import WantDay, WantMark
from .word import Word

__all__ = [
    "Category",
    "Organisation",
    "OrganisationMember",
    "Schedule",
    "SearchEntry",
    "Service",
    "ServiceArea",
    "ServiceLocation",
    "Want",
    "WantDay",
    "WantMark",
    "Word",
]
