"""What a printed value stands for: the interval of numbers that would have been printed so."""

from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import ZERO, Interval, meet, point
from marketcross.engine.evidence.units import can_be_negative

ROUGHLY = ("about", "estimate")


class ImpossibleIntervalError(ValueError):
    """A figure whose qualifier, value, unit and precision leave no number that it could stand for."""


def decimals(printed: str) -> int:
    """How many digits are printed behind the point."""
    return len(printed) - printed.index(".") - 1 if "." in printed else 0


def rounding_place(figure: Figure) -> int:
    """Behind which decimal place the digits were rounded: 2 for '2.50', 0 for '43', -2 for about '1400'.

    About and estimate are rounded at the last digit that is not 0.
    """
    behind = decimals(figure.printed)
    if figure.qualifier not in ROUGHLY or figure.precision is not None:
        return behind
    if not figure.value:
        raise ImpossibleIntervalError("about 0 could be anything: say in precision how it was rounded")
    digits = figure.printed.replace(".", "")
    return behind - (len(digits) - len(digits.rstrip("0")))


def rounding_width(figure: Figure) -> Fraction:
    """The full width of the rounding, in the figure's own unit."""
    if figure.precision is None:
        place = rounding_place(figure)
        return Fraction(10 ** max(0, -place), 10 ** max(0, place))
    if figure.precision <= 0:
        raise ImpossibleIntervalError("precision is the width of the rounding and must be more than 0")
    return figure.precision


def printed_interval(figure: Figure) -> Interval:
    """The interval of a figure, by its qualifier. Raises ImpossibleIntervalError where no number fits."""
    if figure.qualifier == "count":
        return point(figure.value)
    if figure.qualifier == "at_least":
        return Interval(figure.value, None, False, True)
    if figure.qualifier == "at_most":
        return _up_to(figure)
    half = rounding_width(figure) / 2
    return Interval(figure.value - half, figure.value + half, False, True)


def _up_to(figure: Figure) -> Interval:
    below = Interval(None, figure.value, True, False)
    if can_be_negative(figure.unit):
        return below
    fitting = meet(below, Interval(ZERO, None, False, True))
    if fitting is None:
        raise ImpossibleIntervalError(
            f"at most {figure.printed} {figure.unit} is nothing, because {figure.unit} start at 0"
        )
    return fitting
