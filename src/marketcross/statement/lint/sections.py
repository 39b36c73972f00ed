"""Sections that a provider would look for and not find, and opportunities that nobody could answer."""

from collections.abc import Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from marketcross.statement.document.markdown import PLACEHOLDER, parse
from marketcross.statement.document.order import TITLES, WRITTEN
from marketcross.statement.pack import Pack, Section
from marketcross.statement.reading import Problem

NOT_NEEDED = ("glossary",)  # the common words may be all that a statement needs


def missing_sections(pack: Pack) -> Iterator[Problem]:
    present = {section.slug for section in pack.sections}
    for number, slug in enumerate(WRITTEN, 1):
        if slug not in present and slug not in NOT_NEEDED:
            message = f"has no section '{slug}' ({TITLES[slug].lower()}): write statement/{number:02d}-{slug}.md"
            yield Problem("statement", 1, message)


def unanswerable_opportunities(pack: Pack) -> Iterator[Problem]:
    for section in pack.sections:
        if section.slug == "opportunities":
            yield from _in(section)


def _in(section: Section) -> Iterator[Problem]:
    """Each ``## Title`` needs a figure and a line ``How to respond:``."""
    lines = section.markdown.split("\n")
    headings = [
        (node.map[0], title(node)) for node in parse(section.markdown).children if node.tag == "h2" and node.map
    ]
    if not headings:
        yield Problem(section.file, 1, "has no opportunity: start each with '## ' and its title")
    ends = [*(start for start, _ in headings[1:]), len(lines)]
    for (start, name), end in zip(headings, ends, strict=False):
        yield from _one(section.file, start + 1, name, lines[start:end])


def _one(file: str, line: int, name: str, lines: Sequence[str]) -> Iterator[Problem]:
    if not PLACEHOLDER.search("\n".join(lines)):
        yield Problem(file, line, f"'{name}' rests on no figure: print the evidence for it with {{{{ id }}}}")
    if not any(text.strip().strip("*_- ").lower().startswith("how to respond:") for text in lines):
        yield Problem(file, line, f"'{name}' does not say how to answer it: add a line 'How to respond: ...'")


def title(heading: SyntaxTreeNode) -> str:
    return heading.children[0].content.strip()
