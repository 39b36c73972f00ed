"""The answers of many people to a scheme's questions, as whole-number columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner
from marketcross.engine.rules.contradiction import Contradiction, in_order, where
from marketcross.engine.vocabulary.code_list import code_list
from marketcross.engine.vocabulary.column import Column, Kind

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

AGREE = "others_agree"
UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class Answers:
    """``level`` and ``met`` have a row for each question and a column for each person.

    ``level`` is the place of the answer among the question's levels; ``met`` is the percentage of it that others
    already meet; ``unusual`` is the practitioner's own judgement that a sum would mislead.
    """

    level: Whole
    met: Whole
    unusual: Flags

    @property
    def people(self) -> int:
        return len(self.unusual)


def met_column(question: str) -> str:
    """The column that says how much of an answer others already meet."""
    return f"{question}_met"


def columns(scheme: Reckoner | PointsScheme) -> tuple[Column, ...]:
    """The columns of a table of people, described in the scheme's own words."""
    asked = [Column("person", Kind.TEXT, "the council's own reference; never a name")]
    shares = code_list("Share", scheme.met_by_others)
    for question in scheme.questions:
        levels = code_list("Level", {level.id: place for place, level in enumerate(question.levels)})
        said = "; ".join(f"{level.id}: {level.says}" for level in question.levels)
        met = f"how much of the answer to '{question.id}' unpaid support already meets"
        asked.append(Column(question.id, Kind.CODE, f"{question.ask} {said}", codes=levels))
        asked.append(Column(met_column(question.id), Kind.CODE, met, default=0, codes=shares))
    agree = "those who give the unpaid support are willing and able to go on giving it"
    unusual = "the practitioner judges the needs so unusual that a sum would mislead"
    asked.append(Column(AGREE, Kind.FLAG, agree, default=False))
    asked.append(Column(UNUSUAL, Kind.FLAG, unusual, default=False))
    return tuple(asked)


def answers(scheme: Reckoner | PointsScheme, values: Mapping[str, NDArray[np.generic]]) -> Answers:
    """The answers from the columns of a table, as ``columns(scheme)`` describes them."""
    asked = [question.id for question in scheme.questions]
    return Answers(
        np.stack([values[name].astype(np.int64) for name in asked]),
        np.stack([values[met_column(name)].astype(np.int64) for name in asked]),
        values[UNUSUAL].astype(np.bool_),
    )


def without_figure(scheme: Reckoner | PointsScheme, given: Answers) -> Flags:
    """Who gave an answer for which the scheme has no figure."""
    found = np.zeros(given.people, np.bool_)
    for place, question in enumerate(scheme.questions):
        found |= np.array([level.no_figure for level in question.levels])[given.level[place]]
    return found


def contradictions(scheme: Reckoner | PointsScheme, values: Mapping[str, NDArray[np.generic]]) -> list[Contradiction]:
    """Answers that cannot all be true of one person, by row."""
    return in_order(_contradictions(scheme, answers(scheme, values), values[AGREE].astype(np.bool_)))


def _contradictions(scheme: Reckoner | PointsScheme, given: Answers, agree: Flags) -> Iterator[Contradiction]:
    for place, question in enumerate(scheme.questions):
        column, helped = met_column(question.id), given.met[place] > 0
        needed = np.array([level.is_need for level in question.levels])[given.level[place]]
        yield from where(
            helped & ~agree,
            column,
            "unpaid support is counted, but nobody has said that those who give it are willing and able to go on.",
            f"Ask them, and set {AGREE} to yes; else set this to none.",
        )
        yield from where(
            helped & ~needed,
            column,
            "others meet part of a need that the answer says is not there.",
            f"Answer '{question.id}' as if nobody helped, and say here how much of it others meet.",
        )
