"""Whether everything that the narrative prints can be printed: what only the computed models can tell."""

import re
from collections.abc import Iterator, Mapping

from marketcross.statement.charts.spec import KINDS
from marketcross.statement.computed import ModelResult
from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.facts import Facts
from marketcross.statement.pack import Pack, Section
from marketcross.statement.reading import Problem

CHART = re.compile(r"Chart:[ \t]*(\S.*)")


def unprintable(pack: Pack, facts: Facts, models: Mapping[str, ModelResult]) -> list[Problem]:
    """A problem for each ``{{ id }}`` that is no figure, no result and no whole table, and for each unknown chart."""
    return [problem for section in pack.sections for problem in _in_section(section, facts, models)]


def _in_section(section: Section, facts: Facts, models: Mapping[str, ModelResult]) -> Iterator[Problem]:
    lines = ["", *section.markdown.split("\n"), ""]
    for number, line in enumerate(lines[1:-1], 1):
        alone = not lines[number - 1].strip() and not lines[number + 1].strip()
        for found in PLACEHOLDER.finditer(line):
            message = _wrong(found[1], alone and line.strip() == found[0], facts, models)
            if message:
                yield Problem(section.file, number, message)
        kind = CHART.fullmatch(line.strip())
        if kind and kind[1].strip() not in KINDS:
            yield Problem(section.file, number, f"asks for a chart '{kind[1]}': write one of {', '.join(KINDS)}")


def _wrong(id: str, alone: bool, facts: Facts, models: Mapping[str, ModelResult]) -> str:
    if id in facts:
        return ""
    model = models.get(id.partition(".")[0])
    if model is None:
        return f"prints '{id}', which is no figure and no model: correct the id"
    keys = ", ".join(computed.id.partition(".")[2] for computed in model.computed)
    if "." in id:
        return f"prints '{id}', which the model does not give: it gives {keys}"
    if not alone:
        return (
            f"prints the whole table of '{id}' inside a text: put it in a paragraph of its own, or print one of {keys}"
        )
    return "" if model.table else f"prints the table of '{id}', which has none: print one of {keys}"
