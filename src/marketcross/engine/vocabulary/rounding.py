"""The one place where a fraction of a penny is settled: always the way that helps the person.

Regulation 11 of the Charging Regulations (SI 2014/2672): what counts against the adult loses its fraction, what
counts for the adult becomes a whole penny. Plain integer arithmetic, so that it is the same for one person and,
compiled, for a million.
"""


def whole_below(amount: int, divisor: int) -> int:
    """``amount / divisor``, the fraction dropped downwards: for income, capital and charges."""
    return amount // divisor


def whole_above(amount: int, divisor: int) -> int:
    """``amount / divisor``, a fraction counted as a whole one: for allowances, and for 'each £250 or part of it'."""
    return -(-amount // divisor)
