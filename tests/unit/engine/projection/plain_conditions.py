"""Conditions once more, row by row and in exact fractions: slow, and plainly what docs/method/conditions.md says."""

from fractions import Fraction
from typing import NamedTuple


class PlainBand(NamedTuple):
    sex: str
    first: int
    last: int

    def ages(self) -> set[tuple[str, int]]:
        return {(self.sex, age) for age in range(self.first, self.last + 1)}


def people_with(population: dict[PlainBand, Fraction], rates: dict[PlainBand, Fraction]) -> Fraction | None:
    """People with one condition; None where a band does not line up."""
    total = Fraction(0)
    for band, people in population.items():
        touching = [other for other in rates if band.ages() & other.ages()]
        if not touching:
            continue
        if len(touching) > 1 or band.ages() - touching[0].ages():
            return None
        total += people * rates[touching[0]]
    return total


def people_with_split(population: dict[PlainBand, Fraction], rates: dict[PlainBand, Fraction]) -> Fraction:
    """The same with every band cut into single ages of equally many people."""
    return sum(
        (
            people / len(band.ages()) * rate
            for band, people in population.items()
            for other, rate in rates.items()
            for _ in band.ages() & other.ages()
        ),
        Fraction(0),
    )
