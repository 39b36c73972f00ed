"""How near the made population comes to each printed figure, counted from its rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.codes import Hours, Tenure
from marketcross.synth.people.ethnic_groups import BLACK, NOT_WHITE
from marketcross.synth.people.fitting.by_age import ends, fitted_ages
from marketcross.synth.people.fitting.likeness import Printed
from marketcross.synth.people.known import AGES, OLDER
from marketcross.synth.people.making import Made
from marketcross.synth.people.plan import Plan

WITHIN_PERCENT = 1.0


@dataclass(frozen=True, slots=True)
class Held:
    """One printed figure beside what was made: ``wanted`` and ``made`` are people, or homes.

    ``wanted`` is the printed figure scaled to the people made. ``verdict`` is ``within`` 1%, or one person; else
    ``within_rounding`` where what was made would be printed so; else ``outside``. A figure that was left out because it
    cannot be true beside earlier ones ``contradicts``, however near the made number comes.
    """

    figure: str
    label: str
    printed: str
    wanted: float
    made: int
    off_percent: float
    verdict: str
    contradicts: tuple[str, ...]

    @property
    def met(self) -> bool:
        return self.verdict in ("within", "within_rounding")


class Fit:
    """Counts neighbourhoods as they pass, then says how the whole compares."""

    def __init__(self, plan: Plan) -> None:
        places = len(plan.geography.places)
        self.plan = plan
        self._ages = np.zeros(AGES, dtype=np.int64)
        self._people, self._older = np.zeros(places, dtype=np.int64), np.zeros(places, dtype=np.int64)
        self._homes, self._owned = np.zeros(places, dtype=np.int64), np.zeros(places, dtype=np.int64)
        self._black = self._not_white = self._carers = self._many_hours = 0

    def counting(self, made: Iterable[Made]) -> Iterator[Made]:
        for neighbourhood in made:
            self._count(neighbourhood)
            yield neighbourhood

    def _count(self, made: Made) -> None:
        place = self.plan.geography.place[made.neighbourhood]
        people, homes, caring = (made.tables[name] for name in ("people", "households", "caring"))
        self._ages += np.bincount(people["age"], minlength=AGES)
        self._people[place] += len(people["age"])
        self._older[place] += np.count_nonzero(people["age"] >= OLDER)
        self._homes[place] += len(homes["tenure"])
        self._owned[place] += np.count_nonzero(homes["tenure"] <= Tenure.MORTGAGED)
        self._black += int(np.isin(people["ethnicity"], BLACK).sum())
        self._not_white += int(np.isin(people["ethnicity"], NOT_WHITE).sum())
        self._carers += len(caring["hours"])
        self._many_hours += int((caring["hours"] == Hours.AT_LEAST_50).sum())

    def report(self) -> tuple[Held, ...]:
        """Every figure of the likeness, in its order."""
        like, everybody = self.plan.like, int(self._ages.sum())
        asked = [(figure, int(self._ages[slice(*ends(figure))].sum()), everybody) for figure in like.ages]
        if like.total:
            asked.insert(0, (like.total, everybody, everybody))
        for at, place in enumerate(self.plan.geography.places):
            asked += [(place.older, int(self._older[at]), int(self._older.sum()))] if place.older else []
            asked += [(place.everybody, int(self._people[at]), everybody)] if place.everybody else []
            asked += [(place.owned, int(self._owned[at]), int(self._homes[at]))] if place.owned else []
        asked += [(figure, self._carers, everybody) for figure in like.carers]
        asked += [(figure, self._many_hours, everybody) for figure in like.carers_50_hours]
        asked += [(like.not_white, self._not_white, everybody)] if like.not_white else []
        asked += [(like.black, self._black, everybody)] if like.black else []
        total = fitted_ages(like).total
        return tuple(self._held(figure, made, whole, total) for figure, made, whole in asked)

    def _held(self, figure: Printed, made: int, whole: int, total: float | None) -> Held:
        """A percentage is of ``whole``; people are of the area's own total, and scaled with it."""
        scale = whole / 100 if figure.unit == "percent" else whole / (total or whole or 1)
        wanted = float(figure.value) * scale
        off = 100 * (made - wanted) / wanted if wanted else 0.0
        low, high = float(figure.low) * scale, float("inf") if figure.high is None else float(figure.high) * scale
        near = abs(off) <= WITHIN_PERCENT or abs(made - wanted) <= 1
        verdict = "within" if near else "within_rounding" if low <= made <= high else "outside"
        against = self.plan.contradicts.get(figure.figure)
        verdict = verdict if against is None else "contradicts"
        return Held(
            figure.figure, figure.label, figure.printed, round(wanted, 1), made, round(off, 2), verdict, against or ()
        )
