"""The two sides of a what-if: a scheme, and where it is asked for a charging policy, tried on the same people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules import charging
from marketcross.engine.rules.allocation import Answers, PointsScheme, Reckoner, Sums, answers
from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.charging import Terms
from marketcross.engine.rules.contradiction import Contradiction
from marketcross.engine.vocabulary.column import Column
from marketcross.opendata.policies import People, group_column, read_people
from marketcross.opendata.tables import Chunk, Problem

Cells = Mapping[str, NDArray[np.generic]]
Pence = NDArray[np.int64]

# The sum itself says what care costs.
_CHARGING: tuple[Column, ...] = tuple(c for c in charging.FACTS if c.name not in ("person", "cost_of_care"))


@dataclass(frozen=True, slots=True)
class Side:
    """A scheme, and the terms of charging where charges are wanted."""

    scheme: Reckoner | PointsScheme
    terms: Terms | None

    def read(self, path: Path, by: tuple[str, ...], *, strict: bool) -> People:
        """The people who can be tried on this side."""
        further = (*(_CHARGING if self.terms else ()), *map(group_column, by))
        return read_people(path, self.scheme, further, strict=strict, saying="Reading people", also=self._wrong)

    def amounts(self, given: Answers, cells: Cells) -> tuple[Sums, dict[str, Pence]]:
        """The sums, and what they come to by measure: budgets; with a policy also charges and the council's cost."""
        sums = tried(self.scheme, given)
        if self.terms is None:
            return sums, {"budgets": sums.usual}
        charged = charging.table({"person": cells["person"], **_facts(cells, sums)}, self.terms)
        charges, council = (charged[name].astype(np.int64) for name in ("charge", "council_pays"))
        return sums, {"budgets": sums.usual, "charges": charges, "cost to the council": council}

    def _wrong(self, chunk: Chunk) -> Iterable[Contradiction]:
        """What charging finds wrong with people whose care costs what the scheme gives."""
        if self.terms is None:
            return
        facts = _facts(chunk.values, tried(self.scheme, answers(self.scheme, chunk.values)))
        yield from charging.contradictions(facts, len(chunk.row_numbers), self.terms)
        for row, values in charging.rows_that_turn_on(self.terms.missing, facts, self.terms).items():
            wrong = f"turns on what is not known on {self.terms.on}: {', '.join(known.name for known in values)}."
            yield Contradiction(row, "", wrong, "Give your council's confirmed rates with --rates FILE.")


def _facts(cells: Cells, sums: Sums) -> dict[str, NDArray[np.generic]]:
    """What charging asks. People without a figure stand at no cost here, and are compared nowhere."""
    return {column.name: cells[column.name] for column in _CHARGING} | {"cost_of_care": sums.usual}


@dataclass(frozen=True, slots=True)
class Compared:
    """People whom both sides can be tried on, as each side reads them, and what was wrong with the others."""

    before: People
    after: People
    problems: list[Problem]

    def amounts(self, sides: tuple[Side, Side]) -> tuple[tuple[Sums, Sums], tuple[dict[str, Pence], dict[str, Pence]]]:
        """Sums and amounts by measure, before and after."""
        first, second = (
            side.amounts(people.given, people.cells)
            for side, people in zip(sides, (self.before, self.after), strict=True)
        )
        return (first[0], second[0]), (first[1], second[1])


def read_both(path: Path, sides: tuple[Side, Side], by: tuple[str, ...], *, strict: bool) -> Compared:
    """The people of a table that are good on both sides."""
    before, after = (side.read(path, by, strict=strict) for side in sides)
    both = np.intersect1d(before.rows, after.rows)
    problems = sorted({*before.problems, *after.problems})
    return Compared(before.only(both), after.only(both), problems)
