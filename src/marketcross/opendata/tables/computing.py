"""A rule applied to a whole table: good rows to the output, bad ones to a list of their own, nothing half done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.contradiction import Contradiction
from marketcross.engine.vocabulary.column import Column, by_name
from marketcross.opendata.tables.parsing import Chunk, read
from marketcross.opendata.tables.problems import Problem
from marketcross.opendata.tables.progress import with_progress
from marketcross.opendata.tables.writing import RejectedRows, Writer

Values = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with a table: its columns in and out, the rule, and what would contradict itself in a row."""

    saying: str
    facts: tuple[Column, ...]
    results: tuple[Column, ...]
    contradictions: Callable[[Chunk], Iterable[Contradiction]]
    rule: Callable[[Chunk], Values]


class BadRowsError(ValueError):
    """There are bad rows, and the caller asked to stop at them. ``problems`` are those found so far."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class NoSuchRowError(LookupError):
    """The table has no row of that number."""


@dataclass(frozen=True, slots=True)
class Done:
    """How many rows were computed, and how many were rejected and listed in a file."""

    good: int
    rejected: int
    listed_in: Path


def compute(task: Task, path: Path, out: Path, *, strict: bool, others: bool = False) -> Done:
    """Apply a rule to a table, chunk by chunk. Raises BadRowsError where ``strict``, and then writes nothing.

    ``others`` lets the file have columns that the rule does not read.
    """
    good = 0
    with Writer(out, task.results) as table, RejectedRows(out) as rejected:
        for chunk in with_progress(task.saying, read(path, task.facts, others=others)):
            checked = with_contradictions(chunk, task)
            if strict and checked.problems:
                raise BadRowsError(checked.problems)
            rejected.add(checked.problems)
            sound = checked.good()
            table.add(task.rule(sound))
            good += len(sound.row_numbers)
    return Done(good, rejected.rows, rejected.path)


def row_of(task: Task, path: Path, row: int, *, others: bool = False) -> Chunk:
    """One row by its number, from 1. Raises BadRowsError where it is bad, NoSuchRowError where it is not there."""
    last = 0
    for chunk in read(path, task.facts, others=others):
        last = int(chunk.row_numbers[-1]) if len(chunk.row_numbers) else last
        if row in chunk.row_numbers:
            checked = with_contradictions(chunk, task)
            wrong = [problem for problem in checked.problems if problem.row == row]
            if wrong:
                raise BadRowsError(wrong)
            return _only(checked, row)
    raise NoSuchRowError(f"{path}: has no row {row}; its rows go from 1 to {last}.")


def with_contradictions(chunk: Chunk, task: Task) -> Chunk:
    """The chunk with its rows' contradictions among the problems. Rows that are bad already are not looked at again."""
    columns, sound = by_name(task.facts), chunk.good()
    found = [
        Problem(int(sound.row_numbers[c.row]), c.column, _text(columns, sound, c), c.wrong, c.right)
        for c in task.contradictions(sound)
    ]
    return replace(chunk, problems=sorted([*chunk.problems, *found]))


def _text(columns: Mapping[str, Column], chunk: Chunk, found: Contradiction) -> str:
    column = columns.get(found.column)
    if column is None or not chunk.given[found.column][found.row]:
        return ""
    return str(column.said(chunk.values[found.column][found.row]))


def _only(chunk: Chunk, row: int) -> Chunk:
    keep = chunk.row_numbers == row
    values = {name: cells[keep] for name, cells in chunk.values.items()}
    given = {name: mask[keep] for name, mask in chunk.given.items()}
    return Chunk(chunk.row_numbers[keep], values, given, [], chunk.done)
