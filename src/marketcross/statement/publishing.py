"""From an evidence pack to a folder that can be published as it is. The folder is replaced whole, or not touched."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketcross.statement import html, pdf
from marketcross.statement.data import data_files, evidence_json
from marketcross.statement.document.blocks import Document
from marketcross.statement.document.references import unprintable
from marketcross.statement.document.whole import document_of
from marketcross.statement.facts import Facts, facts_of
from marketcross.statement.models import compute
from marketcross.statement.pack import Pack
from marketcross.statement.reading import PackErrors, Problem, read_pack
from marketcross.statement.reconciling import reconcile_pack, reconciliation_json
from marketcross.statement.replacing import refuse_unsafe, replace_folder


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything about one edition, before it is written as files."""

    pack: Pack
    facts: Facts
    document: Document
    reconciliation: list[dict[str, Any]]


def prepare(pack: Pack, previous: Pack | None = None) -> Statement:
    """Compute, reconcile and compose. Raises PackErrors where the narrative prints what cannot be printed."""
    models = compute(pack)
    facts = facts_of(pack, models)
    if problems := unprintable(pack, facts, models):
        raise PackErrors(tuple(sorted(problems)))
    findings = reconcile_pack(pack)
    document = document_of(pack, findings, models, previous)
    return Statement(pack, facts, document, reconciliation_json(pack, findings))


def files_of(statement: Statement) -> Iterator[tuple[str, bytes]]:
    """Names and contents of every file of a published statement."""
    yield "index.html", html.render(statement.document).encode()
    yield "statement.pdf", pdf.typeset(statement.document)
    yield "evidence.json", _json(evidence_json(statement.pack, statement.facts, statement.document))
    yield "reconciliation.json", _json(statement.reconciliation)
    for name, text in data_files(statement.document):
        yield f"data/{name}", text.encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def build(pack: Path, out: Path, previous: Path | None = None) -> Statement:
    """Read ``pack`` and publish it at ``out``.

    Raises PackErrors with all that is wrong in either pack, and UnusableFolderError where ``out`` must not be replaced.
    """
    refuse_unsafe(out, pack, *([previous] if previous else []))
    statement = prepare(*read_both(pack, previous))
    replace_folder(out, files_of(statement))
    return statement


def read_both(pack: Path, other: Path | None) -> tuple[Pack, Pack | None]:
    """Two packs, or everything that is wrong in either: then each file is named with its folder."""
    problems: list[Problem] = []
    packs: list[Pack | None] = []
    for path in (pack, other):
        try:
            packs.append(read_pack(path) if path else None)
        except PackErrors as errors:
            folder = f"{path}/" if other else ""
            problems += [problem._replace(file=folder + problem.file) for problem in errors.problems]
    if problems:
        raise PackErrors(tuple(problems))
    first, second = packs
    assert first is not None, "the first pack is always given"
    return first, second
