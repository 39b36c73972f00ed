"""What others may ask of the directory."""

from uuid import UUID

from marketcross.web.directory.categories import Kind, kinds

from .meeting import services_meeting
from .searching import Results, Terms, search
from .summaries import ServiceSummary, summary, whole
from .wants import WantRow, wants

__all__ = [
    "Results",
    "ServiceSummary",
    "Terms",
    "WantRow",
    "categories",
    "category",
    "search",
    "service",
    "services_meeting",
    "wants",
]


def service(id: UUID) -> ServiceSummary | None:
    """One service, listed or not (``listed`` says); None where there is none of that key."""
    found = whole().filter(pk=id).first()
    return summary(found) if found else None


def categories() -> list[Kind]:
    """Every category, parents before children."""
    return list(kinds().values())


def category(code: str) -> Kind | None:
    """The category of a code."""
    return kinds().get(code)
