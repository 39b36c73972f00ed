"""The tables of publishing, one idea a file."""

from .answer import OpportunityAnswer
from .edition import Edition
from .evidence import EvidenceCount, EvidenceSnapshot
from .opportunity import Opportunity, OpportunityService

__all__ = ["Edition", "EvidenceCount", "EvidenceSnapshot", "Opportunity", "OpportunityAnswer", "OpportunityService"]
