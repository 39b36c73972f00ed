"""The rows that a made borough gives each table of the register."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from uuid_utils import uuid7

from marketcross.web.people.finding.keys import Facts, keys_of
from marketcross.web.people.finding.words import plain
from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.vocabulary import AddressKind, ContactKind, NameKind, ReachBy, RelationshipKind

from .checking import MADE
from .folder import Borough, Row

_REACH = {"letter": ReachBy.LETTER, "telephone": ReachBy.TELEPHONE, "email": ReachBy.EMAIL}
_WAYS = {"mobile": ContactKind.MOBILE, "telephone": ContactKind.TELEPHONE, "email": ContactKind.EMAIL}
# What the carer is to the person, from what the person is to the carer.
_CARER_IS = {"partner": "partner", "parent": "child", "child": "parent", "relative": "relative"}


class Rows:
    """Tables by the name of their model, each a list of columns and an iterator of rows in their order."""

    def __init__(self, borough: Borough, on: date) -> None:
        self.on = on
        self.borough = borough
        self.keys: dict[str, str] = {row["person"]: _key() for row in borough.people}
        self.homes: dict[str, Row] = {row["household"]: row for row in borough.households}
        self.words: set[str] = set()  # filled while findable rows are made

    def people(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            born, reach = date.fromordinal(row["born"]), _REACH.get(row["preferred_contact"], "")
            key = self.keys[row["person"]]
            yield (key, born, row["sex"], reach, row["first_language"], "f", "{}", "f", uuid4())

    def names(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            parts = (row["given_name"], row["family_name"], row["name"])
            yield (_key(), self.keys[row["person"]], NameKind.USED, *parts, self.on)

    def addresses(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            home = self.homes[row["household"]]
            where = (_lines(home), home["postcode"])
            yield (_key(), self.keys[row["person"]], AddressKind.HOME, *where, self.on)

    def contacts(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            preferred = _preferred(row)
            for name, kind in _WAYS.items():
                if row[name]:
                    marked = "t" if name == preferred else "f"
                    yield (_key(), self.keys[row["person"]], kind, row[name], marked, self.on)

    def identifiers(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            for system, value in ((MADE, row["person"]), (NHS, row["nhs_number"])):
                if value:
                    yield (_key(), self.keys[row["person"]], system, value, "f", self.on)

    def relationships(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.caring:
            described = _CARER_IS.get(row["cared_for_is"], "friend or neighbour")
            pair = (self.keys[row["cared_for"]], self.keys[row["carer"]])
            yield (_key(), *pair, RelationshipKind.CARER, "", "", described, "{}", "", self.on)

    def findable(self) -> Iterator[tuple[Any, ...]]:
        for row in self.borough.people:
            keys = keys_of(_facts(row, self.homes[row["household"]]))
            self.words |= keys
            yield (self.keys[row["person"]], _array(sorted(keys)), plain(row["name"]))


def _key() -> str:
    """A new key as ``core.keys`` makes them, but as text at once: a load needs some two million."""
    return str(uuid7())


def _preferred(row: Row) -> str:
    """The way that bears the mark of being preferred: the mobile before the landline."""
    if row["preferred_contact"] == "telephone":
        return "mobile" if row["mobile"] else "telephone"
    return "email" if row["preferred_contact"] == "email" else ""


def _lines(home: Row) -> str:
    return ", ".join(part for part in (home["address"], home["town"]) if part)


def _facts(row: Row, home: Row) -> Facts:
    given = partial(filter, None)
    return Facts(
        names=tuple(given((row["given_name"], row["family_name"]))),
        wholes=(row["name"],),
        born_on=date.fromordinal(row["born"]),
        numbers=tuple(given((row["person"], row["nhs_number"]))),
        telephones=tuple(given((row["telephone"], row["mobile"]))),
        emails=tuple(given((row["email"],))),
        postcodes=tuple(given((home["postcode"],))),
        lines=(_lines(home),),
    )


def _array(texts: list[str]) -> str:
    """An array as PostgreSQL reads it."""
    escaped = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return "{" + ",".join(f'"{text}"' for text in escaped) + "}"
