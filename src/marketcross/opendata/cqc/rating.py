"""The Commission's ratings and the five key questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """The four ratings, in order: a higher one is better."""

    INADEQUATE = 1
    REQUIRES_IMPROVEMENT = 2
    GOOD = 3
    OUTSTANDING = 4

    @property
    def words(self) -> str:
        """As the Commission writes it."""
        return self.name.replace("_", " ").capitalize()


class KeyQuestion(StrEnum):
    """What the Commission asks of every service; each is rated on its own."""

    SAFE = "Safe"
    EFFECTIVE = "Effective"
    CARING = "Caring"
    RESPONSIVE = "Responsive"
    WELL_LED = "Well-led"


# What the files and the API write where there is no rating.
NOT_RATED = {
    "",
    "-",
    "no published rating",
    "not rated",
    "not formally rated",
    "inspected but not rated",
    "insufficient evidence to rate",
    "unrated",
}
_BY_WORDS = {rating.words.casefold(): rating for rating in Rating}


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating and the day on which its report was published, where that is known."""

    rating: Rating
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Ratings:
    """The overall rating and those of the key questions; what is not rated is not there.

    ``inherited`` says that the location was rated under an earlier registration; None where the source does not say.
    """

    overall: Rated | None = None
    questions: Mapping[KeyQuestion, Rated] = field(default_factory=dict)
    inherited: bool | None = None


def rating_of(words: str) -> Rating | None:
    """The rating that is written; None where there is none. Raises ValueError for words that are neither."""
    said = " ".join(words.split()).casefold()
    if said in NOT_RATED:
        return None
    if said not in _BY_WORDS:
        known = ", ".join(rating.words for rating in reversed(Rating))
        raise ValueError(f"{words!r} is no rating: {known}, or one of the words for not rated")
    return _BY_WORDS[said]
