"""How a figure is said: digits, units, qualifiers, periods. One way, wherever a figure is printed."""

from marketcross.statement.printing.amounts import amount, bare, number
from marketcross.statement.printing.digits import rounded
from marketcross.statement.printing.periods import day_words, period_words
from marketcross.statement.printing.qualifiers import qualified
from marketcross.statement.printing.units import unit_words

__all__ = ["amount", "bare", "day_words", "number", "period_words", "qualified", "rounded", "unit_words"]
