"""One person: facts in plain Python, and the decision with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.contradiction import Contradiction
from marketcross.engine.rules.eligibility.adult import Decision
from marketcross.engine.rules.eligibility.contradictions import contradictions
from marketcross.engine.rules.eligibility.deciding import decide
from marketcross.engine.rules.eligibility.explaining import explain
from marketcross.engine.rules.eligibility.facts import FACTS
from marketcross.engine.rules.eligibility.standard import Standard
from marketcross.engine.rules.explanation import Explanation
from marketcross.engine.vocabulary.column import Column, Kind, by_name

Word: TypeAlias = str | IntEnum
Fact: TypeAlias = Word | bool | date | Sequence[Word]
Row: TypeAlias = tuple[dict[str, NDArray[np.generic]], dict[str, NDArray[np.bool_]]]


class FactsError(ValueError):
    """Facts that are missing, impossible or contradict each other; ``problems`` has each with what would be right."""

    def __init__(self, problems: list[Contradiction]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{found.column}: {found.wrong} {found.right}" for found in problems))


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision on one person, and how it was reached."""

    decision: Decision
    explanation: Explanation


def assess(standard: Standard, facts: Mapping[str, Fact]) -> Decided:
    """Decide on one person, step by step. ``facts`` are as for ``one``. Raises FactsError, and what ``one`` raises."""
    values, given = one(facts)
    problems = contradictions(standard, values, given)
    if problems:
        raise FactsError(problems)
    decision = Decision(int(decide(standard, values)["decision"][0]))
    return Decided(decision, explain(standard, values, given, 0))


def one(facts: Mapping[str, Fact]) -> Row:
    """``values`` and ``given`` of one person, from facts by column name; what is left out holds its default.

    Words are given as text or as members of their enumeration, several of them as a list. Raises KeyError for a column
    that is not known, ValueError for a word that is not on its list.

        one({"assessment": "carer", "born": date(1960, 5, 1), "work": ["needs_help", "danger"], ...})
    """
    known = by_name(FACTS)
    unknown = [name for name in facts if name not in known]
    if unknown:
        raise KeyError(f"Not known: {', '.join(unknown)}. Known: {', '.join(known)}.")
    given = {name: np.array([name in facts]) for name in known}
    return {column.name: _array(column, facts.get(column.name)) for column in FACTS}, given


def _array(column: Column, fact: Fact | None) -> NDArray[np.generic]:
    cell = _cell(column, fact) if fact is not None else column.default or 0
    if column.kind is Kind.TEXT:
        return np.array([cell], dtype=object)
    return np.array([cell], dtype=np.bool_ if column.kind is Kind.FLAG else np.int64)


def _cell(column: Column, fact: Fact) -> int | bool | str:
    if isinstance(fact, date):
        return fact.toordinal()
    if column.kind in (Kind.CODE, Kind.WORDS):
        words: Sequence[Word] = [fact] if isinstance(fact, str | IntEnum) else fact  # type: ignore[assignment]
        return sum({int(_number(column, word)) for word in words})
    if isinstance(fact, str | bool):
        return fact
    raise ValueError(f"{column.name}: {fact!r} is not {column.kind.value}.")


def _number(column: Column, word: Word) -> int:
    name = word.name.lower() if isinstance(word, IntEnum) else word
    if column.codes is None or name not in column.words:
        raise ValueError(f"{column.name}: '{name}' is not one of {', '.join(column.words)}.")
    return int(column.codes[name.upper()])
