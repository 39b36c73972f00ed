"""A location of the register as a row, and back."""

from dataclasses import replace
from datetime import date
from typing import Any

from marketcross.opendata.cqc import KeyQuestion, Location, Provider, Rated, Rating, Ratings
from marketcross.web.directory.models import Registration

FIELDS = (
    "name", "provider", "provider_name", "postcode", "service_types", "activities", "beds", "dormant", "registered_on",
    "deregistered_on", "rating", "rated_on", "inherited", "questions", "read_on",
)  # fmt: skip
_AS_BEFORE = ("activities", "beds", "dormant", "registered_on")  # where a file does not say: as it was


def row_of(one: Location, *, read_on: date) -> Registration:
    """The row of a location."""
    overall = one.ratings.overall
    return Registration(
        location=one.id,
        name=one.name,
        provider=one.provider.id,
        provider_name=one.provider.name,
        postcode=one.postcode,
        service_types=list(one.service_types),
        activities=None if one.activities is None else list(one.activities),
        beds=one.beds,
        dormant=one.dormant,
        registered_on=one.registered_on,
        deregistered_on=one.deregistered_on,
        rating=overall.rating.value if overall else None,
        rated_on=overall.on if overall else None,
        inherited=one.ratings.inherited,
        questions={question.value: _written(rated) for question, rated in one.ratings.questions.items()},
        read_on=read_on,
    )


def location_of(row: Registration) -> Location:
    """The location that a row holds; what no rule here asks for (its address, its region) is not kept."""
    return Location(
        id=row.location,
        name=row.name,
        provider=Provider(row.provider, row.provider_name),
        postcode=row.postcode,
        service_types=tuple(row.service_types),
        activities=None if row.activities is None else tuple(row.activities),
        beds=row.beds,
        dormant=row.dormant,
        registered_on=row.registered_on,
        deregistered_on=row.deregistered_on,
        ratings=ratings_of(row),
    )


def ratings_of(row: Registration) -> Ratings:
    """The ratings that a row holds, the key questions in the Commission's order."""
    overall = Rated(Rating(row.rating), row.rated_on) if row.rating else None
    questions = {
        question: _read(row.questions[question.value]) for question in KeyQuestion if question in row.questions
    }
    return Ratings(overall, questions, row.inherited)


def brought_up(old: Location | None, new: Location, *, rates: bool, asks: bool) -> Location:
    """The new reading, with what it does not say as it was. ``rates``, ``asks``: its file has ratings, or key
    questions."""
    if old is None:
        return new
    silent: dict[str, Any] = {name: getattr(old, name) for name in _AS_BEFORE if getattr(new, name) is None}
    provider = replace(new.provider, name=new.provider.name or _same_provider(old, new))
    overall, inherited = (new.ratings.overall, new.ratings.inherited) if rates else (
        old.ratings.overall, old.ratings.inherited,
    )  # fmt: skip
    ratings = Ratings(overall, new.ratings.questions if asks else old.ratings.questions, inherited)
    return replace(new, **silent, provider=provider, ratings=ratings)


def _same_provider(old: Location, new: Location) -> str:
    """The interface gives no provider's name; while the provider is the same, so is its name."""
    return old.provider.name if old.provider.id == new.provider.id else ""


def _written(rated: Rated) -> dict[str, Any]:
    return {"rating": rated.rating.value, "on": rated.on.isoformat() if rated.on else None}


def _read(written: dict[str, Any]) -> Rated:
    return Rated(Rating(written["rating"]), date.fromisoformat(written["on"]) if written["on"] else None)
