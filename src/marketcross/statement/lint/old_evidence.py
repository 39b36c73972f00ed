"""Figures too old for what rests on them."""

import re
from collections.abc import Iterable, Iterator

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.lint.limits import OLDEST_EVIDENCE
from marketcross.statement.lint.unused import FIGURES, figure_lines, printed
from marketcross.statement.pack import Pack
from marketcross.statement.reading import Problem

LAST_YEAR = re.compile(r"(\d{4})(?:-(\d{2})(?!\d))?")


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
