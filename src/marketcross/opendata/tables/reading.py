"""A CSV, Parquet, JSON or JSON Lines file as blocks of text columns. The ending of the file's name says which it is."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from marketcross.opendata.tables.problems import BadTableError, Problem

ROWS_IN_A_BLOCK = 50_000


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Consecutive rows, each cell as its text. ``ragged`` are rows that could not be laid under the columns."""

    first_row: int
    columns: dict[str, pa.StringArray]
    rows: int
    done: float  # the share of the file read so far, 0 to 1
    ragged: list[Problem] = field(default_factory=list)


def blocks(path: Path) -> Iterator[TextBlock]:
    """Read a table block by block. Raises BadTableError with what to do."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadTableError(f"{path}: the ending must be one of {', '.join(READERS)}.")
    if not path.is_file():
        raise BadTableError(f"{path}: there is no such file.")
    try:
        yield from reader(path)
    except UnicodeDecodeError as error:
        raise BadTableError(f"{path}: is not UTF-8 text (byte {error.start}). Save it as 'CSV UTF-8'.") from error
    except (csv.Error, json.JSONDecodeError, pa.ArrowInvalid) as error:
        raise BadTableError(f"{path}: {error}") from error


def _csv(path: Path) -> Iterator[TextBlock]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        header = [name.strip() for name in next(rows, [])]
        _sound_header(path, header)
        for first, chunk, done in _chunks((row for row in rows if row), path, file):
            laid, ragged = _under(header, chunk, first)
            columns = dict(zip(header, (pa.array(c, pa.string()) for c in zip(*laid, strict=True)), strict=True))
            yield TextBlock(first, columns, len(laid), done, ragged)


def _under(header: list[str], rows: list[list[str]], first: int) -> tuple[list[list[str]], list[Problem]]:
    """Rows of the header's width; a row of another width becomes an empty one, and a problem."""
    width, ragged = len(header), []
    for number, row in enumerate(rows):
        if len(row) != width:
            wrong = f"has {len(row)} cells where the header has {width}."
            ragged.append(Problem(first + number, "", ",".join(row), wrong, "Quote a cell that holds a comma."))
            rows[number] = [""] * width
    return rows, ragged


def _sound_header(path: Path, header: list[str]) -> None:
    if not header:
        raise BadTableError(f"{path}: is empty. The first line names the columns.")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise BadTableError(f"{path}: the header names {', '.join(twice)} more than once.")


def _json_lines(path: Path) -> Iterator[TextBlock]:
    with path.open(encoding="utf-8-sig") as file:
        lines = (line for line in file if line.strip())
        for first, chunk, done in _chunks(lines, path, file):
            yield _of_objects([_exact(line) for line in chunk], first, done)


def _json(path: Path) -> Iterator[TextBlock]:
    objects = _exact(path.read_text(encoding="utf-8-sig"))
    if not isinstance(objects, list):
        raise BadTableError(f"{path}: must hold a list of objects, one for each person.")
    for first in range(0, len(objects), ROWS_IN_A_BLOCK):
        chunk = objects[first : first + ROWS_IN_A_BLOCK]
        yield _of_objects(chunk, first + 1, (first + len(chunk)) / len(objects))


def _exact(text: str) -> Any:
    """JSON with every number kept as it was written, so that no amount passes through a float."""
    return json.loads(text, parse_float=str, parse_int=str)


def _of_objects(objects: list[Any], first: int, done: float) -> TextBlock:
    ragged = [
        Problem(first + n, "", str(thing)[:80], "is not an object.", 'Write {"person": "A1", ...}.')
        for n, thing in enumerate(objects)
        if not isinstance(thing, dict)
    ]
    kept = [thing if isinstance(thing, dict) else {} for thing in objects]
    names = list(dict.fromkeys(name for thing in kept for name in thing))
    columns = {name: pa.array([_text(thing.get(name)) for thing in kept], pa.string()) for name in names}
    return TextBlock(first, columns, len(kept), done, ragged)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value)


def _parquet(path: Path) -> Iterator[TextBlock]:
    file = pq.ParquetFile(path)
    total, first = max(file.metadata.num_rows, 1), 1
    for batch in file.iter_batches(batch_size=ROWS_IN_A_BLOCK):
        columns = {name: batch.column(name).cast(pa.string()) for name in batch.schema.names}
        yield TextBlock(first, columns, batch.num_rows, (first + batch.num_rows - 1) / total)
        first += batch.num_rows


def _chunks(rows: Iterator[Any], path: Path, file: TextIO) -> Iterator[tuple[int, list[Any], float]]:
    """Numbered lists of rows, with the share of the file's bytes that were read."""
    size, first = max(path.stat().st_size, 1), 1
    while chunk := list(islice(rows, ROWS_IN_A_BLOCK)):
        yield first, chunk, min(file.buffer.tell() / size, 1.0)
        first += len(chunk)


READERS: dict[str, Callable[[Path], Iterator[TextBlock]]] = {
    ".csv": _csv,
    ".parquet": _parquet,
    ".jsonl": _json_lines,
    ".json": _json,
}
