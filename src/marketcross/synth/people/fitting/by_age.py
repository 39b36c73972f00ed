"""People of each age and sex, fitted to what is printed of age bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from marketcross.synth.people.ages import age_shape
from marketcross.synth.people.fitting.consistent import Bounds
from marketcross.synth.people.fitting.likeness import Likeness, Printed
from marketcross.synth.people.known import AGES, Numbers


@dataclass(frozen=True, slots=True)
class FittedAges:
    """``shares`` by age and sex add up to 1; ``total`` is the area's own number of people, if printed.

    ``contradicts`` names, for each figure that was left out, a smallest set of earlier figures that it contradicts.
    """

    shares: Numbers
    total: float | None
    contradicts: dict[str, tuple[str, ...]]


def fitted_ages(like: Likeness) -> FittedAges:
    """The base shape, bent so that every printed band has its number, as far as they can all be true."""
    shape = age_shape()
    if like.total is None:
        return FittedAges(shape, None, {})
    targets = (like.total, *like.ages)
    edges = {0, AGES, *(edge for target in targets for edge in ends(target))}
    bounds, held, contradicts = Bounds(edges), [], {}
    for target in targets:
        if _admit(bounds, target, like.total):
            held.append(target)
        else:
            contradicts[target.figure] = _against(edges, held, target, like.total)
    _settle(bounds, held, like.total, shape)
    people = bounds.settled()
    shares = shape.copy()
    for first, end, here in zip(bounds.edges[:-1], bounds.edges[1:], people, strict=True):
        shares[first:end] *= here / shape[first:end].sum()
    return FittedAges(shares / shares.sum(), float(people.sum()), contradicts)


def ends(target: Printed) -> tuple[int, int]:
    """The ages of a figure, from the first to before the last."""
    if target.band is None:
        return 0, AGES
    return min(target.band.first, AGES - 1), min(target.band.end + 1, AGES)


def _people(target: Printed, total: Printed) -> tuple[float, float, float]:
    """The fewest, the printed and the most people that a figure means."""
    if target.unit == "people":
        return float(target.low), float(target.value), _or_any(target.high)
    most = None if target.high is None or total.high is None else target.high * total.high / 100
    return float(target.low * total.low / 100), float(target.value * total.value / 100), _or_any(most)


def _or_any(high: Fraction | None) -> float:
    return float("inf") if high is None else float(high)


def _admit(bounds: Bounds, target: Printed, total: Printed) -> bool:
    fewest, _, most = _people(target, total)
    return bounds.admit(*ends(target), fewest, most)


def _against(edges: set[int], held: Sequence[Printed], target: Printed, total: Printed) -> tuple[str, ...]:
    """Leave out each held figure that is not needed for the contradiction; what stays is a smallest set."""
    needed = list(held)
    for one in held:
        without = [other for other in needed if other is not one]
        bounds = Bounds(edges)
        if all(_admit(bounds, other, total) for other in without) and not _admit(bounds, target, total):
            needed = without
    return tuple(one.figure for one in needed)


def _settle(bounds: Bounds, held: Sequence[Printed], total: Printed, shape: Numbers) -> None:
    """Settle each figure at the number printed, or as near as the others allow; what none names, by the base shape."""
    for target in held:
        _nearest(bounds, *ends(target), _people(target, total)[1])
    for first, end in zip(bounds.edges[:-1], bounds.edges[1:], strict=True):
        _nearest(bounds, first, end, float(shape[first:end].sum() * total.value))


def _nearest(bounds: Bounds, first: int, end: int, wanted: float) -> None:
    at = float(np.clip(wanted, *bounds.between(first, end)))
    bounds.admit(first, end, at, at)
