"""Counts, an opportunity and an edition of made wants, for a demonstration."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User

from .actions import ask_to_publish, count_wants, draft_edition, make_opportunity, publish_opportunity
from .forms import USUAL_MONTHS, free_months
from .live.publishing import publish
from .models import Edition, EvidenceCount, EvidenceSnapshot, Opportunity
from .words import said

MESSAGE = "People tell us what they look for and do not find. Small groups near their homes could bring most of it."


@dataclass(frozen=True, slots=True)
class Made:
    """What was made; ``opportunity`` and ``edition`` are None where too few wanted the same."""

    snapshot: EvidenceSnapshot
    opportunity: Opportunity | None
    edition: Edition | None


def make(*, at: datetime, asked_by: User, category: str = "mens-group", locality: str = "") -> Made:
    """Count the six whole months before ``at``, and turn the gap of ``category`` into an opportunity and an edition.

    ``locality`` is where the gap is looked for first; else, or where none may be shown there, the widest serves.
    """
    today = timezone.localtime(at).date()
    snapshot = count_wants(by=SYSTEM, at=at, starts_on=_begin(today), ends_on=today.replace(day=1))
    evidence = _evidence(snapshot, category, locality)
    if evidence is None:
        return Made(snapshot, None, None)
    opportunity = make_opportunity(by=SYSTEM, at=at, evidence=evidence, **_words(evidence))
    publish_opportunity(by=SYSTEM, at=at, opportunity=opportunity.pk)
    edition = draft_edition(by=SYSTEM, at=at, snapshot=snapshot, message=MESSAGE)
    ask_to_publish(by=SYSTEM, at=at, edition=edition.pk, user=asked_by)
    publish(edition.pk)
    for record in (opportunity, edition):
        record.refresh_from_db()
    return Made(snapshot, opportunity, edition)


def _begin(today: date) -> date:
    return free_months(today)[-USUAL_MONTHS:][0]


def _evidence(snapshot: EvidenceSnapshot, category: str, locality: str) -> EvidenceCount | None:
    """The count of the kind at the place, or of the kind anywhere, or else the largest of any kind."""
    counts = snapshot.counts.exclude(category="").order_by("-count", "id")
    wide = counts.filter(category=category, group="", time="")
    return wide.filter(locality=locality).first() or wide.filter(locality="").first() or wide.first() or counts.first()


def _words(evidence: EvidenceCount) -> dict[str, str]:
    gap = said(evidence)
    place = f" in {gap.where}" if evidence.locality else ""
    return {
        "title": f"{gap.what}{place}",
        "words": "People looked for this near them and did not find it. We would like a group to bring it.",
        "we_offer": "A small grant to begin, and help to find a room.",
        "how_to_answer": "Press Answer on this page, or write to us.",
    }
