"""The tables of the directory, one idea a file."""

from marketcross.web.directory.advice.models import AdviceIndex, AdvicePage, LoadedPage, SecondReading, Topic

from .category import Category
from .organisation import Organisation
from .organisation_member import OrganisationMember
from .publication import Publication, PublishedPlace
from .referral_import import ImportedService, ReferralImport
from .schedule import Schedule
from .search_entry import SearchEntry
from .service import Service
from .service_area import ServiceArea
from .service_location import ServiceLocation
from .want import Want
from .want_mark import WantDay, WantMark
from .word import Word

__all__ = [
    "AdviceIndex",
    "AdvicePage",
    "Category",
    "ImportedService",
    "LoadedPage",
    "Organisation",
    "OrganisationMember",
    "Publication",
    "PublishedPlace",
    "ReferralImport",
    "Schedule",
    "SearchEntry",
    "SecondReading",
    "Service",
    "ServiceArea",
    "ServiceLocation",
    "Topic",
    "Want",
    "WantDay",
    "WantMark",
    "Word",
]
