"""From text to typed columns: every cell is checked, every problem is found at once, good rows stay good."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.engine.vocabulary.money import pounds
from marketcross.opendata.tables.problems import BadTableError, Problem
from marketcross.opendata.tables.reading import TextBlock, blocks

_DAY_ONE = 719_163  # date(1970, 1, 1).toordinal(): Arrow counts days from there
_PENNIES = pa.decimal128(20, 2)
_YES = pa.array(["yes", "true", "1", "y"])
_NO = pa.array(["no", "false", "0", "n"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive rows in memory. A cell that was empty or wrong holds the default; ``given`` says which were not."""

    row_numbers: NDArray[np.int64]
    values: dict[str, NDArray[np.generic]]
    given: dict[str, NDArray[np.bool_]]
    problems: list[Problem]
    done: float

    def good(self) -> "Chunk":
        """Only the rows without a problem."""
        bad = np.array(sorted({problem.row for problem in self.problems}), dtype=np.int64)
        keep = ~np.isin(self.row_numbers, bad)
        return Chunk(
            self.row_numbers[keep],
            {name: column[keep] for name, column in self.values.items()},
            {name: mask[keep] for name, mask in self.given.items()},
            [],
            self.done,
        )


def read(path: Path, columns: tuple[Column, ...], *, others: bool = False) -> Iterator[Chunk]:
    """Read a table of the given columns, chunk by chunk. Columns that the file lacks hold their defaults.

    With ``others`` columns of other names are left out; else they are refused, so that a misspelt name is not a
    silent default. Raises BadTableError where the file as a whole cannot be read.
    """
    for block in blocks(path):
        _known_columns(path, block, columns, others)
        yield _chunk(block, columns)


def _known_columns(path: Path, block: TextBlock, columns: tuple[Column, ...], others: bool) -> None:
    known = [column.name for column in columns]
    wrong = []
    for name in [] if others else [name for name in block.columns if name not in known]:
        near = get_close_matches(name, known, 1)
        wrong.append(f"column '{name}' is not known" + (f": did you mean '{near[0]}'?" if near else "; take it out."))
    missing = [column.name for column in columns if column.required and column.name not in block.columns]
    wrong += [f"column '{name}' is missing and has no default." for name in missing]
    if wrong:
        raise BadTableError("\n".join(f"{path}: {what}" for what in wrong))


def _chunk(block: TextBlock, columns: tuple[Column, ...]) -> Chunk:
    rows = np.arange(block.first_row, block.first_row + block.rows, dtype=np.int64)
    ragged = {problem.row for problem in block.ragged}
    values, given, problems = {}, {}, list(block.ragged)
    for column in columns:
        text = _trimmed(block.columns.get(column.name), block.rows)
        cells, known, found = _PARSERS[column.kind](column, text)
        values[column.name], given[column.name] = cells, known
        missing = ~np.asarray(text.is_valid()) if column.required else np.zeros(block.rows, bool)
        found += [(int(n), "is missing.", "It has no default: " + _right(column)) for n in np.flatnonzero(missing)]
        problems += [
            Problem(int(rows[n]), column.name, text[n].as_py() or "", wrong, right)
            for n, wrong, right in found
            if int(rows[n]) not in ragged
        ]
    return Chunk(rows, values, given, sorted(problems), block.done)


def _trimmed(text: pa.StringArray | None, rows: int) -> pa.StringArray:
    if text is None:
        return pa.nulls(rows, pa.string())
    trimmed = pc.utf8_trim_whitespace(text)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


_Found = list[tuple[int, str, str]]
_Parsed = tuple[NDArray[np.generic], NDArray[np.bool_], _Found]


def _filled(column: Column, cells: pa.Array, dtype: type) -> NDArray[np.generic]:
    """The cells, with the column's default where there is none."""
    nothing = False if column.kind is Kind.FLAG else 0
    default = nothing if column.default is None else column.default
    return np.asarray(cells.fill_null(default)).astype(dtype)


def _wrong(column: Column, text: pa.StringArray, cells: pa.Array) -> _Found:
    """Cells that were written and yet mean nothing."""
    bad = np.flatnonzero(np.asarray(pc.and_(text.is_valid(), cells.is_null())))
    return [(int(n), f"'{text[int(n)].as_py()}' is not {_A[column.kind]}.", _right(column)) for n in bad]


def _matching(text: pa.StringArray, pattern: str) -> pa.StringArray:
    return pc.if_else(pc.match_substring_regex(text, f"^({pattern})$"), text, pa.scalar(None, pa.string()))


def _money(column: Column, text: pa.StringArray) -> _Parsed:
    written = _matching(text, r"-?£?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,2}0*)?")
    plain = pc.replace_substring_regex(written, r"[£,]", "")
    exact = pc.replace_substring_regex(plain, r"(\.\d\d)0+$", r"\1").cast(_PENNIES)
    cells = pc.multiply(exact, pa.scalar(100, pa.decimal128(3, 0))).cast(pa.int64())
    return _bounded(column, text, cells)


