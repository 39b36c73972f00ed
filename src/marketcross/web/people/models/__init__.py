"""The register's tables, one idea a file. They are private: other contexts ask ``people.queries``."""

from .access_reason import AccessReason
from .account import PersonAccount
from .address import Address
from .assignment import Assignment
from .capacity import CapacityDecision
from .consent import Consent
from .contact_detail import ContactDetail
from .equalities import EqualityAnswer
from .erasing import ErasureItem, ErasureList, LegalHold
from .finding import Findable, FindingWord
from .gp import GpRegistration
from .identifier import Identifier
from .kept_part import KeptPart
from .lawful_basis import LawfulBasis
from .lending import Lending
from .liberty import LibertyAuthorisation
from .merging import LikelySame, Merge, MergedValue
from .move import Move, ReceivedRow
from .name import Name
from .named import NamedForRestricted
from .person import Person
from .relationship import Relationship
from .sharing_wish import SharingWish
from .subject_request import HeldBack, SubjectRequest

__all__ = [
    "AccessReason",
    "Address",
    "Assignment",
    "CapacityDecision",
    "Consent",
    "ContactDetail",
    "EqualityAnswer",
    "ErasureItem",
    "ErasureList",
    "Findable",
    "FindingWord",
    "GpRegistration",
    "HeldBack",
    "Identifier",
    "KeptPart",
    "LawfulBasis",
    "LegalHold",
    "Lending",
    "LibertyAuthorisation",
    "LikelySame",
    "Merge",
    "MergedValue",
    "Move",
    "Name",
    "NamedForRestricted",
    "Person",
    "PersonAccount",
    "ReceivedRow",
    "Relationship",
    "SharingWish",
    "SubjectRequest",
]
