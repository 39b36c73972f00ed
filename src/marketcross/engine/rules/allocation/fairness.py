"""Did people of one group get more or less than others with the same need? With an interval, and in plain words.

What each person got is set against what people with their need usually got, and people are compared within strata of
need, so that a group with greater needs is not mistaken for a favoured one. Medians are compared, so that a few very
costly plans do not decide. Where an interval holds 0, chance explains it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.answers import Flags, Whole
from marketcross.engine.rules.allocation.curve import by_need, rising
from marketcross.engine.rules.allocation.small_groups import shown
from marketcross.engine.vocabulary.money import pounds

_STRATA = 10
_BANDS = 100
_MIDDLE = 50  # per cent
_DRAWS = 2_000
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Difference:
    """What a group got a week beyond others with the same need, in pence; ``compared`` of its ``people`` had a match.

    ``difference`` and its interval are None where the group is too small, or too few of it could be compared.
    """

    group: str
    people: int | None
    compared: int | None
    difference: int | None
    low: int | None
    high: int | None

    @property
    def reading(self) -> str:
        """What it means, in a sentence."""
        if self.people is None:
            return f"'{self.group}': too few people to say without pointing at somebody."
        if self.difference is None or self.low is None or self.high is None:
            return f"'{self.group}': too few people could be compared with others of the same need."
        if self.low <= 0 <= self.high:
            return (
                f"'{self.group}': no difference that chance would not explain; between {_more_or_less(self.low)} and "
                f"{_more_or_less(self.high)} than others with the same need."
            )
        ends = sorted((abs(self.low), abs(self.high)))
        way = "more" if self.difference > 0 else "less"
        return (
            f"'{self.group}': about {pounds(abs(self.difference))} a week {way} than others with the same need, "
            f"between {pounds(ends[0])} and {pounds(ends[1])} {way}. Chance does not explain it: find out what does."
        )


def differences(
    need: Whole, amount: Whole, group: NDArray[np.object_], *, rng: Generator, fewest: int
) -> list[Difference]:
    """One difference for each group, against everybody else within strata of need.

    ``need`` orders people (points, or a scheme's sum), ``amount`` is pence a week. Intervals come from the bootstrap of
    the medians; were there no difference anywhere, all of them would hold 0 in 95 of 100 cases (Bonferroni).
    """
    names = sorted(set(group.tolist()))
    seen = shown({name: int((group == name).sum()) for name in names}, fewest)
    beyond, strata = amount - _usual_at(need, amount, fewest), _strata(need)
    outside = (1 - _CONFIDENCE) / 2 / max(sum(count is not None for count in seen.values()), 1)
    found = []
    for name in names:
        people = seen[name]
        if people is None:
            found.append(Difference(name, None, None, None, None, None))
        else:
            pairs = _comparable(strata, group == name, beyond, fewest)
            found.append(_difference(name, people, pairs, outside, rng))
    return found


def _usual_at(need: Whole, amount: Whole, fewest: int) -> Whole:
    """What people with each person's need usually got: the rising curve of medians over hundredths of the people."""
    groups = by_need(need, amount, max(fewest, len(need) // _BANDS))
    if not groups:
        return np.zeros_like(amount)
    ends = np.array([end for end, _ in groups])
    usual = np.array(rising([amounts for _, amounts in groups], _MIDDLE), np.int64)
    return usual[np.searchsorted(ends, need)]


def _strata(need: Whole) -> list[Flags]:
    """Tenths of the people by need; equal needs stay together."""
    cuts = np.unique(np.quantile(need, np.arange(1, _STRATA) / _STRATA, method="lower"))
    place = np.searchsorted(cuts, need, side="left")
    return [place == stratum for stratum in range(len(cuts) + 1)]


def _comparable(strata: Sequence[Flags], member: Flags, beyond: Whole, fewest: int) -> list[tuple[Whole, Whole]]:
    """For each stratum with enough of both, what the group's people and the others got beyond the usual, sorted."""
    pairs = [(np.sort(beyond[stratum & member]), np.sort(beyond[stratum & ~member])) for stratum in strata]
    return [(inside, outside) for inside, outside in pairs if min(len(inside), len(outside)) >= fewest]


def _difference(name: str, people: int, pairs: list[tuple[Whole, Whole]], outside: float, rng: Generator) -> Difference:
    compared = sum(len(inside) for inside, _ in pairs)
    if not compared:
        return Difference(name, people, 0, None, None, None)
    weights = np.array([len(inside) for inside, _ in pairs]) / compared
    observed = np.array([_median(inside) - _median(others) for inside, others in pairs])
    drawn = np.array([_drawn_medians(inside, rng) - _drawn_medians(others, rng) for inside, others in pairs])
    low, high = np.quantile(weights @ drawn, [outside, 1 - outside])
    return Difference(name, people, compared, round(float(weights @ observed)), round(float(low)), round(float(high)))


def _median(rising: Whole) -> int:
    return int(rising[(len(rising) - 1) // 2])


def _drawn_medians(rising: Whole, rng: Generator) -> Whole:
    """Medians of bootstrap samples without drawing the samples.

    The median of n draws from n values is the value at the median of n uniform numbers, which has a beta distribution.
    """
    n = len(rising)
    middle = (n - 1) // 2 + 1
    places = (rng.beta(middle, n - middle + 1, _DRAWS) * n).astype(np.int64)
    return rising[np.minimum(places, n - 1)]


def _more_or_less(pence: int) -> str:
    return f"{pounds(abs(pence))} {'less' if pence < 0 else 'more'}"
