"""How people are shared out to places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.fitting.likeness import Place, Printed
from marketcross.synth.people.known import Numbers

_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class FittedPlaces:
    """Shares of older people and of everybody else by place, each adding up to 1."""

    older: Numbers
    younger: Numbers
    contradicts: dict[str, tuple[str, ...]]


def fitted_places(places: Sequence[Place], older_of_all: float) -> FittedPlaces:
    """``older_of_all`` is the share of older people among everybody.

    Where a place's share of everybody is not printed, it is that of its older people; places without either share
    evenly what is left.
    """
    older, first = _shares(places, lambda place: place.older or place.everybody)
    everybody, second = _shares(places, lambda place: place.everybody or place.older)
    younger = np.maximum(everybody - older * older_of_all, 0)
    return FittedPlaces(older, younger / younger.sum(), first | second)


def _shares(
    places: Sequence[Place], printed_of: Callable[[Place], Printed | None]
) -> tuple[Numbers, dict[str, tuple[str, ...]]]:
    """Printed percents in order; the one that can no longer be true beside the earlier takes what they leave."""
    figures = [printed_of(place) for place in places]
    shares, left = np.full(len(places), np.nan), _WHOLE
    held: list[str] = []
    contradicts: dict[str, tuple[str, ...]] = {}
    missing = sum(figure is None for figure in figures)
    for at, figure in enumerate(figures):
        if figure is None:
            continue
        last = not missing and at == len(figures) - 1
        slack = _slack([one for one in figures[: at + 1] if one])
        too_many = float(figure.value) > left + slack
        too_few = last and float(figure.value) < left - slack
        if too_many or too_few:
            contradicts[figure.figure] = tuple(held)
        shares[at] = min(float(figure.value), left) if not last else left
        left -= shares[at]
        held.append(figure.figure)
    shares[np.isnan(shares)] = left / max(missing, 1)
    total = shares.sum()
    return shares / total, contradicts


def _slack(figures: Sequence[Printed]) -> float:
    """How far the rounding of all of them can move their sum."""
    return sum(float((figure.high or figure.value) - figure.low) for figure in figures) / 2 + 1e-9
