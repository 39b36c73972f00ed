"""One person's indicative budget by the council's scheme: answers as words in, sums and their explanation out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from marketcross.engine.rules import allocation
from marketcross.engine.rules.allocation import NoFigure
from marketcross.engine.vocabulary.column import Column, Kind

from .schemes import Scheme

Answers = Mapping[str, str | bool]


@dataclass(frozen=True, slots=True)
class Suggested:
    """Pence a week, and pence once; all None where there is no figure, and ``no_figure`` says why."""

    no_figure: str
    least: int | None
    usual: int | None
    most: int | None
    once: int | None
    explanation: dict[str, Any]


def asked(scheme: Scheme) -> tuple[Column, ...]:
    """What a scheme asks of one person: every column but the person's own reference."""
    return tuple(column for column in allocation.columns(scheme) if column.name != "person")


def _columns(scheme: Scheme, given: Answers) -> dict[str, np.ndarray]:
    return {column.name: np.array([_cell(column, given[column.name])]) for column in asked(scheme)}


def _cell(column: Column, value: str | bool) -> int | bool:
    if column.kind is Kind.FLAG:
        return bool(value)
    assert column.codes is not None
    return int(column.codes[str(value).upper()])


def problems(scheme: Scheme, given: Answers) -> list[tuple[str, str]]:
    """Answers that cannot all be true: the column to mend, and a sentence that says what is wrong and what to do."""
    found = allocation.contradictions(scheme, _columns(scheme, given))
    return [(one.column, f"{one.wrong[0].upper()}{one.wrong[1:]} {one.right}") for one in found]


def suggest(scheme: Scheme, given: Answers, *, on: date) -> Suggested:
    """The indicative budget for answers that hold together."""
    answers = allocation.answers(scheme, _columns(scheme, given))
    sums = allocation.allocate(scheme, answers)
    explained = allocation.explain(scheme, answers, 0, on=on).as_dict()
    why = NoFigure(int(sums.no_figure[0]))
    if why is not NoFigure.FIGURE:
        return Suggested(why.name.lower(), None, None, None, None, explained)
    return Suggested("", *(int(s[0]) for s in (sums.least, sums.usual, sums.most, sums.once)), explained)
