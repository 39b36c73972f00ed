"""Typed columns to a CSV, Parquet, JSON or JSON Lines file, chunk by chunk; the file appears only when it is whole."""

import csv
import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from marketcross.engine.vocabulary.column import NO_DATE, Column, Kind
from marketcross.opendata.tables.problems import BadTableError, Problem

_TYPES: dict[Kind, pa.DataType] = {
    Kind.MONEY: pa.decimal128(20, 2),
    Kind.COUNT: pa.int64(),
    Kind.FLAG: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.CODE: pa.string(),
    Kind.WORDS: pa.string(),
    Kind.TEXT: pa.string(),
}


class _Sink(Protocol):
    def write(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


class Writer:
    """A table under way: ``with Writer(path, columns) as table: table.add({...})``.

    Columns are those of ``engine.vocabulary.column``, values their arrays. Money is written in pounds. On an
    exception nothing is left behind.
    """

    def __init__(self, path: Path, columns: tuple[Column, ...]) -> None:
        if path.suffix.lower() not in _SINKS:
            raise BadTableError(f"{path}: the ending must be one of {', '.join(_SINKS)}.")
        self.path, self.columns = path, columns
        self._partial = path.with_name(f".{path.name}.partial")
        self._schema = pa.schema([(column.name, _TYPES[column.kind]) for column in columns])

    def __enter__(self) -> Self:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._sink = _SINKS[self.path.suffix.lower()](self._partial, self._schema)
        except OSError as error:
            raise BadTableError(f"{self.path}: cannot be written: {error.strerror}.") from error
        return self

    def add(self, values: Mapping[str, NDArray[np.generic]]) -> None:
        """Write one chunk of rows. A masked cell (``numpy.ma``) is written as nothing."""
        arrays = [_or_nothing(values[column.name], _arrow(column, values[column.name])) for column in self.columns]
        self._sink.write(pa.record_batch(arrays, schema=self._schema))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._sink.close()
        if kind is None:
            self._partial.replace(self.path)
        else:
            self._partial.unlink(missing_ok=True)


def _or_nothing(cells: NDArray[np.generic], array: pa.Array) -> pa.Array:
    if not isinstance(cells, np.ma.MaskedArray):
        return array
    return pc.if_else(pa.array(~np.ma.getmaskarray(cells)), array, pa.scalar(None, array.type))


def _arrow(column: Column, cells: NDArray[np.generic]) -> pa.Array:
    if column.kind is Kind.MONEY:
        return _pounds(cells)
    if column.kind is Kind.CODE:
        names = {code.value: code.name.lower() for code in column.codes or ()}
        return pa.array([names[int(cell)] for cell in cells], pa.string())
    if column.kind is Kind.WORDS:
        return _distinct_words(column, cells)
    if column.kind is Kind.DATE:
        return pa.array([date.fromordinal(int(c)) if c != NO_DATE else None for c in cells], pa.date32())
    return pa.array(np.asarray(cells), _TYPES[column.kind])


def _distinct_words(column: Column, cells: NDArray[np.generic]) -> pa.Array:
    masks, place = np.unique(cells, return_inverse=True)
    return pa.array([" ".join(column.words_in(int(mask))) for mask in masks], pa.string()).take(pa.array(place))


def _pounds(pence: NDArray[np.generic]) -> pa.Array:
    """Pence as exact decimals of two places: the same integer, read with its point two places in."""
    low = np.ascontiguousarray(pence, dtype=np.int64)
    words = np.empty((len(low), 2), dtype=np.int64)
    words[:, 0], words[:, 1] = low, low >> 63  # 128 bits: the number, then its sign
    return pa.Array.from_buffers(_TYPES[Kind.MONEY], len(low), [None, pa.py_buffer(words)])


class _Csv:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        fields = [(f.name, pa.string() if f.type == pa.bool_() else f.type) for f in schema]
        self._schema = pa.schema(fields)
        options = pyarrow.csv.WriteOptions(quoting_style="needed")
        self._writer = pyarrow.csv.CSVWriter(path, self._schema, write_options=options)

    def write(self, batch: pa.RecordBatch) -> None:
        self._writer.write(pa.record_batch([_yes_or_no(column) for column in batch.columns], schema=self._schema))

    def close(self) -> None:
        self._writer.close()


def _yes_or_no(column: pa.Array) -> pa.Array:
    if column.type != pa.bool_():
        return column
    return pa.array(["yes" if cell else "no" for cell in column.to_pylist()], pa.string())


class _JsonLines:
    _open, _between, _close = "", "\n", "\n"

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = path.open("w", encoding="utf-8")
        self._file.write(self._open)
        self._empty = True

    def write(self, batch: pa.RecordBatch) -> None:
        for row in batch.to_pylist():
            self._file.write(("" if self._empty else self._between) + _json_object(row))
            self._empty = False

    def close(self) -> None:
        self._file.write("" if self._empty and not self._open else self._close)
        self._file.close()


class _Json(_JsonLines):
    _open, _between, _close = "[\n", ",\n", "\n]\n"


def _json_object(row: dict[str, Any]) -> str:
    """Money is a number with its two places, exactly as it stands; dates are ISO text."""
    pairs = (f"{json.dumps(name)}: {_json_value(value)}" for name, value in row.items())
    return "{" + ", ".join(pairs) + "}"


def _json_value(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)


_SINKS: dict[str, Callable[[Path, pa.Schema], _Sink]] = {
    ".csv": _Csv,
    ".parquet": lambda path, schema: _Parquet(path, schema),
    ".jsonl": _JsonLines,
    ".json": _Json,
}


class _Parquet:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._writer = pq.ParquetWriter(path, schema)

    def write(self, batch: pa.RecordBatch) -> None:
        self._writer.write_batch(batch)

    def close(self) -> None:
        self._writer.close()


def rejected_path(out: Path) -> Path:
    """Where the bad rows of a run are listed: ``charges.parquet`` has ``charges.rejected.csv`` beside it."""
    return out.with_name(f"{out.stem}.rejected.csv")


class RejectedRows:
    """The list of bad rows beside an output; it exists after the run only where there was one."""

    def __init__(self, out: Path) -> None:
        self.path, self.rows = rejected_path(out), 0
        self._stack = ExitStack()
        self._last = 0

    def __enter__(self) -> Self:
        self.path.unlink(missing_ok=True)
        return self

    def add(self, problems: list[Problem]) -> None:
        """Write the problems down; rows come in order, so that each is counted once."""
        if problems and not self.rows:
            self._file = csv.writer(self._stack.enter_context(self.path.open("w", encoding="utf-8", newline="")))
            self._file.writerow(["row", "column", "found", "what_is_wrong", "what_would_be_right"])
        for problem in problems:
            self._file.writerow([problem.row, problem.column, problem.found, problem.wrong, problem.right])
        self.rows += len({problem.row for problem in problems})

    def __exit__(self, *_: object) -> None:
        self._stack.close()
