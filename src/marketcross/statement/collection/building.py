"""Builds every pack of a folder. One that is broken does not stop the others."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path

from marketcross.statement.collection.listing import render_list
from marketcross.statement.collection.outcome import Outcome
from marketcross.statement.collection.stamps import stamp
from marketcross.statement.publishing import Statement, build
from marketcross.statement.reading import PackErrors

Progress = Callable[[str], AbstractContextManager[None]]
RECORD = ".record.json"  # of a finished build; its stamp tells whether it still stands


def build_all(packs: Path, out: Path, progress: Progress) -> list[Outcome]:
    """A folder in ``out`` for each pack in ``packs``, and the page that lists them.

    What was built here and is no longer a pack goes; a statement that something else published beside them stays.
    """
    names = sorted(file.parent.name for file in packs.glob("*/pack.toml"))
    out.mkdir(parents=True, exist_ok=True)
    for folder in out.iterdir():
        if folder.name not in names and (folder / RECORD).is_file():
            shutil.rmtree(folder)
    outcomes = [_built(packs / name, out / name, progress) for name in names]
    (out / "index.html").write_text(render_list(outcomes), encoding="utf-8")
    return outcomes


def _built(pack: Path, out: Path, progress: Progress) -> Outcome:
    current = stamp(pack)
    if known := _standing(out / RECORD, current):
        return known
    try:
        with progress(f"Building {pack.name}"):
            outcome = _outcome(pack.name, build(pack, out))
    except PackErrors as errors:
        shutil.rmtree(out, ignore_errors=True)
        return Outcome(pack.name, problems=[f"{pack}/{problem}" for problem in errors.problems])
    (out / RECORD).write_text(json.dumps({"stamp": current, "outcome": asdict(outcome)}), encoding="utf-8")
    return outcome


def _standing(record: Path, current: str) -> Outcome | None:
    """What an earlier build recorded, where nothing has changed since."""
    try:
        known = json.loads(record.read_text(encoding="utf-8"))
        return Outcome(**known["outcome"]) if known["stamp"] == current else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _outcome(name: str, statement: Statement) -> Outcome:
    return Outcome(
        name,
        statement.document.title,
        statement.document.area,
        statement.document.edition_line,
        len(statement.pack.figures),
        sum(check["verdict"] == "contradicts" for check in statement.reconciliation),
    )
