"""What past plans say of a scheme, in numbers and in plain words: its fit, by group, and its fairness."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.calibration import History
from marketcross.engine.rules.allocation.fairness import Difference, differences
from marketcross.engine.rules.allocation.hold_out import HoldOut
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner

Groups = Mapping[str, NDArray[np.object_]]  # by the name of the column that they come from


@dataclass(frozen=True, slots=True)
class Report:
    """``held`` has a judgement for each column of groups, all of the same plans."""

    scheme: str
    held: HoldOut
    by_group: Mapping[str, HoldOut]
    fairness: Mapping[str, list[Difference]]

    @property
    def readings(self) -> list[str]:
        """What was found, in sentences."""
        if self.held.overall is None:
            return ["Nobody has a figure under this scheme."]
        said = [f"Everybody: {self.held.overall.reading}"]
        for column, held in self.by_group.items():
            said += [f"{column} '{group}': {fit.reading}" for group, fit in held.by_group.items() if fit]
        return said + [f"{column} {found.reading}" for column, each in self.fairness.items() for found in each]

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; amounts in pence a week, hidden groups null."""
        return {
            "scheme": self.scheme,
            "learned_from": self.held.learned,
            "judged_on": self.held.judged,
            "overall": asdict(self.held.overall) if self.held.overall else None,
            "by_group": {column: asdict(held)["by_group"] for column, held in self.by_group.items()},
            "fairness": {column: [asdict(found) for found in each] for column, each in self.fairness.items()},
            "readings": self.readings,
        }


def report(
    scheme: Reckoner | PointsScheme,
    history: History,
    held: HoldOut,
    by_group: Mapping[str, HoldOut],
    groups: Groups,
    *,
    rng: Generator,
    fewest: int,
) -> Report:
    """Put judgements of a scheme together with how alike its groups' plans were, over everybody with a figure."""
    sums = tried(scheme, history.given)
    given = sums.given
    need = (sums.points if isinstance(scheme, PointsScheme) else sums.usual)[given]
    fairness = {
        column: differences(need, history.cost[given], group[given], rng=rng, fewest=fewest)
        for column, group in groups.items()
    }
    return Report(scheme.scheme, held, by_group, fairness)
