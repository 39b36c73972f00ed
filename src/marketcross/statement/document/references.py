"""Whether everything that the narrative prints can be printed: what only the computed models can tell."""

import re
from collections.abc import Iterator, Mapping

from markdown_it.tree import SyntaxTreeNode

from marketcross.statement.charts.spec import KINDS
from marketcross.statement.computed import ModelResult
from marketcross.statement.document.markdown import PLACEHOLDER, parse
from marketcross.statement.document.tables import directions
from marketcross.statement.facts import Facts
from marketcross.statement.pack import Pack, Section
from marketcross.statement.reading import Problem

CHART = re.compile(r"Chart:[ \t]*(\S.*)")


def unprintable(pack: Pack, facts: Facts, models: Mapping[str, ModelResult]) -> list[Problem]:
    """A problem for each ``{{ id }}`` that cannot be printed, or not where it stands, and for each unknown chart."""
    return [
        problem for section in pack.sections for problem in (*_in_lines(section, facts, models), *_misplaced(section))
    ]


def _in_lines(section: Section, facts: Facts, models: Mapping[str, ModelResult]) -> Iterator[Problem]:
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


def _misplaced(section: Section) -> Iterator[Problem]:
    """Figures where no link to their evidence can stand: each printed figure shall lead to its evidence."""
    if section.slug == "glossary" and PLACEHOLDER.search(section.markdown):
        yield Problem(section.file, 1, "prints a figure in the glossary: explain words, and print figures in a section")
        return
    for node in parse(section.markdown).walk():
        place = _unlinkable(node)
        if place:
            line = _line_of(node)
            yield Problem(section.file, line, f"prints a figure in {place}: print it in the text, where it is a link")


def _unlinkable(node: SyntaxTreeNode) -> str:
    if node.type == "inline" and directions(node.content) and PLACEHOLDER.search(node.content):
        return "a caption"
    if node.type != "figure":
        return ""
    above = [node]
    while above[-1].parent is not None:
        above.append(above[-1].parent)
    kinds = {ancestor.type for ancestor in above}
    return "the heading of a column" if "th" in kinds else "a link" if "link" in kinds else _title(above)


def _title(above: list[SyntaxTreeNode]) -> str:
    """A leading ``# Title`` names the section in the contents, where nothing else can be a link."""
    top = above[-2]
    first = above[-1].children[0]
    return "the section's title" if top is first and top.tag == "h1" else ""


def _line_of(node: SyntaxTreeNode) -> int:
    while not node.map and node.parent is not None:
        node = node.parent
    return node.map[0] + 1 if node.map else 1
