"""evidence.json: every figure, computed figure, source and omission of a pack, and where the statement prints it."""

from collections.abc import Iterable
from typing import Any

from marketcross.engine.evidence.figures import Source
from marketcross.statement.document.blocks import Document
from marketcross.statement.document.walking import figures_in
from marketcross.statement.facts import Fact, Facts
from marketcross.statement.pack import Omission, Pack

Json = dict[str, Any]


def evidence_json(pack: Pack, facts: Facts, document: Document) -> Json:
    uses = printed_at(document)
    return {
        "area": {"name": pack.area_name, "code": pack.area_code},
        "statement": {"title": pack.title, "edition": pack.edition, "published": document.published or None},
        "figures": [_figure(fact, uses.get(fact.id, [])) for fact in facts.values() if not fact.computed],
        "computed": [_computed(fact, uses.get(fact.id, [])) for fact in facts.values() if fact.computed],
        "sources": [_source(source) for source in pack.sources.values()],
        "omitted": [_omission(omission) for omission in pack.omitted],
    }


def printed_at(document: Document) -> dict[str, list[str]]:
    """For each figure the places in index.html that print it."""
    uses: dict[str, list[str]] = {}
    for section in document.sections:
        for figure in figures_in(section.blocks):
            uses.setdefault(figure.fact, []).append(figure.anchor)
    return uses


def _figure(fact: Fact, uses: Iterable[str]) -> Json:
    return _shared(fact) | {
        "qualifier": fact.qualifier or None,
        "source": fact.source,
        "locator": fact.locator or None,
        "used_at": list(uses),
    }


def _computed(fact: Fact, uses: Iterable[str]) -> Json:
    return _shared(fact) | {
        "low": fact.low or None,
        "high": fact.high or None,
        "method": fact.method,
        "inputs": list(fact.inputs),
        "used_at": list(uses),
    }


def _shared(fact: Fact) -> Json:
    return {
        "id": fact.id,
        "label": fact.label,
        "value": fact.digits,
        "unit": fact.unit,
        "period": fact.period or None,
        "area": fact.area or None,
        "group": fact.group or None,
        "printed_as": fact.words,
        "note": fact.note or None,
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher or None,
        "year": source.year or None,
        "locator_kind": source.locator_kind,
    }


def _omission(omission: Omission) -> Json:
    return {
        "printed": omission.printed,
        "source": omission.source,
        "locator": omission.locator,
        "reason": omission.reason,
    }
