"""A points scheme's price table found anew from what past plans cost."""

from dataclasses import dataclass

from marketcross.engine.rules.allocation.answers import Answers, Whole, without_figure
from marketcross.engine.rules.allocation.curve import by_need, rising
from marketcross.engine.rules.allocation.parts import PriceRow
from marketcross.engine.rules.allocation.points import total_points
from marketcross.engine.rules.allocation.scheme import PointsScheme


class TooFewPlansError(ValueError):
    """There are not enough past plans to find a price table from."""


@dataclass(frozen=True, slots=True)
class History:
    """Past plans: the answers that each would be asked now, and what it cost a week, in pence at today's prices."""

    given: Answers
    cost: Whole

    def only(self, rows: Whole) -> "History":
        """The plans at these places."""
        chosen = Answers(self.given.level[:, rows], self.given.met[:, rows], self.given.unusual[rows])
        return History(chosen, self.cost[rows])


def calibrated(scheme: PointsScheme, history: History, *, source: str) -> PointsScheme:
    """The scheme, as a draft, with a price table from past plans. ``source`` says which plans, for every explanation.

    Raises TooFewPlansError.
    """
    rows, highest = price_table(scheme, history)
    found = {
        "price_table": rows,
        "no_figure_above_points": highest,
        "prices_from": source,
        "status": "draft",
        "made_example": False,
        "held_to_budget": None,
    }
    return scheme.model_copy(update=found)


def price_table(scheme: PointsScheme, history: History) -> tuple[tuple[PriceRow, ...], int]:
    """The rows, and the most points that they serve. Plans of people with unusual needs or without points are left out.

    A number of points that no plan had gets the price of the next that one had.
    """
    how, points = scheme.calibration, total_points(scheme, history.given)
    usable = (points > 0) & ~history.given.unusual & ~without_figure(scheme, history.given)
    groups = by_need(points[usable], history.cost[usable], how.fewest_plans)
    if not groups:
        raise TooFewPlansError(
            f"{int(usable.sum())} past plans have points, and a price must rest on at least {how.fewest_plans} of them."
        )
    ends = [end for end, _ in groups]
    costs = [cost for _, cost in groups]
    prices = [_rounded_up(rising(costs, percent), how.round_up_to) for percent in (how.least, how.usual, how.most)]
    starts = [1, *(end + 1 for end in ends[:-1])]
    rows = [(0, 0, 0, 0), *zip(starts, *prices, strict=True)]
    return tuple(_without_repeats(rows)), ends[-1]


def _rounded_up(prices: list[int], step: int) -> list[int]:
    return [-(-price // step) * step for price in prices] if step else prices


def _without_repeats(rows: list[tuple[int, int, int, int]]) -> list[PriceRow]:
    kept: list[PriceRow] = []
    for points, least, usual, most in rows:
        if not kept or (kept[-1].least, kept[-1].usual, kept[-1].most) != (least, usual, most):
            kept.append(PriceRow.model_construct(points=points, least=least, usual=usual, most=most))
    return kept
