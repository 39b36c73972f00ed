"""What changes for whom when one scheme, price list or policy takes the place of another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.answers import Flags, Whole
from marketcross.engine.rules.allocation.small_groups import shown

EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Change:
    """One group's change, in pence a week. Counts and totals are None where they could point at somebody.

    ``people`` have an amount both before and after; ``gains``, ``loses`` and ``same`` are parts of it.
    """

    group: str
    people: int | None
    before: int | None
    after: int | None
    gains: int | None
    loses: int | None
    same: int | None
    median_change: int | None


def changes(before: Whole, after: Whole, both: Flags, group: NDArray[np.object_], *, fewest: int) -> list[Change]:
    """The change for everybody, then for each group. ``both`` marks who has an amount before and after."""
    names = sorted(set(group[both].tolist()))
    members = {name: both & (group == name) for name in names}
    seen = shown({name: int(rows.sum()) for name, rows in members.items()}, fewest)
    everybody = _change(EVERYBODY, before[both], after[both], fewest)
    return [everybody, *(_of_group(name, members[name], seen[name], before, after, fewest) for name in names)]


def _of_group(name: str, rows: Flags, people: int | None, before: Whole, after: Whole, fewest: int) -> Change:
    if people is None:
        return Change(name, None, None, None, None, None, None, None)
    return _change(name, before[rows], after[rows], fewest)


def _change(name: str, before: Whole, after: Whole, fewest: int) -> Change:
    difference = after - before
    counts = shown(
        {
            "gains": int((difference > 0).sum()),
            "loses": int((difference < 0).sum()),
            "same": int((difference == 0).sum()),
        },
        fewest,
    )
    middle = int(np.sort(difference)[(len(difference) - 1) // 2]) if len(difference) else 0
    totals = int(before.sum()), int(after.sum())
    return Change(name, len(before), *totals, counts["gains"], counts["loses"], counts["same"], middle)
