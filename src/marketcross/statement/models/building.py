"""Puts a model's results together: each with its range, inputs and method, and all of them in one table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import Computed, ModelResult, ModelTable, Ref
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.inputs import Input, bounded_of
from marketcross.statement.pack import Pack
from marketcross.statement.printing import amount, period_words, rounded

Cell = str | Ref

DECIMALS = {"percent": 1, "GBP_million": 1}
UNKNOWN_RANGE = "The series do not say how they were rounded, so no range is given."


def slug(name: str) -> str:
    """A name as part of a key: '65 and over' is 65_and_over."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def words(id: str) -> str:
    """An id as a label: private_leasehold is Private leasehold."""
    said = id.replace("_", " ").strip()
    return said[:1].upper() + said[1:]


@dataclass(slots=True)
class Building:
    """One model on its way to a ModelResult."""

    id: str
    kind: str
    title: str
    note: str
    chart: str
    method: str
    pack: Pack
    found: dict[str, Computed] = field(default_factory=dict)

    def add(
        self,
        key: str,
        label: str,
        bounded: Bounded,
        unit: str,
        inputs: Sequence[Input | str],
        *,
        decimals: int | None = None,
        period: str = "",
        area: str = "",
        group: str = "",
        note: str = "",
    ) -> Ref:
        """A result. Period, area and group are those of the first figure among the inputs unless given."""
        figures = [one for one in inputs if isinstance(one, Input)]
        first = figures[0] if figures else None
        if key in self.found:
            raise refuse(f"two results would have the key {key}: give ids or names that differ")
        self.found[key] = Computed(
            id=f"{self.id}.{key}",
            label=label,
            value=bounded.value,
            low=bounded.low,
            high=bounded.high,
            unit=unit,
            period=period or (first.period if first else ""),
            area=area or (first.area if first else self.pack.area_code),
            group=group or (first.group if first else ""),
            decimals=DECIMALS.get(unit, 0) if decimals is None else decimals,
            method=self.method,
            inputs=_names(inputs),
            note=note,
        )
        return Ref(f"{self.id}.{key}")

    def finished(
        self, columns: Sequence[str], rows: Iterable[Sequence[Cell]], printed: Mapping[str, Input], note: str = ""
    ) -> ModelResult:
        """The whole, with each result compared to what a source prints for it."""
        verdicts = [self._compare(key, figure) for key, figure in printed.items()]
        said = " ".join(part for part in (note, self.note, _summary(verdicts)) if part)
        table = ModelTable(self.title, tuple(columns), tuple(map(tuple, rows)), self.chart, said)
        return ModelResult(self.id, self.kind, tuple(self.found.values()), table)

    def _compare(self, key: str, printed: Input) -> tuple[str, bool]:
        """Put the comparison into the result's note; give its words and whether the two agree."""
        if key not in self.found:
            raise refuse(f"there is no result '{key}'; this model gives {', '.join(self.found)}", "printed", key)
        result = self.found[key]
        if printed.unit != result.unit:
            raise refuse(f"{printed.ids[0]} is in {printed.unit}, the result {key} in {result.unit}", "printed", key)
        said, agrees = compared(result, printed)
        self.found[key] = replace(result, note=f"{result.note} {said}".strip(), compared_with=printed.ids)
        about = f"{result.label}, {period_words(result.period)}" if result.period else result.label
        return f"{about}: {said}", agrees


def compared(result: Computed, printed: Input) -> tuple[str, bool]:
    """What a source prints for a result, in a sentence, and whether the inputs allow it."""
    ours = amount(rounded(result.value, result.decimals), result.unit)
    theirs = amount(printed.figures[0].printed, printed.unit)
    low, high = result.low, result.high
    if low is None and high is None:
        apart = abs(printed.value - result.value)
        agrees = rounded(result.value, printed.decimals) == rounded(printed.value, printed.decimals)
    else:
        apart = _apart(bounded_of(printed.figures[0]), result)
        agrees = apart == 0
    if agrees:
        return f"The source prints {theirs}, which the inputs allow.", True
    missed = amount(_digits(apart, max(result.decimals, printed.decimals)), result.unit)
    return f"The source prints {theirs}; the inputs give {ours}, and at their nearest miss it by {missed}.", False


def _digits(number: Fraction, decimals: int) -> str:
    """Rounded, with as many more places as it takes to show that it is not 0."""
    while not Fraction(rounded(number, decimals)):
        decimals += 1
    return rounded(number, decimals)


def _apart(printed: Bounded, result: Computed) -> Fraction:
    """How far the two ranges are apart; 0 where they meet."""
    above = printed.low - result.high if printed.low is not None and result.high is not None else Fraction(0)
    below = result.low - printed.high if printed.high is not None and result.low is not None else Fraction(0)
    return max(above, below, Fraction(0))


def _summary(verdicts: Sequence[tuple[str, bool]]) -> str:
    if not verdicts:
        return ""
    missed = [said for said, agrees in verdicts if not agrees]
    count = f"A source prints {len(verdicts)} of these results, and the inputs allow {len(verdicts) - len(missed)}."
    return " ".join([count, *missed])


def _names(inputs: Sequence[Input | str]) -> tuple[str, ...]:
    names = [name for one in inputs for name in (one.ids if isinstance(one, Input) else (one,))]
    return tuple(dict.fromkeys(names))
