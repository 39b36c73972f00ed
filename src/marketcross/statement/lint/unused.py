"""Figures that nothing uses, and figures too old for what rests on them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.lint.limits import OLDEST_EVIDENCE
from marketcross.statement.pack import Pack
from marketcross.statement.reading import Problem

FIGURES = "figures.csv"
LAST_YEAR = re.compile(r"(\d{4})(?:-(\d{2})(?!\d))?")


def unused_figures(pack: Pack) -> Iterator[Problem]:
    """A figure is used by the text, by the table of its place, by a relation or by a model."""
    used = printed(pack) | related(pack) | set(named_in(pack.models)) | of_places(pack)
    lines = figure_lines(pack)
    for id in pack.figures:
        if id not in used:
            message = (
                f"'{id}' is used by nothing: print it with {{{{ {id} }}}}, relate it in relations.csv, or remove it"
            )
            yield Problem(FIGURES, lines.get(id, 1), message)


def printed(pack: Pack) -> set[str]:
    return {id for section in pack.sections for id in PLACEHOLDER.findall(section.markdown)}


def related(pack: Pack) -> set[str]:
    return {id for relation in pack.relations.values() for id in (relation.result, *relation.operands)}


def of_places(pack: Pack) -> set[str]:
    places = {locality.id for locality in pack.localities}
    return {figure.id for figure in pack.figures.values() if figure.area in places}


def named_in(value: Any) -> Iterator[str]:
    """Every text in a model's description: among them are the ids of its inputs."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from named_in(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from named_in(inner)


def figure_lines(pack: Pack) -> dict[str, int]:
    """The line of each figure in figures.csv, by id."""
    with (pack.path / FIGURES).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        lines: dict[str, int] = {}
        before = 1
        for row in rows:
            lines[(row.get("id") or "").strip()] = before + 1
            before = rows.line_num
        return lines


def old_evidence(pack: Pack) -> Iterator[Problem]:
    """Printed figures that ended too long before publication, unless a newer one of the same row stands beside."""
    if pack.published is None:
        return
    oldest = pack.published.year - OLDEST_EVIDENCE
    shown, lines = printed(pack), figure_lines(pack)
    newest = _newest(pack.figures[id] for id in shown if id in pack.figures)
    for figure in pack.figures.values():
        year = last_year(figure.period)
        if figure.id in shown and year is not None and newest[row_of(figure)] < oldest and not excused(figure):
            age = pack.published.year - year
            message = f"'{figure.id}' is of {figure.period}, {age} years before publication: use newer evidence, or "
            message += "write in its note that it is the latest there is, and why"
            yield Problem(FIGURES, lines.get(figure.id, 1), message)


def excused(figure: Figure) -> bool:
    """Whether the author says that nothing newer exists, as with a census."""
    return "latest" in figure.note.lower()


def _newest(figures: Iterable[Figure]) -> dict[str, int]:
    newest: dict[str, int] = {}
    for figure in figures:
        year = last_year(figure.period)
        if year is not None:
            newest[row_of(figure)] = max(year, newest.get(row_of(figure), 0))
    return newest


def row_of(figure: Figure) -> str:
    """An id without its period: figures that differ only in that are one row over time."""
    return re.sub(r"_\d{4}(?:_\d{2})*$", "", figure.id)


def last_year(period: str) -> int | None:
    """The year in which a period ends; None where it names none."""
    found = LAST_YEAR.match(period)
    if not found:
        return None
    first, second = int(found[1]), found[2]
    return first + 1 if second and (first + 1) % 100 == int(second) else first
