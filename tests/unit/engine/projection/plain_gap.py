"""The gap once more for one area, step by step in exact fractions, as docs/method/gap.md says it."""

from collections.abc import Callable
from fractions import Fraction

STEPS = 4


def simulate(
    placed: Fraction,
    waiting: Fraction,
    places: Fraction,
    stay: Fraction,
    arrivals: Callable[[int], Fraction],
    change: Callable[[int], Fraction],
    months: int,
    displaced_wait: bool,
) -> list[tuple[Fraction, Fraction, Fraction, Fraction]]:
    """Waiting, placed, vacancies and shortfall of each month; ``arrivals`` and ``change`` by number of the step."""
    shown = []
    for step in range((months - 1) * STEPS + 1):
        leaving = placed / stay
        admitted = max(Fraction(0), min(waiting, places - placed + leaving))
        if step % STEPS == 0:
            shown.append((waiting, placed, max(Fraction(0), places - placed), waiting - admitted))
        waiting += (arrivals(step) - admitted) / STEPS
        placed += (admitted - leaving) / STEPS
        places = max(Fraction(0), places + change(step))
        if displaced_wait and placed > places:
            waiting, placed = waiting + placed - places, places
    return shown
