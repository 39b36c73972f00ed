"""The result of a what-if: for each measure, what changes for everybody and for each group."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.answers import Whole
from marketcross.engine.rules.allocation.comparison import Change, changes
from marketcross.engine.rules.allocation.sums import Sums

_WHAT = {"budgets": "indicative budgets", "charges": "charges", "cost to the council": "costs to the council"}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """``changes`` has a list for each measure and column of groups, everybody first; '' is no column of groups."""

    people: int
    compared: int
    without_figure_before: int
    without_figure_after: int
    changes: Mapping[str, Mapping[str, list[Change]]]

    @property
    def readings(self) -> list[str]:
        """What changes, in sentences."""
        said = [
            f"{self.compared:,} of {self.people:,} people have a figure both before and after and are compared. "
            f"Without a figure: {self.without_figure_before:,} before, {self.without_figure_after:,} after."
        ]
        for measure, by_column in self.changes.items():
            if by_column[""][0].same == self.compared:
                said.append(f"The {_WHAT[measure]} do not change.")
                continue
            for column, found in by_column.items():
                told = found if not column else found[1:]  # everybody is told once
                said += [f"{column} {change.reading(_WHAT[measure])}".strip() for change in told]
        return said

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; amounts in pence a week, hidden counts null."""
        by_measure = {
            measure: {column or "everybody": [asdict(change) for change in found] for column, found in each.items()}
            for measure, each in self.changes.items()
        }
        return {
            "people": self.people,
            "compared": self.compared,
            "without_figure_before": self.without_figure_before,
            "without_figure_after": self.without_figure_after,
            "changes": by_measure,
            "readings": self.readings,
        }


def what_if(
    sums: tuple[Sums, Sums],
    amounts: tuple[Mapping[str, Whole], Mapping[str, Whole]],
    groups: Mapping[str, NDArray[np.object_]],
    *,
    fewest: int,
) -> WhatIf:
    """Compare before and after. ``amounts`` are pence a week by measure, ``groups`` by the name of their column."""
    both = sums[0].given & sums[1].given
    nobody = np.full(len(both), "", dtype=object)
    found: dict[str, dict[str, list[Change]]] = {}
    for measure, before in amounts[0].items():
        after = amounts[1][measure]
        found[measure] = {"": changes(before, after, both, nobody, fewest=fewest)[:1]}
        for column, group in groups.items():
            found[measure][column] = changes(before, after, both, group, fewest=fewest)
    without = [int((~each.given).sum()) for each in sums]
    return WhatIf(len(both), int(both.sum()), without[0], without[1], found)
