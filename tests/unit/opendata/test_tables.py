"""Tables of people: every ending reads and writes the same, and every bad cell is found with its place."""

import json
from enum import IntEnum
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.tables import (
    BadTableError,
    RejectedRows,
    Writer,
    read,
    reading,
    rejected_path,
    row_schema,
    with_progress,
)


class Setting(IntEnum):
    HOME = 0
    CARE_HOME = 3


COLUMNS = (
    Column("person", Kind.TEXT, "Your own reference."),
    Column("born", Kind.DATE, "Date of birth."),
    Column("savings", Kind.MONEY, "Savings.", "pence", default=0),
    Column("children", Kind.COUNT, "Children.", default=0, at_most=20),
    Column("carer", Kind.FLAG, "A carer.", default=False),
    Column("setting", Kind.CODE, "Where.", default=0, codes=Setting),
)
GOOD = {
    "person": np.array(["A1", "Zoë, 2"], dtype=object),
    "born": np.array([711000, 700001]),
    "savings": np.array([2325001, 5]),
    "children": np.array([0, 2]),
    "carer": np.array([True, False]),
    "setting": np.array([3, 0]),
}


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "jsonl"])
@pytest.mark.parametrize("rows", [0, 1, 2])
def test_what_is_written_is_read_back(tmp_path: Path, ending: str, rows: int) -> None:
    path = tmp_path / f"people.{ending}"
    with Writer(path, COLUMNS) as table:
        for row in range(rows):
            table.add({name: column[row : row + 1] for name, column in GOOD.items()})
    chunks = list(read(path, COLUMNS))
    assert sum(len(chunk.row_numbers) for chunk in chunks) == rows
    for chunk in chunks:
        assert not chunk.problems
        for name, column in GOOD.items():
            assert chunk.values[name].tolist() == column[:rows].tolist()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_blocks_keep_counting_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ROWS_IN_A_BLOCK", 2)
    path = written(
        tmp_path / "p.csv", "person,born\n" + "".join(f"P{n},1950-01-01\n" for n in range(1, 6)) + "P6,never\n"
    )
    chunks = list(with_progress("Reading", read(path, COLUMNS)))
    assert [chunk.row_numbers.tolist() for chunk in chunks] == [[1, 2], [3, 4], [5, 6]]
    assert chunks[-1].problems[0].row == 6
    assert chunks[-1].good().row_numbers.tolist() == [5]


@pytest.mark.parametrize(
    ("cells", "column", "wrong"),
    [
        ("A1,,,,,", "born", "is missing."),
        ("A1,1950-02-31,,,,", "born", "'1950-02-31' is not a date of the calendar."),
        ("A1,5/7/1948,,,,", "born", "'5/7/1948' is not a date of the calendar."),
        ("A1,1950-02-28,12.345,,,", "savings", "'12.345' is not an amount in pounds and pence."),
        ("A1,1950-02-28,-0.01,,,", "savings", "'-0.01' is below £0.00."),
        ("A1,1950-02-28,about 3,,,", "savings", "'about 3' is not an amount in pounds and pence."),
        ("A1,1950-02-28,,1.5,,", "children", "'1.5' is not a whole number."),
        ("A1,1950-02-28,,21,,", "children", "'21' is above 20."),
        ("A1,1950-02-28,,,perhaps,", "carer", "'perhaps' is not yes or no."),
        ("A1,1950-02-28,,,,tent", "setting", "'tent' is not a word of the list."),
        (",1950-02-28,,,,", "person", "is missing."),
        ("A1,1950-02-28", "", "has 2 cells where the header has 6."),
    ],
)
def test_a_bad_cell_is_found_and_its_neighbours_stay(tmp_path: Path, cells: str, column: str, wrong: str) -> None:
    header = ",".join(c.name for c in COLUMNS)
    path = written(tmp_path / "p.csv", f"{header}\nOK,1950-01-01,,,,\n{cells}\nOK,1950-01-01,,,,\n")
    (chunk,) = read(path, COLUMNS)
    assert [(p.row, p.column, p.wrong) for p in chunk.problems] == [(2, column, wrong)]
    assert chunk.problems[0].right.endswith(".")
    assert chunk.good().row_numbers.tolist() == [1, 3]


