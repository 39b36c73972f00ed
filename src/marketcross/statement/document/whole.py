"""The whole statement, made once."""

from collections.abc import Iterator, Mapping, Sequence

from marketcross.engine.evidence.finding import Finding
from marketcross.statement.computed import ModelResult
from marketcross.statement.document.anchors import Anchors, disagreement_anchor, evidence_anchor
from marketcross.statement.document.blocks import Document
from marketcross.statement.document.compositor import Compositor
from marketcross.statement.document.disagreements import disagreements_of, marks_by_figure
from marketcross.statement.document.material import Material
from marketcross.statement.document.methods import known_methods, method_anchor
from marketcross.statement.document.order import TITLES
from marketcross.statement.document.reconciliation import work_list
from marketcross.statement.document.sources import source_anchor
from marketcross.statement.document.writing import sections_of
from marketcross.statement.facts import Facts, facts_of
from marketcross.statement.pack import Pack
from marketcross.statement.printing import day_words


def document_of(
    pack: Pack, findings: Sequence[Finding], models: Mapping[str, ModelResult], previous: Pack | None = None
) -> Document:
    """A pack, what reconciliation found in it and what its models gave become a statement."""
    it = _material(pack, findings, models, previous)
    sections = tuple(sections_of(it))
    return Document(
        title=pack.title,
        area=pack.area_name,
        publisher=pack.publisher,
        edition_line=_edition_line(pack),
        published=pack.published.isoformat() if pack.published else "",
        contact_email=pack.contact_email,
        draft=pack.published is None,
        sections=sections,
        work_list=work_list(it) if pack.published is None else (),
    )


def _edition_line(pack: Pack) -> str:
    day = f"Published {day_words(pack.published)}" if pack.published else "Draft, not published"
    return f"{pack.edition}. {day}." if pack.edition else f"{day}."


def _material(
    pack: Pack, findings: Sequence[Finding], models: Mapping[str, ModelResult], previous: Pack | None
) -> Material:
    facts = facts_of(pack, models)
    disagreements = disagreements_of(findings, facts)
    anchors = Anchors(_reserved(pack, facts, findings))
    compositor = Compositor(facts, anchors, marks_by_figure(disagreements))
    return Material(pack, facts, findings, disagreements, models, compositor, previous)


def _reserved(pack: Pack, facts: Facts, findings: Sequence[Finding]) -> Iterator[str]:
    """Places that the document is sure to have, so that no other may take their names."""
    yield from TITLES
    yield from (section.slug for section in pack.sections)
    yield from map(evidence_anchor, facts)
    yield from map(source_anchor, pack.sources)
    yield from (disagreement_anchor(finding.relation.id) for finding in findings)
    yield from map(method_anchor, known_methods())
