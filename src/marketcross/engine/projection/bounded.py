"""A value with the lowest and highest that its printed inputs allow."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product


@dataclass(frozen=True, slots=True)
class Bounded:
    """``low`` and ``high`` are the ends of the range, None where there is no end or none is known."""

    value: Fraction
    low: Fraction | None
    high: Fraction | None

    @classmethod
    def exactly(cls, value: Fraction | int) -> "Bounded":
        """A number that nothing rounded, such as a constant."""
        number = Fraction(value)
        return cls(number, number, number)

    @property
    def certain(self) -> bool:
        return self.low == self.value == self.high


Formula = Callable[..., Fraction]


def monotone(formula: Formula, directions: str, *inputs: Bounded) -> Bounded:
    """Apply a formula that, in each input, only rises (``+``) or only falls (``-``): its range lies at two corners.

    That is the exact range, also where an input appears in the formula twice, which step-by-step interval arithmetic
    would widen: in ``100 a / (a + b)`` the two ``a`` move together. Raises ZeroDivisionError as the formula does for
    the values; a corner that divides by zero has no end.
    """
    if len(directions) != len(inputs):
        raise ValueError(f"{len(inputs)} inputs need as many directions, not '{directions}'.")
    lowest = [one.low if sign == "+" else one.high for one, sign in zip(inputs, directions, strict=True)]
    highest = [one.high if sign == "+" else one.low for one, sign in zip(inputs, directions, strict=True)]
    return Bounded(formula(*(one.value for one in inputs)), _corner(formula, lowest), _corner(formula, highest))


def _corner(formula: Formula, ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    try:
        return formula(*known)
    except ZeroDivisionError:
        return None


def multilinear(formula: Formula, *inputs: Bounded) -> Bounded:
    """Apply sums and products of inputs of any sign, each used once: the range lies at two of all the corners."""
    value = formula(*(one.value for one in inputs))
    ends = [_corner(formula, corner) for corner in product(*((one.low, one.high) for one in inputs))]
    known = [end for end in ends if end is not None]
    return Bounded(value, min(known), max(known)) if len(known) == len(ends) else Bounded(value, None, None)


def total(parts: Iterable[Bounded]) -> Bounded:
    """Add numbers that were printed independently of each other; of none, exactly 0."""
    parts = tuple(parts)
    return monotone(lambda *numbers: sum(numbers, Fraction(0)), "+" * len(parts), *parts)


def share(part: Bounded, rest: Bounded) -> Bounded:
    """The part as percent of part and rest together, none below 0."""
    return monotone(lambda a, b: 100 * a / (a + b), "+-", part, rest)


def percent_of(whole: Bounded, percent: Bounded) -> Bounded:
    """So many percent of a whole, neither below 0."""
    return monotone(lambda a, b: a * b / 100, "++", whole, percent)
