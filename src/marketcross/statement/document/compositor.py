"""Sets figures into text: each becomes a link to its evidence and a place that its evidence leads back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marketcross.statement.document.anchors import Anchors
from marketcross.statement.document.blocks import Cell, FigureLink, Mark, Runs, plain
from marketcross.statement.facts import Fact, Facts


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a fact is printed."""

    section: str
    anchor: str


@dataclass(slots=True)
class Compositor:
    """``marks`` gives the disagreements that a fact takes part in; ``uses`` grows with every figure set."""

    facts: Facts
    anchors: Anchors
    marks: Mapping[str, tuple[Mark, ...]]
    section: str = ""
    uses: dict[str, list[Use]] = field(default_factory=dict)

    def figure(self, fact: Fact, words: str) -> FigureLink:
        anchor = self.anchors.name("use", fact.id)
        self.uses.setdefault(fact.id, []).append(Use(self.section, anchor))
        return FigureLink(fact.id, words, anchor, self.marks.get(fact.id, ()))

    def said(self, id: str, before: Runs) -> FigureLink:
        """In running text: a figure that opens a sentence opens it with a capital."""
        fact = self.facts[id]
        return self.figure(fact, _capital(fact.words) if opens_sentence(before) else fact.words)

    def cell(self, id: str, *, unit: bool) -> Cell:
        """In a table; ``unit`` says whether the cell must name its unit itself."""
        fact = self.facts[id]
        link = self.figure(fact, fact.cell_with_unit if unit else fact.cell)
        return Cell((link,), fact.number, fact.digits, fact.unit, fact.id)


def opens_sentence(before: Runs) -> bool:
    words = plain(before)
    return not words.strip() or (words[-1].isspace() and words.rstrip().endswith((".", "?", "!")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
