"""What a statement is made from, gathered before the first section is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketcross.engine.evidence.finding import Finding
from marketcross.statement.computed import ModelResult
from marketcross.statement.document.compositor import Compositor
from marketcross.statement.document.disagreements import Disagreement
from marketcross.statement.facts import Facts
from marketcross.statement.pack import Pack


@dataclass(frozen=True, slots=True)
class Material:
    """``previous`` is the pack of the last edition, where the author gave one."""

    pack: Pack
    facts: Facts
    findings: Sequence[Finding]
    disagreements: Sequence[Disagreement]
    models: Mapping[str, ModelResult]
    compositor: Compositor
    previous: Pack | None

    def area(self, id: str) -> str:
        """A place in words: the area, one of its localities, or a comparator, which names itself."""
        return area_names(self.pack).get(id, id)


def area_names(pack: Pack) -> dict[str, str]:
    return {pack.area_code: pack.area_name} | {locality.id: locality.name for locality in pack.localities}
