"""Sexes and age bands of a table: nobody counted twice, nobody left out by mixing."""

from collections import defaultdict
from collections.abc import Hashable
from itertools import pairwise
from typing import NamedTuple

from marketcross.statement.reading.cells import one_of, whole
from marketcross.statement.reading.problems import Problems
from marketcross.statement.reading.tables import Row

SEXES = ("male", "female", "persons")
OLDEST = 150


class Band(NamedTuple):
    sex: str
    age_from: int
    age_to: int | None


class Sexes:
    """``persons`` already holds men and women: beside them it would count everybody twice, or nobody."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._first: dict[bool, Row] = {}  # by whether it says persons
        self._said = False

    def meet(self, row: Row, sex: str) -> None:
        self._first.setdefault(sex == "persons", row)
        other = self._first.get(sex != "persons")
        if other is not None and not self._said:
            self._said = True
            row.refuse(
                f"sex {sex} is mixed with {other['sex']} ({other.file} line {other.line}): "
                "use persons throughout, or male and female throughout"
            )


class Bands:
    """Age bands of one area, year and sex, or of one condition and sex: no age twice."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, list[tuple[int, int, Row]]] = defaultdict(list)

    def add(self, row: Row, band: Band, where: Hashable) -> None:
        self._rows[where].append((band.age_from, OLDEST + 1 if band.age_to is None else band.age_to, row))

    def refuse_overlaps(self) -> None:
        for bands in self._rows.values():
            bands.sort(key=lambda band: band[:2])
            for (_, end, before), (start, _, row) in pairwise(bands):
                if start <= end:
                    row.refuse(
                        f"ages from {start} overlap line {before.line}, ages {before['age_from']} to "
                        f"{before['age_to'] or 'the oldest'}: let no age stand in two bands"
                    )


def band_of(row: Row, sexes: Sexes) -> Band | None:
    sex, start = one_of(row, "sex", SEXES), whole(row, "age_from")
    end = whole(row, "age_to") if row["age_to"] else None
    if sex is not None:
        sexes.meet(row, sex)
    if sex is None or start is None or (row["age_to"] and end is None):
        return None
    if max(start, end or 0) > OLDEST or (end is not None and end < start):
        row.refuse(f"ages {start} to {end} are no band: age_from first, age_to the same or more, {OLDEST} at the most")
        return None
    return Band(sex, start, end)
