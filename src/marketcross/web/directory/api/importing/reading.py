"""From files to services: saved pages of an API, lists, single services, or a package's JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from marketcross.web.directory.api.shapes import Service

from .findings import Entry, Finding, Judged

_ASIDE = {"datapackage.json", "taxonomies.jsonl", "taxonomies.json", "taxonomy_terms.json", "openapi.json"}
_LINES = {".jsonl", ".ndjson"}
_SHOWN = 3  # mistakes of one entry that are named; the rest is counted


def read(path: Path) -> Iterator[Entry | Judged]:
    """Every service in a file, or in the files of a folder by name; what cannot be read comes as a refusal."""
    files = [path] if path.is_file() else _files(path)
    if not files:
        yield _refused(path.name, "there is no .json, .jsonl or .ndjson file in this folder")
    for file in files:
        yield from _file(file)


def _files(folder: Path) -> list[Path]:
    every = (file for file in folder.iterdir() if file.suffix in {".json", *_LINES} and file.name not in _ASIDE)
    return sorted(every)


def _file(file: Path) -> Iterator[Entry | Judged]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        yield _refused(file.name, f"is not in UTF-8 (byte {error.start + 1}): save it again in UTF-8")
        return
    for where, said in _lines(file.name, text) if file.suffix in _LINES else _whole(file.name, text):
        yield said if isinstance(said, Judged) else _entry(where, said)


def _lines(name: str, text: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{name}, line {number}"
            yield where, _json(where, line)


def _whole(name: str, text: str) -> Iterator[tuple[str, Any]]:
    """A page (its ``contents``), a list, or one service."""
    said = _json(name, text)
    if isinstance(said, dict) and isinstance(said.get("contents"), list):
        said = said["contents"]
    if not isinstance(said, list):
        yield name, said
        return
    for number, one in enumerate(said, start=1):
        yield f"{name}, entry {number}", one


def _json(where: str, text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        words = "is nested too deeply" if isinstance(error, RecursionError) else f"is no JSON: {error}"
        return _refused(where, words)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")


def _entry(where: str, said: Any) -> Entry | Judged:
    if isinstance(said, dict) and "service_id" in said and "location" in said:
        return _refused(where, "is a service_at_location: save pages of /services?full=true instead")
    try:
        return Entry(where, Service.model_validate(said))
    except ValidationError as error:
        mistakes = error.errors(include_url=False, include_input=False)
        words = [f"{'.'.join(map(str, m['loc'])) or 'the entry'}: {m['msg'].lower()}" for m in mistakes[:_SHOWN]]
        more = [f"and {len(mistakes) - _SHOWN} more mistakes"] if len(mistakes) > _SHOWN else []
        return Judged(Finding.REFUSED, where, name=_name(said), words=(*words, *more))


def _name(said: Any) -> str:
    return str(said.get("name", ""))[:120] if isinstance(said, dict) else ""


def _refused(where: str, words: str) -> Judged:
    return Judged(Finding.REFUSED, where, words=(words,))
