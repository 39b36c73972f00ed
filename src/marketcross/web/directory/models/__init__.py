"""The tables of the directory, one idea a file."""

from marketcross.web.directory.advice.models import AdviceIndex, AdvicePage, LoadedPage, SecondReading, Topic

from .category import Category
from .feedback import Feedback, FeedbackReply, FeedbackWords
from .organisation import Organisation
from .organisation_member import OrganisationMember
from .publication import Publication, PublishedPlace
from .referral_import import ImportedService, ReferralImport
from .registration import Registration
from .registration_load import RegistrationChange, RegistrationLoad
from .registration_match import RegistrationMatch
from .schedule import Schedule
from .search_entry import SearchEntry
from .service import Service
from .service_area import ServiceArea
from .service_location import ServiceLocation
from .stale_entry import StaleEntry
from .want import Want
from .want_mark import WantDay, WantMark
from .word import Word

__all__ = [
    "AdviceIndex",
    "AdvicePage",
    "Category",
    "Feedback",
    "FeedbackReply",
    "FeedbackWords",
    "ImportedService",
    "LoadedPage",
    "Organisation",
    "OrganisationMember",
    "Publication",
    "PublishedPlace",
    "ReferralImport",
    "Registration",
    "RegistrationChange",
    "RegistrationLoad",
    "RegistrationMatch",
    "Schedule",
    "SearchEntry",
    "SecondReading",
    "Service",
    "ServiceArea",
    "ServiceLocation",
    "StaleEntry",
    "Topic",
    "Want",
    "WantDay",
    "WantMark",
    "Word",
]
