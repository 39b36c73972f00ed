"""A change in words."""

from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.editions.comparing import Changed
from marketcross.statement.facts import of_figure
from marketcross.statement.printing import amount, period_words, rounded
from marketcross.statement.printing.digits import decimals_of
from marketcross.statement.printing.units import difference_unit


def change_words(change: Changed) -> str:
    """``up 12 homes (4.3%)``; where only the period or the qualifier moved, that."""
    if change.by is None:
        return "counted in another unit"
    if not change.by:
        return "the same number"
    way, size = ("up", change.by) if change.by > 0 else ("down", -change.by)
    unit = difference_unit(change.new.unit)
    share = "" if change.percent is None or unit != change.new.unit else f" ({rounded(abs(change.percent), 1)}%)"
    return f"{way} {amount(difference_digits(size, change), unit)}{share}"


def difference_digits(size: Fraction, change: Changed) -> str:
    """A difference has as many places as the finer of its two sides."""
    return rounded(size, max(decimals_of(change.old.printed), decimals_of(change.new.printed)))


def said_words(figure: Figure) -> str:
    """A figure as it was printed, with its period."""
    words = of_figure(figure).words
    return f"{words}, {period_words(figure.period)}" if figure.period else words
