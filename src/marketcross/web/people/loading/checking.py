"""What is wrong with rows beside each other and beside the register: every finding with its file and line."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection

from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.nhs_number import normal_nhs_number
from marketcross.web.people.vocabulary import Language
from marketcross.web.places.queries import normal_postcode

from .folder import Borough, Row

MADE = "made_borough"  # the system whose numbers are the references of made people
# The values go as one array: the ORM would make a parameter of each of 300,000.
_KNOWN = "SELECT value FROM people_identifier WHERE system = %s AND ends_on IS NULL AND value = ANY(%s)"


def findings(borough: Borough, *, on: date) -> list[str]:
    """Sentences ``file:line: what and what to do``; none where the borough may be loaded."""
    return [
        *_not_made([*borough.households, *borough.people, *borough.caring]),
        *_twice(borough.households, "household"),
        *_twice(borough.people, "person"),
        *_twice(borough.people, "nhs_number"),
        *_bad_households(borough.households),
        *_bad_people(borough, on),
        *_bad_caring(borough),
        *_known_already(borough.people, "person", MADE),
        *_known_already(borough.people, "nhs_number", NHS),
    ]


def _not_made(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if not row["made"]:
            yield f"{row.at}: made is not yes. Only made people are loaded here. Take real people out of the folder"


def _twice(rows: Iterable[Row], name: str) -> Iterator[str]:
    first: dict[str, Row] = {}
    for row in rows:
        if row[name] and first.setdefault(row[name], row) is not row:
            yield f"{row.at}: {name} stands here a second time: it was at {first[row[name]].at}. Give each its own"


def _bad_households(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if row["postcode"] and normal_postcode(row["postcode"]) != row["postcode"]:
            yield f"{row.at}: postcode is none. Write it like ZX1 0AA, or leave it empty"


def _bad_people(borough: Borough, on: date) -> Iterator[str]:
    homes = {row["household"] for row in borough.households}
    for row in borough.people:
        if row["household"] not in homes:
            yield f"{row.at}: household is not in the table of households. Add it there, or correct it here"
        if row["born"] > on.toordinal():
            yield f"{row.at}: born lies after {on:%-d %B %Y}, the day of the load. Correct it, or load later"
        if row["nhs_number"] and normal_nhs_number(row["nhs_number"]) != row["nhs_number"]:
            yield f"{row.at}: nhs_number does not hold: its last digit must prove the others. Correct or empty it"
        if not (row["given_name"] or row["family_name"]):
            yield f"{row.at}: given_name and family_name are both empty. Give at least one"
        if row["first_language"] not in _LANGUAGES:
            yield f"{row.at}: first_language is none that the register knows. Write one of {', '.join(Language.values)}"


_LANGUAGES = {"", *Language.values}


def _bad_caring(borough: Borough) -> Iterator[str]:
    people = {row["person"] for row in borough.people}
    for row in borough.caring:
        unknown = [name for name in ("carer", "cared_for") if row[name] not in people]
        if unknown:
            yield f"{row.at}: {' and '.join(unknown)} not in the table of people. Add them there, or correct it here"
        elif row["carer"] == row["cared_for"]:
            yield f"{row.at}: nobody is their own carer. Name somebody else"


def _known_already(rows: Iterable[Row], name: str, system: str) -> Iterator[str]:
    lines = {row[name]: row.at for row in rows if row[name]}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [system, list(lines)])
        known = [value for (value,) in cursor.fetchall()]
    for value in known:
        yield f"{lines[value]}: {name} is in the register already. Load a borough with another seed, or none twice"
