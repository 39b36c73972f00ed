"""The register's tables, one idea a file. They are private: other contexts ask ``people.queries``."""

from .access_reason import AccessReason
from .account import PersonAccount
from .address import Address
from .assignment import Assignment
from .capacity import CapacityDecision
from .consent import Consent
from .contact_detail import ContactDetail
from .equalities import EqualityAnswer
from .finding import Findable, FindingWord
from .gp import GpRegistration
from .identifier import Identifier
from .kept_part import KeptPart
from .lawful_basis import LawfulBasis
from .lending import Lending
from .liberty import LibertyAuthorisation
from .merging import LikelySame, Merge, MergedValue
from .name import Name
from .named import NamedForRestricted
from .person import Person
from .relationship import Relationship
from .sharing_wish import SharingWish

__all__ = [
    "AccessReason",
    "Address",
    "Assignment",
    "CapacityDecision",
    "Consent",
    "ContactDetail",
    "EqualityAnswer",
    "Findable",
    "FindingWord",
    "GpRegistration",
    "Identifier",
    "KeptPart",
    "LawfulBasis",
    "Lending",
    "LibertyAuthorisation",
    "LikelySame",
    "Merge",
    "MergedValue",
    "Name",
    "NamedForRestricted",
    "Person",
    "PersonAccount",
    "Relationship",
    "SharingWish",
]
