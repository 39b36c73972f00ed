"""Read another directory's Open Referral data: all or nothing, with a finding for each service."""

from .judging import judge
from .reading import read
from .writing import import_services

__all__ = ["import_services", "judge", "read"]
