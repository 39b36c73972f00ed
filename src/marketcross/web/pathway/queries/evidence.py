"""What people wanted and did not find, as codes: the raw side of evidence, for disclosure control to count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from uuid import UUID

from django.db.models import QuerySet

from marketcross.web.pathway.models import UnmetPreference

FIELDS = (
    "id", "person_id", "category", "locality", "group", "time", "price", "noted_on", "chosen_on", "withdrawn_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PreferenceRow:
    """One preference. ``person`` is the register's opaque key, restricted people's too; codes are the directory's."""

    id: UUID
    person: UUID
    category: str
    locality: str
    group: str
    time: str
    price: str
    on: date
    chosen_on: date | None
    withdrawn_on: date | None


def unmet_preferences(from_: date, until: date) -> Iterator[PreferenceRow]:
    """The preferences noted in ``[from_, until)``, but for those noted by mistake; later choices do not remove them."""
    noted = UnmetPreference.objects.filter(noted_on__gte=from_, noted_on__lt=until)
    told = noted.exclude(withdrawn_because=UnmetPreference.Ending.BY_MISTAKE).order_by("noted_on", "pk")
    return (PreferenceRow(*values) for values in told.values_list(*FIELDS).iterator())


@dataclass(frozen=True, slots=True)
class WantToChoice:
    """How long it took from a want to a choice: ``within_days`` is the least that holds for half of ``choices``."""

    choices: int
    within_days: int | None


def want_to_choice(from_: date, until: date, *, people: Iterable[UUID] | QuerySet | None = None) -> WantToChoice:
    """Of the choices made in ``[from_, until)``, by anybody or by ``people``: how many, and how soon half of them."""
    chosen = UnmetPreference.objects.filter(chosen_on__gte=from_, chosen_on__lt=until)
    if people is not None:
        chosen = chosen.filter(person__in=people)
    days = [(to - since).days for since, to in chosen.values_list("noted_on", "chosen_on")]
    return WantToChoice(len(days), median_low(days) if days else None)
