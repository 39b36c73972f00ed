"""What a kind of model asks for, said as a dataclass: each field is a key of models.toml and how to read it.

    @dataclass(frozen=True, kw_only=True)
    class Asked:
        total: Annotated[Input, as_figure]
        note: Annotated[str, as_text] = ""

``answers`` reads a table into it, or raises UnusableError with everything that is wrong at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from difflib import get_close_matches
from functools import partial
from typing import Any, NamedTuple, TypeVar, get_type_hints

from marketcross.statement.pack import Pack

Answer = TypeVar("Answer")
Row = TypeVar("Row")
Read = Callable[[Pack, Any], Answer]
Place = tuple[str | int, ...]  # keys from the model inwards; a number is which of several rows, from 0
Complaint = tuple[Place, str]  # where it stands, and the message


class Called(NamedTuple):
    """The key's name in models.toml where Python keeps that word for itself, such as ``from``."""

    name: str


class UnusableError(ValueError):
    """What models.toml says cannot be used."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__("; ".join(message for _, message in complaints))
        self.complaints = complaints


def refuse(message: str, *place: str | int) -> UnusableError:
    return UnusableError((place, message))


def each_row(name: str, rows: Sequence[Row], make: Callable[[Row], Answer]) -> list[Answer]:
    """What is made of each row of ``[[model.name]]``; complaints stand in their row, and all rows are tried."""
    return _each([((name, number), partial(make, row)) for number, row in enumerate(rows)])


class Key(NamedTuple):
    """A key of a table; ``rows`` is what each of its rows asks for, where it is ``[[model.key]]``."""

    field: str
    read: Read[Any]
    needed: bool
    rows: type[Any] | None


def answers(asked: type[Answer], pack: Pack, given: Mapping[str, Any], where: str) -> Answer:
    """Fill the dataclass from a table. ``where`` names the table in messages."""
    keys = known_keys(asked)
    complaints = [_unknown(name, keys, where) for name in given if name not in keys]
    complaints += [
        ((), f"{where} needs {name}; see docs/reference/models.md")
        for name, key in keys.items()
        if key.needed and name not in given
    ]
    found: dict[str, Any] = {}
    for name in (name for name in keys if name in given):
        try:
            found[keys[name].field] = keys[name].read(pack, given[name])
        except UnusableError as error:
            complaints += [((name, *inner), f"{where}, {name}: {message}") for inner, message in error.complaints]
    if complaints:
        raise UnusableError(*complaints)
    return asked(**found)


def known_keys(asked: type[Any]) -> dict[str, Key]:
    """The keys of a table by their names in models.toml."""
    hints = get_type_hints(asked, include_extras=True)
    return dict(_key(one, hints[one.name].__metadata__) for one in fields(asked))


def _key(one: Field[Any], metadata: tuple[Any, ...]) -> tuple[str, Key]:
    read, *called = metadata
    name = called[0].name if called else one.name
    needed = one.default is MISSING and one.default_factory is MISSING
    return name, Key(one.name, read, needed, getattr(read, "rows", None))


def _unknown(name: str, keys: Mapping[str, Any], where: str) -> Complaint:
    near = get_close_matches(name, keys, 1)
    remedy = f"did you mean {near[0]}?" if near else f"it knows {', '.join(keys)}"
    return (name,), f"{where} has no key '{name}'; {remedy}"


def as_table(asked: type[Answer], where: str) -> Read[Answer]:
    """A table with keys of its own."""

    def read(pack: Pack, given: Any) -> Answer:
        if not isinstance(given, Mapping):
            raise refuse("write a table")
        return answers(asked, pack, given, where)

    return read


def as_rows(asked: type[Answer], where: str) -> Read[tuple[Answer, ...]]:
    """``[[model.row]]``, once or more."""

    def read(pack: Pack, given: Any) -> tuple[Answer, ...]:
        if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
            raise refuse(f"write it as {where}, once for each")
        readings = [partial(answers, asked, pack, one, where) for one in given]
        return tuple(_each([((number,), reading) for number, reading in enumerate(readings)]))

    read.rows = asked  # type: ignore[attr-defined]
    return read


def as_table_of(read_one: Read[Answer]) -> Read[Mapping[str, Answer]]:
    """A table in which names are the author's own and all values are of one sort."""

    def read(pack: Pack, given: Any) -> Mapping[str, Answer]:
        if not isinstance(given, Mapping) or not given:
            raise refuse("write a table with at least one line")
        values = _each([((name,), partial(read_one, pack, one)) for name, one in given.items()])
        return dict(zip(given, values, strict=True))

    return read


def _each(readings: Sequence[tuple[Place, Callable[[], Answer]]]) -> list[Answer]:
    """Do all, and say everything that went wrong in any, each with its place."""
    done: list[Answer] = []
    complaints: list[Complaint] = []
    for place, reading in readings:
        try:
            done.append(reading())
        except UnusableError as error:
            said = f"{place[-1]}: " if isinstance(place[-1], str) else ""
            complaints += [((*place, *inner), f"{said}{message}") for inner, message in error.complaints]
    if complaints:
        raise UnusableError(*complaints)
    return done