def test_money_is_read_as_people_write_it(tmp_path: Path) -> None:
    path = written(
        tmp_path / "p.csv", 'person,born,savings\nA,1950-01-01,"£23,250.01"\nB,1950-01-01,7.5\nC,1950-01-01,\n'
    )
    (chunk,) = read(path, COLUMNS)
    assert chunk.values["savings"].tolist() == [2325001, 750, 0]
    assert chunk.given["savings"].tolist() == [True, True, False]


def test_floats_of_parquet_and_json_stay_exact(tmp_path: Path) -> None:
    born = ["1950-01-01"] * 3
    pq.write_table(
        pa.table({"person": ["a", "b", "c"], "born": born, "savings": [0.29, 23250.01, 1.005]}), tmp_path / "p.parquet"
    )
    (chunk,) = read(tmp_path / "p.parquet", COLUMNS)
    assert chunk.values["savings"].tolist()[:2] == [29, 2325001]
    assert [p.row for p in chunk.problems] == [3]
    written(tmp_path / "p.jsonl", '{"person": "a", "born": "1950-01-01", "savings": 0.29, "carer": true}\n"b"\n')
    (chunk,) = read(tmp_path / "p.jsonl", COLUMNS)
    assert (chunk.values["savings"][0], chunk.values["carer"][0]) == (29, True)
    assert [(p.row, p.column) for p in chunk.problems] == [(2, "")]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("p.csv", "person,born,savngs\nA,1950-01-01,1\n", "column 'savngs' is not known: did you mean 'savings'?"),
        ("p.csv", "person\nA\n", "column 'born' is missing and has no default."),
        ("p.csv", "person,person\nA,B\n", "names person more than once"),
        ("p.csv", "", "is empty"),
        ("p.xlsx", "", "the ending must be one of"),
        ("p.json", "{}", "must hold a list"),
        ("p.jsonl", "{", "p.jsonl: "),
        ("p.parquet", "x", "p.parquet: "),
    ],
)
def test_a_bad_file_says_what_to_do(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(BadTableError, match="p\\.") as error:
        list(read(written(tmp_path / name, text), COLUMNS))
    assert says in str(error.value)


def test_latin_letters_are_refused_and_absent_files_named(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_bytes("person,born\nZoë,1950-01-01\n".encode("latin-1"))
    with pytest.raises(BadTableError, match="not UTF-8"):
        list(read(tmp_path / "p.csv", COLUMNS))
    with pytest.raises(BadTableError, match="no such file"):
        list(read(tmp_path / "q.csv", COLUMNS))


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), Writer(tmp_path / "out.csv", COLUMNS) as table:
        table.add(GOOD)
        raise RuntimeError
    assert not list(tmp_path.iterdir())


def test_rejected_rows_stand_beside_the_output(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "person,born\nA,x\nB,1950-01-01\nC,\n")
    (chunk,) = read(path, COLUMNS)
    out = tmp_path / "out.parquet"
    with RejectedRows(out) as rejected:
        rejected.add(chunk.problems)
        assert rejected.rows == 2
    lines = rejected_path(out).read_text().splitlines()
    assert lines[0] == "row,column,found,what_is_wrong,what_would_be_right"
    assert lines[1].startswith("1,born,x,")
    with RejectedRows(out):
        pass
    assert not rejected_path(out).exists(), "a later run without bad rows leaves no list of an earlier one"


def test_the_schema_says_what_the_reader_accepts() -> None:
    schema = row_schema("Person", "One person.", COLUMNS)
    assert schema["required"] == ["person", "born"]
    assert schema["properties"]["setting"]["enum"] == ["home", "care_home"]
    assert schema["properties"]["children"]["maximum"] == 20
    assert schema["properties"]["savings"]["minimum"] == 0
    json.dumps(schema)
