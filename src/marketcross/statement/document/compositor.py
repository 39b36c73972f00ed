"""Sets figures into text: each becomes a link to its evidence and a place that its evidence leads back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marketcross.statement.document.anchors import Anchors
from marketcross.statement.document.blocks import Cell, FigureLink, Mark, Runs, plain
from marketcross.statement.facts import Fact, Facts
from marketcross.statement.printing import amount, bare
from marketcross.statement.printing.qualifiers import qualified_cell


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

    def cell(self, id: str, *, unit: bool, plain: bool = False) -> Cell:
        """In a table. ``unit``: the cell must name its unit itself; ``plain``: the table says the qualifier for all."""
        fact = self.facts[id]
        words = (amount if unit else bare)(fact.digits, fact.unit)
        link = self.figure(fact, words if plain else qualified_cell(words, fact.said_in_cells))
        return Cell((link,), fact.number, fact.digits, fact.unit, fact.id)


def opens_sentence(before: Runs) -> bool:
    words = plain(before)
    return not words.strip() or (words[-1].isspace() and words.rstrip().endswith((".", "?", "!")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
