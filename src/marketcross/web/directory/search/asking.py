"""A search as the index is asked it: codes, lexemes and a place; no words."""

from dataclasses import dataclass, field
from uuid import UUID

from marketcross.web.directory.categories import neighbours, with_those_below
from marketcross.web.directory.vocabulary import ANY, EVERYBODY, MOST_PENCE

from .understanding import Understood

NEAR = 5_000  # metres: about three miles


@dataclass(frozen=True, slots=True)
class Here:
    """Where somebody is: a point, where the postcode is known, and the localities it lies in."""

    localities: frozenset[UUID]
    easting: int | None = None
    northing: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Every condition of a search; an empty one is none.

    ``only``: categories that a hit must be of, ``nearest``: their neighbours. ``meant``: those that the words mean,
    ``meant_nearly`` their neighbours; a hit is of one of them, or has all of ``lexemes`` in its own words.
    """

    only: frozenset[str] = frozenset()
    nearest: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    meant_nearly: frozenset[str] = frozenset()
    lexemes: frozenset[str] = frozenset()
    here: Here | None = None
    group: str = ""
    time: str = ""
    most_pence: int | None = None
    direct_payments: bool = False
    nothing_read: bool = field(default=False)  # there were words, and none of them told anything


def ask(understood: Understood, *, category: str, group: str, time: str, price: str, here: Here | None,
        direct_payments: bool = False, words_given: bool = False) -> Asked:  # fmt: skip
    """Put what was chosen before what was understood from words."""
    told = understood.categories or understood.rest
    return Asked(
        only=with_those_below(category),
        nearest=neighbours(category),
        meant=frozenset[str]().union(*map(with_those_below, understood.categories)),
        meant_nearly=frozenset[str]().union(*map(neighbours, understood.categories)),
        lexemes=understood.rest,
        here=here,
        group=_unless(group or understood.group, EVERYBODY),
        time=_unless(time or understood.time, ANY),
        most_pence=MOST_PENCE[price or understood.price or ANY],
        direct_payments=direct_payments,
        nothing_read=words_given and not told and not understood.codes,
    )


def _unless(code: str, none: str) -> str:
    return "" if code == none else code
