"""Locations as the Commission's public interface gives them: one JSON object for each."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from marketcross.opendata.cqc.fields import Fields
from marketcross.opendata.cqc.gathering import gather
from marketcross.opendata.cqc.location import Location, Provider
from marketcross.opendata.cqc.names import ACTIVITY, service_type
from marketcross.opendata.cqc.rating import KeyQuestion, Rated, Ratings
from marketcross.opendata.finding import BadFileError, Finding

_ADDRESS = ("postalAddressLine1", "postalAddressLine2", "postalAddressTownCity", "postalAddressCounty")
_QUESTIONS = {question.value.casefold(): question for question in KeyQuestion}


def location_of(document: Mapping[str, Any]) -> Location:
    """The location that one answer of `/locations/{id}` holds. Raises ValueError with everything that is wrong.

    The answer names its provider by id only.
    """
    problems = list[str]()
    location = _location(document, problems)
    if problems:
        raise ValueError("; ".join(problems))
    return location


def read_answers(path: Path) -> list[Location]:
    """Read kept answers: a JSON Lines file (one a line) or a JSON list. Raises BadFileError with all that is wrong.

    In a list the number of an error is that of the answer.
    """
    return gather(path, _documents(path), _location)


def _documents(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not path.is_file():
        raise BadFileError([Finding(str(path), 1, "there is no such file")])
    text = path.read_text(encoding="utf-8-sig")
    lines = enumerate(text.splitlines(), 1) if path.suffix.lower() == ".jsonl" else [(1, text)]
    for number, line in lines:
        try:
            found = json.loads(line) if line.strip() else []
        except json.JSONDecodeError as error:
            raise BadFileError([Finding(str(path), number + error.lineno - 1, f"is not JSON: {error.msg}")]) from error
        for nth, one in enumerate(found if isinstance(found, list) else [found], number):
            if not isinstance(one, dict):
                raise BadFileError([Finding(str(path), nth, "is not an object: give answers of /locations/{id}")])
            yield nth, one


def _scalars(document: Mapping[str, Any]) -> dict[str, str]:
    """The fields that hold one value, as text, with the two dates that lie a step deeper."""
    plain = {name: str(value) for name, value in document.items() if isinstance(value, str | int | float)}
    overall = _overall(document)
    return plain | {
        "lastInspection.date": str((document.get("lastInspection") or {}).get("date") or ""),
        "rating": str(overall.get("rating") or ""),
        "reportDate": str(overall.get("reportDate") or ""),
    }


def _overall(document: Mapping[str, Any]) -> Mapping[str, Any]:
    return (document.get("currentRatings") or {}).get("overall") or {}


def _location(document: Mapping[str, Any], problems: list[str]) -> Location:
    row = Fields(_scalars(document), problems)
    status = row.needed("registrationStatus")
    ended = row.day("deregistrationDate")
    if (status == "Deregistered") != (ended is not None):
        row.problems.append(f"registrationStatus {status!r} does not go with deregistrationDate {ended}")
    activities = _named(document, "regulatedActivities")
    return Location(
        id=row.needed("locationId"),
        name=row.needed("name"),
        provider=Provider(row.needed("providerId"), brand=row.text("brandName")),
        address=tuple(text for name in _ADDRESS if (text := row.text(name))),
        postcode=row.postcode("postalCode"),
        telephone=row.text("mainPhoneNumber"),
        website=row.text("website"),
        local_authority=row.text("localAuthority"),
        region=row.text("region"),
        registered_on=row.day("registrationDate"),
        deregistered_on=ended,
        dormant=row.yes("dormancy"),
        beds=row.count("numberOfBeds"),
        service_types=_service_types(document),
        activities=tuple(ACTIVITY.get(name.casefold(), name) for name in activities),
        specialisms=_named(document, "specialisms"),
        ratings=Ratings(row.rated("rating", "reportDate"), _questions(row, document)),
        checked_on=row.day("lastInspection.date"),
    )


def _named(document: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The names in a list of objects."""
    return tuple(str(one["name"]) for one in document.get(key) or () if isinstance(one, dict) and one.get("name"))


def _service_types(document: Mapping[str, Any]) -> tuple[str, ...]:
    """By their full name, which the answer calls their description."""
    kinds = [one for one in document.get("gacServiceTypes") or () if isinstance(one, dict)]
    written = (str(one.get("description") or one.get("name") or "") for one in kinds)
    return tuple(service_type(name) for name in written if name)


def _questions(row: Fields, document: Mapping[str, Any]) -> dict[KeyQuestion, Rated]:
    """Key questions of their own date where they have one, else of the overall report's."""
    found = {}
    for one in _overall(document).get("keyQuestionRatings") or ():
        rated = Fields({name: str(cell or "") for name, cell in one.items()}, row.problems).rated(
            "rating", "reportDate"
        )
        question = _QUESTIONS.get(str(one.get("name")).casefold())
        if question and rated:
            found[question] = Rated(rated.rating, rated.on or row.day("reportDate"))
    return found
