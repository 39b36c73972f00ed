"""A printed number, where it was printed, and the claim that several printed numbers agree."""

from dataclasses import dataclass
from fractions import Fraction

QUALIFIERS = ("", "count", "about", "estimate", "at_least", "at_most")

RELATION_KINDS = (
    "sum", "difference", "product", "ratio", "percent", "change", "rate", "equal",
    "greater", "linear", "count",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures were printed in. ``locator_kind`` says how its places are named."""

    id: str
    title: str
    publisher: str
    year: str
    locator_kind: str  # page, section or table


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number. ``printed`` keeps its digits; ``value`` is the same number, exactly.

    ``precision`` is the full width of the rounding in the figure's own unit, or None where the digits say it.
    """

    id: str
    label: str
    printed: str
    value: Fraction
    unit: str
    period: str
    area: str
    group: str
    qualifier: str
    precision: Fraction | None
    source: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How figures must agree. ``operands`` are figure ids in order; of a ``count``, relation ids.

    ``not_comparable`` gives the reason why the two sides are shown side by side and never called an error;
    ``note`` is the author's explanation, printed beside a contradiction that stays.
    """

    id: str
    kind: str
    result: str  # figure id; "" for greater and linear
    operands: tuple[str, ...]
    constant: Fraction | None
    not_comparable: str
    note: str
