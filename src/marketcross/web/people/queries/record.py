"""The whole record of a person as pages show it, part by part, to one reader."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.people.models import (
    CapacityDecision,
    Consent,
    EqualityAnswer,
    LawfulBasis,
    LibertyAuthorisation,
    Relationship,
    SharingWish,
)


def relationships_of(person: UUID, reader: User | None, on: date) -> list[Relationship]:
    """The people in somebody's life, those of the past last. Whoever is restricted is left out, unless the reader is
    named for them; ``reader`` is None where nobody special reads."""
    hidden = Q(other__restricted=True)
    if reader:
        hidden &= ~Q(other__named__in=reader.named_for.filter(in_force(on)))
    rows = Relationship.objects.filter(person=person).exclude(pk__in=Relationship.objects.filter(hidden).values("pk"))
    return sorted(rows.select_related("other", "seen_by"), key=lambda one: (_ended(one, on), one.starts_on))


def _ended(one: Relationship, on: date) -> bool:
    return one.ends_on is not None and one.ends_on <= on


def capacity_of(person: UUID) -> QuerySet[CapacityDecision]:
    """Decisions about capacity, the latest first."""
    return CapacityDecision.objects.filter(person=person).select_related("decided_by").order_by("-decided_on", "-pk")


def liberty_of(person: UUID) -> QuerySet[LibertyAuthorisation]:
    """Authorisations to deprive somebody of their liberty, the latest first."""
    return LibertyAuthorisation.objects.filter(person=person).order_by("-starts_on")


def answers_of(person: UUID) -> dict[str, EqualityAnswer]:
    """What somebody said about who they are, by question."""
    return {answer.question: answer for answer in EqualityAnswer.objects.filter(person=person)}


def wishes_of(person: UUID, on: date) -> QuerySet[SharingWish]:
    """Wishes about sharing that stand on a day."""
    return SharingWish.objects.filter(in_force(on), person=person).order_by("about")


def consents_of(person: UUID) -> QuerySet[Consent]:
    """Each yes that was given, those taken back included."""
    return Consent.objects.filter(person=person).order_by("purpose", "given_on")


def purposes_of(person: UUID, on: date) -> QuerySet[LawfulBasis]:
    """The purposes that were noted for this person and still hold."""
    return LawfulBasis.objects.filter(in_force(on), person=person).order_by("starts_on")
