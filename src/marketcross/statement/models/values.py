"""How single values of models.toml are read: words, numbers, choices, and ids of figures."""

from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from marketcross.statement.models.asking import Read, refuse
from marketcross.statement.models.inputs import Input, input_of
from marketcross.statement.pack import Pack

Option = TypeVar("Option", bound=StrEnum)


def as_text(_: Pack, given: Any) -> str:
    if not isinstance(given, str) or not given.strip():
        raise refuse("write words in quotation marks")
    return given


def as_texts(pack: Pack, given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not given:
        raise refuse('write a list of words, such as ["dementia"]')
    return tuple(as_text(pack, one) for one in given)


def as_flag(_: Pack, given: Any) -> bool:
    if not isinstance(given, bool):
        raise refuse("write true or false")
    return given


def as_whole(_: Pack, given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise refuse("write a whole number")
    return given


def as_wholes(pack: Pack, given: Any) -> tuple[int, ...]:
    if not isinstance(given, list) or not given:
        raise refuse("write a list of whole numbers, such as [2020, 2025]")
    return tuple(as_whole(pack, one) for one in given)


def as_number(_: Pack, given: Any) -> Fraction:
    """A decimal number exactly as typed: 0.1 is a tenth."""
    if isinstance(given, bool) or not hasattr(given, "__float__"):
        raise refuse("write a number")
    try:
        return Fraction(str(given))
    except ValueError:
        raise refuse("write an ordinary number") from None


def as_positive(pack: Pack, given: Any) -> Fraction:
    if (found := as_number(pack, given)) <= 0:
        raise refuse("write a number above 0")
    return found


def as_choice(options: type[Option]) -> Read[Option]:
    def read(_: Pack, given: Any) -> Option:
        if given not in list(options):
            raise refuse(f"write one of {', '.join(options)}")
        return options(given)

    return read


def as_figure(pack: Pack, given: Any) -> Input:
    return input_of(pack, [_known(pack, given)])


def as_figures(pack: Pack, given: Any) -> Input:
    """One figure, or several that are added up."""
    return _added_up(pack, given)


def as_people_in_beds(pack: Pack, given: Any) -> Input:
    """As ``as_figures``; a bed that somebody pays for is a person in it."""
    return _added_up(pack, given, alike=("people", "beds"))


def _added_up(pack: Pack, given: Any, *, alike: tuple[str, ...] = ()) -> Input:
    ids = given if isinstance(given, list) else [given]
    if not ids:
        raise refuse("name at least one figure")
    known = [_known(pack, one) for one in ids]
    try:
        return input_of(pack, known, alike=alike)
    except ValueError as error:
        raise refuse(str(error)) from None


def as_number_or_figure(pack: Pack, given: Any) -> Fraction:
    return as_figure(pack, given).value if isinstance(given, str) else as_number(pack, given)


def _known(pack: Pack, given: Any) -> str:
    if not isinstance(given, str):
        raise refuse("write the id of a figure in quotation marks")
    if given not in pack.figures:
        near = get_close_matches(given, pack.figures, 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; add it there, or correct the id"
        raise refuse(f"figures.csv has no figure '{given}'{hint}")
    return given
