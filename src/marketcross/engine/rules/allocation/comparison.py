"""What changes for whom when one scheme, price list or policy takes the place of another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.answers import Flags, Whole
from marketcross.engine.rules.allocation.small_groups import shown
from marketcross.engine.vocabulary.money import pounds

EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Change:
    """One group's change, in pence a week. Counts and totals are None where they could point at somebody.

    ``people`` have an amount before and after; for ``more``, ``less`` and ``same`` of them it rises, falls or stays.
    """

    group: str
    people: int | None
    before: int | None
    after: int | None
    more: int | None
    less: int | None
    same: int | None
    median_change: int | None

    def reading(self, what: str) -> str:
        """The change in a sentence, as of 'the indicative budgets'."""
        if self.people is None or self.before is None or self.after is None or self.median_change is None:
            return f"{self.group}: too few people to say without pointing at somebody."
        return (
            f"{self.group} ({self.people:,}): {what} go from {pounds(self.before)} to {pounds(self.after)} a week in "
            f"all. They {self._for_whom(self.people)}; the middle change is {pounds(self.median_change)}."
        )

    def _for_whom(self, people: int) -> str:
        """Rises, falls and stays; where one is hidden, what is left to say without it."""
        if self.more is not None and self.less is not None and self.same is not None:
            return f"rise for {self.more:,}, fall for {self.less:,} and stay for {self.same:,}"
        if self.more is not None:
            return f"rise for {self.more:,}, and fall or stay for {people - self.more:,}"
        if self.less is not None:
            return f"fall for {self.less:,}, and rise or stay for {people - self.less:,}"
        if self.same is not None:
            return f"change for {people - self.same:,} and stay for {self.same:,}"
        return "rise, fall or stay for too few people each to say"


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
            "more": int((difference > 0).sum()),
            "less": int((difference < 0).sum()),
            "same": int((difference == 0).sum()),
        },
        fewest,
    )
    middle = int(np.sort(difference)[(len(difference) - 1) // 2]) if len(difference) else 0
    totals = int(before.sum()), int(after.sum())
    return Change(name, len(before), *totals, counts["more"], counts["less"], counts["same"], middle)
