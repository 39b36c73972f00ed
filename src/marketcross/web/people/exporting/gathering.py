"""Read all that is held about a person, at one moment: no merge runs meanwhile."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.db import models, transaction

from marketcross.web.people.merging import hold_still
from marketcross.web.people.models import Person, ReceivedRow

from .kinds import Goes, Kind, kinds
from .rows import Row, told
from .trail import texts_in, trail_of


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one kind, oldest first."""

    kind: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Held:
    """All of it: ``record`` may go to another council, ``trail`` says what this one did and who looked.

    ``behind`` is what stayed with records that were merged into this one.
    """

    record: list[Section] = field(default_factory=list)
    trail: list[Section] = field(default_factory=list)
    behind: list[Section] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def held_about(person: UUID) -> Held:
    """All that is held about the person to whom ``person`` leads."""
    with transaction.atomic():
        kept = hold_still(person)
        gone = merged_into(kept)
        keys = [*_rows_of([kept], kinds()), *_rows_of(gone, kinds())]
        record, stays = _sections([kept], (Goes.AS_ROWS, Goes.AS_CAME)), _sections([kept], (Goes.STAYS,))
        behind = _sections(gone, tuple(Goes)) if gone else []
        told_already = {text for section in (*record, *stays, *behind) for text in texts_in(section.rows)}
        beside = [Section(*one) for one in trail_of([kept, *gone], keys, told_already)]
        return Held(record=record, trail=[*stays, *beside], behind=behind)


def merged_into(person: UUID) -> list[UUID]:
    """The records that lead to this one, however often."""
    found = list(Person.objects.filter(merged_into=person).order_by("pk").values_list("pk", flat=True))
    return [key for one in found for key in (one, *merged_into(one))]


def rows_of(people: list[UUID], kind: Kind) -> models.QuerySet[Any]:
    """The rows of a kind that are told, oldest first."""
    rows = kind.model._base_manager.filter(**{f"{kind.through}__in": people})
    return (
        rows.exclude(pk__in=rows.filter(kind.hidden).values("pk")).order_by("pk")
        if kind.hidden
        else rows.order_by("pk")
    )


def _rows_of(people: list[UUID], all_kinds: Iterable[Kind]) -> Iterable[tuple[str, str]]:
    """The kind of record, as the audit calls it, and the key of each row of the person."""
    for kind in all_kinds:
        for key in rows_of(people, kind).values_list("pk", flat=True):
            yield kind.model._meta.label_lower, str(key)


def _sections(people: list[UUID], goes: tuple[Goes, ...]) -> list[Section]:
    """Each kind with its rows; what came from another council stands after our own rows of its kind."""
    wanted = [kind for kind in kinds() if kind.goes in goes]
    found = {kind.name: list(rows_of(people, kind)) for kind in wanted}
    places = {
        (kind.model._meta.label_lower, row.pk): [kind.name, place]
        for kind in wanted
        for place, row in enumerate(found[kind.name])
        if not kind.only
    }
    sections = {kind.name: [told(kind, row, places) for row in found[kind.name]] for kind in wanted}
    if Goes.AS_CAME in goes:
        for one in ReceivedRow.objects.filter(person__in=people).order_by("recorded_at", "pk"):
            sections.setdefault(one.kind, []).append(one.body)
    return [Section(name, rows) for name, rows in sections.items() if rows]