def _count(column: Column, text: pa.StringArray) -> _Parsed:
    written = _matching(text, r"-?\d{1,15}(\.0)?")
    cells = pc.replace_substring_regex(written, r"\.0$", "").cast(pa.int64())
    return _bounded(column, text, cells)


def _bounded(column: Column, text: pa.StringArray, cells: pa.Array) -> _Parsed:
    found = _wrong(column, text, cells)
    numbers, known = _filled(column, cells, np.int64), np.asarray(cells.is_valid())
    for bound, outside, what in ((column.at_least, np.less, "below"), (column.at_most, np.greater, "above")):
        if bound is not None:
            beyond = np.flatnonzero(known & outside(numbers, bound))
            wrong = f"is {what} {_limit(column, bound)}."
            found += [(int(n), f"'{text[int(n)].as_py()}' {wrong}", _right(column)) for n in beyond]
    return numbers, known, found


def _flag(column: Column, text: pa.StringArray) -> _Parsed:
    word = pc.utf8_lower(text)
    yes, no = pc.is_in(word, _YES), pc.is_in(word, _NO)
    cells = pc.if_else(pc.or_(yes, no), yes, pa.scalar(None, pa.bool_()))
    return _filled(column, cells, np.bool_), np.asarray(cells.is_valid()), _wrong(column, text, cells)


def _date(column: Column, text: pa.StringArray) -> _Parsed:
    written = _matching(text, r"\d{4}-\d{2}-\d{2}( 00:00:00.*)?")
    day = pc.utf8_slice_codeunits(written, 0, 10)
    moment = pc.strptime(day, format="%Y-%m-%d", unit="s", error_is_null=True)
    same = pc.equal(pc.strftime(moment, format="%Y-%m-%d"), day)  # 31 February would come back as March
    days = pc.if_else(same, moment, pa.scalar(None, pa.timestamp("s"))).cast(pa.date32()).cast(pa.int32())
    cells = pc.add(days.cast(pa.int64()), _DAY_ONE)
    return _filled(column, cells, np.int64), np.asarray(cells.is_valid()), _wrong(column, text, cells)


def _code(column: Column, text: pa.StringArray) -> _Parsed:
    numbers = pa.array([code.value for code in column.codes or ()], pa.int64())
    place = pc.index_in(pc.utf8_lower(text), pa.array(column.words))
    cells = numbers.take(place)
    return _filled(column, cells, np.int64), np.asarray(cells.is_valid()), _wrong(column, text, cells)


def _words(column: Column, text: pa.StringArray) -> _Parsed:
    """Each distinct cell is read once: there are few, however long the table."""
    distinct = pc.dictionary_encode(pc.utf8_lower(text))
    masks = pa.array([_mask(column, cell) for cell in distinct.dictionary.to_pylist()], pa.int64())
    cells = masks.take(distinct.indices)
    smallest = np.min_scalar_type(column.most_words).type
    return _filled(column, cells, smallest), np.asarray(cells.is_valid()), _wrong(column, text, cells)


def _mask(column: Column, cell: str) -> int | None:
    """The sum of the words' numbers; None where one is not of the list."""
    numbers = dict(zip(column.words, (code.value for code in column.codes or ()), strict=True))
    mask = 0
    for word in cell.split():
        if word not in numbers:
            return None
        mask |= numbers[word]
    return mask


def _text(column: Column, text: pa.StringArray) -> _Parsed:
    cells = np.array(text.fill_null(str(column.default or "")).to_pylist(), dtype=object)
    return cells, np.asarray(text.is_valid()), []


def _right(column: Column) -> str:
    """What would be right, as a sentence."""
    if column.kind is Kind.CODE:
        return "Write one of " + ", ".join(column.words) + "."
    if column.kind is Kind.WORDS:
        return "Write, with spaces between, any of " + ", ".join(column.words) + "."
    limits = (("at least", column.at_least), ("at most", column.at_most))
    bounds = [f"{word} {_limit(column, bound)}" for word, bound in limits if bound is not None and _numeric(column)]
    return _RIGHT[column.kind] + (", " + " and ".join(bounds) if bounds else "") + "."


def _numeric(column: Column) -> bool:
    return column.kind in (Kind.MONEY, Kind.COUNT)


def _limit(column: Column, bound: int) -> str:
    return pounds(bound) if column.kind is Kind.MONEY else str(bound)


_A = {
    Kind.MONEY: "an amount in pounds and pence",
    Kind.COUNT: "a whole number",
    Kind.FLAG: "yes or no",
    Kind.DATE: "a date of the calendar",
    Kind.CODE: "a word of the list",
    Kind.WORDS: "made of words of the list",
    Kind.TEXT: "text",
}
_RIGHT = {
    Kind.MONEY: "Write pounds like 214.35",
    Kind.COUNT: "Write a whole number",
    Kind.FLAG: "Write yes or no",
    Kind.DATE: "Write the date like 1948-07-05",
    Kind.TEXT: "Write some text",
}
_PARSERS: dict[Kind, Callable[[Column, pa.StringArray], _Parsed]] = {
    Kind.MONEY: _money,
    Kind.COUNT: _count,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.CODE: _code,
    Kind.WORDS: _words,
    Kind.TEXT: _text,
}
