"""What a printed value stands for: the interval of numbers that would have been printed so."""

from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import ZERO, Interval, meet, point
from marketcross.engine.evidence.units import can_be_negative


class ImpossibleIntervalError(ValueError):
    """A figure whose qualifier, value, unit and precision leave no number that it could stand for."""


def last_place(printed: str) -> Fraction:
    """The worth of one step of the last printed digit: 1 for '43', 1/100 for '2.50'."""
    places = len(printed.partition(".")[2])
    return Fraction(1, 10**places)


def last_place_that_counts(printed: str) -> Fraction:
    """The worth of one step of the last digit that is not 0: 100 for '1400', 1/10 for '2.50'."""
    digits = printed.lstrip("-").replace(".", "")
    if not digits.strip("0"):
        raise ImpossibleIntervalError("about 0 could be anything: say in precision how it was rounded")
    noughts = len(digits) - len(digits.rstrip("0"))
    return last_place(printed) * Fraction(10) ** noughts


def rounding_width(figure: Figure) -> Fraction:
    """The full width of the rounding, in the figure's own unit."""
    if figure.precision is not None:
        if figure.precision <= 0:
            raise ImpossibleIntervalError("precision is the width of the rounding and must be more than 0")
        return figure.precision
    if figure.qualifier in ("about", "estimate"):
        return last_place_that_counts(figure.printed)
    return last_place(figure.printed)


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
