"""Several printed figures of one number: the carers of an area, as a count and as a share."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketcross.synth.people.fitting.likeness import Printed


@dataclass(frozen=True, slots=True)
class FittedNumber:
    """A share of everybody between 0 and 1, or None where nothing is printed; and what contradicts what came before."""

    share: float | None
    contradicts: dict[str, tuple[str, ...]]


def fitted_number(figures: Sequence[Printed], total: float | None) -> FittedNumber:
    """The first figure's printed number, moved as little as the later ones ask. People need the area's total."""
    low, high, value = 0.0, 1.0, None
    held: list[str] = []
    contradicts: dict[str, tuple[str, ...]] = {}
    for figure in figures:
        fewest, printed, most = _shares(figure, total)
        if fewest > high or most < low:
            contradicts[figure.figure] = tuple(held)
            continue
        low, high = max(low, fewest), min(high, most)
        held.append(figure.figure)
        value = min(max(printed if value is None else value, low), high)
    return FittedNumber(value, contradicts)


def _shares(figure: Printed, total: float | None) -> tuple[float, float, float]:
    whole = 100.0 if figure.unit == "percent" else total
    if not whole:
        raise ValueError(f"{figure.figure} counts people: the total of all people is needed beside it.")
    return (
        float(figure.low) / whole,
        float(figure.value) / whole,
        1.0 if figure.high is None else float(figure.high) / whole,
    )
