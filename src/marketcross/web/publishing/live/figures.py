"""The counts of a snapshot as figures, and how they must agree."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from marketcross.web.publishing.evidence.asking import NOT_SAID
from marketcross.web.publishing.models import EvidenceCount, EvidenceSnapshot
from marketcross.web.publishing.words import period_words, said

Codes = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """One shown count on its way into a pack. ``place`` is a council locality's code, or "" for all."""

    id: str
    label: str
    value: int
    place: str
    group: str
    last_day: date
    note: str


def figures_of(snapshot: EvidenceSnapshot) -> dict[Codes, LiveFigure]:
    """A figure for each count that was shown, by its codes."""
    return {codes_of(one): _figure(one, snapshot) for one in snapshot.counts.all()}


def codes_of(one: EvidenceCount) -> Codes:
    return one.category, one.locality, one.group, one.time


def _figure(one: EvidenceCount, snapshot: EvidenceSnapshot) -> LiveFigure:
    words = said(one)
    return LiveFigure(
        id="_".join(["wants", *(code.replace("-", "_") or "all" for code in codes_of(one))]),
        label=f"Wants: {_label(one)}",
        value=one.count,
        place="" if one.locality == NOT_SAID else one.locality,
        group=words.who if one.group else "",
        last_day=snapshot.ends_on - timedelta(days=1),
        note=f"Counted over {period_words(snapshot.starts_on, snapshot.ends_on)}.",
    )


def _label(one: EvidenceCount) -> str:
    """What is told apart; what is all together is not said."""
    words = said(one)
    parts = (words.what, one.locality and words.where, one.group and words.who, one.time and words.when)
    return ", ".join(filter(None, parts))


def relations_of(figures: Mapping[Codes, LiveFigure]) -> Iterator[list[str]]:
    """A sum for each total whose parts are all shown: those of which no part was held back."""
    for dimension in range(4):
        parts: dict[Codes, list[LiveFigure]] = defaultdict(list)
        for codes, figure in figures.items():
            if codes[dimension]:
                parts[(*codes[:dimension], "", *codes[dimension + 1 :])].append(figure)  # type: ignore[index]
        for codes, some in parts.items():
            total = figures.get(codes)
            if total and len(some) > 1 and sum(one.value for one in some) == total.value:
                name = ("category", "locality", "group", "time")[dimension]
                operands = " ".join(sorted(one.id for one in some))
                yield [f"{total.id}_by_{name}", "sum", total.id, operands, "", "", ""]
