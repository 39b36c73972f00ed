"""The latest ratings: a spreadsheet each month, one row for each location, service group and key question."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from marketcross.opendata.cqc.fields import Fields
from marketcross.opendata.cqc.gathering import must_have
from marketcross.opendata.cqc.location import Location
from marketcross.opendata.cqc.rating import KeyQuestion, Rated, Ratings
from marketcross.opendata.cqc.sheets import sheet_rows
from marketcross.opendata.finding import BadFileError, Finding, gathering

_OVERALL = "Overall"
_QUESTIONS = {question.value: question for question in KeyQuestion}
_NEEDED = ("Location ID", "Service / Population Group", "Latest Rating", "Publication Date")


def read_latest_ratings(path: Path) -> dict[str, Ratings]:
    """The ratings of each location as a whole, by its id. Raises BadFileError with all that is wrong.

    Rows about one service or group of people within a location are passed over. Editions before 2023 call the column
    of key questions `Key Question`, later ones `Domain`.
    """
    rows = sheet_rows(path, ("Locations",), "Location ID")
    number, heading = next(rows)
    must_have(path, number, heading, _NEEDED)
    column = "Domain" if "Domain" in heading else "Key Question"
    must_have(path, number, heading, (column,))
    found, findings = dict[str, Ratings](), list[Finding]()
    for line, cells in gathering(rows, findings):
        if cells.get("Service / Population Group") != _OVERALL:
            continue
        fields = Fields(cells, [])
        key, asked = fields.needed("Location ID"), fields.needed(column)
        if asked not in (_OVERALL, *_QUESTIONS):
            fields.problems.append(f"{column} {asked!r} is not one of {', '.join((_OVERALL, *_QUESTIONS))}")
        found[key] = _with(found.get(key, Ratings()), asked, fields.rated("Latest Rating", "Publication Date"), fields)
        findings += [Finding(str(path), line, problem) for problem in fields.problems]
    if findings:
        raise BadFileError(findings)
    return found


def _with(ratings: Ratings, asked: str, rated: Rated | None, fields: Fields) -> Ratings:
    if asked == _OVERALL:
        return replace(ratings, overall=rated, inherited=fields.yes("Inherited Rating (Y/N)"))
    if rated is None or asked not in _QUESTIONS:
        return ratings
    return replace(ratings, questions={**ratings.questions, _QUESTIONS[asked]: rated})


def with_ratings(locations: Iterable[Location], ratings: dict[str, Ratings]) -> list[Location]:
    """The locations with their ratings of this file; where it has none of a location, as they were."""
    return [replace(one, ratings=ratings.get(one.id, one.ratings)) for one in locations]
