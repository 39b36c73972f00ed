"""Figures that nothing uses."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.pack import Pack
from marketcross.statement.reading import Problem

FIGURES = "figures.csv"


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
