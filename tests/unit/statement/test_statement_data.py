"""Open data: what programs read of a statement."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import figure, pack, statement

from marketcross.statement.data import data_files, evidence_json
from marketcross.statement.data.csv_text import STARTS_A_FORMULA, csv_text, harmless
from marketcross.statement.document.walking import figures_in, tables_in
from marketcross.statement.publishing import prepare


def test_every_table_has_a_file_and_its_description() -> None:
    files = dict(data_files(statement().document))
    tables = [table for section in statement().document.sections for table in tables_in(section.blocks)]
    assert set(files) == {name for table in tables for name in (table.file, f"{table.file}-metadata.json")}


def test_a_table_gives_bare_numbers_and_the_way_back_to_the_evidence() -> None:
    text = dict(data_files(statement().document))["gap-extra-care-homes-needed-as-printed.csv"]
    assert list(csv.reader(io.StringIO(text))) == [
        ["Place", "Homes", "Homes: figure id"],
        ["Northend", "60", "homes_northend"],
        ["Southgate", "40", "homes_southgate"],
        ["Madeborough", "90", "homes_needed"],
    ]


def test_descriptions_fit_their_files() -> None:
    """The names of CSVW's columns are those of the file, unique, and a number's column holds numbers."""
    files = dict(data_files(statement().document))
    for name, text in files.items():
        if not name.endswith(".csv"):
            continue
        described = json.loads(files[f"{name}-metadata.json"])
        head, *rows = csv.reader(io.StringIO(text))
        columns = described["tableSchema"]["columns"]
        assert described["url"] == name and [column["titles"] for column in columns] == head
        assert len({column["name"] for column in columns}) == len(columns)
        for index, column in enumerate(columns):
            if column["datatype"] == "number":
                assert all(float(row[index]) is not None for row in rows if row[index])


def test_two_columns_of_one_name_are_told_apart() -> None:
    table = "| A | B | B |\n| --- | --- | --- |\n| x | {{ a }} | {{ a }} |\n"
    files = dict(data_files(prepare(pack(figure("a"), sections={"gap": table})).document))
    columns = json.loads(next(text for name, text in files.items() if name.endswith(".json")))["tableSchema"]["columns"]
    assert len({column["name"] for column in columns}) == len(columns) == 5


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_text_is_no_formula(text: str) -> None:
    table = f"| A | B |\n| --- | --- |\n| {text} | {{{{ a }}}} |\n"
    files = dict(data_files(prepare(pack(figure("a", "-9", qualifier=""), sections={"gap": table})).document))
    row = list(csv.reader(io.StringIO(next(text for name, text in files.items() if name.endswith(".csv")))))[1]
    assert row[0] == f"'{text.strip()}" and row[1] == "-9"


@given(st.text())
def test_guarded_text_never_starts_a_formula_and_comes_back_whole(text: str) -> None:
    guarded = harmless(text)
    assert not guarded.startswith(STARTS_A_FORMULA) and guarded.endswith(text)


@given(
    st.lists(st.lists(st.text(alphabet=st.characters(exclude_characters="\x00"), min_size=1), min_size=1, max_size=3))
)
def test_csv_is_read_back_as_it_was(rows: list[list[str]]) -> None:
    assert list(csv.reader(io.StringIO(csv_text(rows), newline=""))) == rows


def test_evidence_holds_every_figure_source_and_omission() -> None:
    made = statement()
    said = evidence_json(made.pack, made.facts, made.document)
    assert [entry["id"] for entry in said["figures"]] == list(made.pack.figures)
    assert {entry["id"] for entry in said["computed"]} == {
        "extra_care.total",
        "extra_care.northend",
        "extra_care.southgate",
    }
    assert [entry["id"] for entry in said["sources"]] == ["plan", "tables"] and said["omitted"][0][
        "printed"
    ] == "one or two"
    spend = next(entry for entry in said["figures"] if entry["id"] == "care_home_spend")
    assert (spend["value"], spend["printed_as"], spend["locator"]) == ("53.40", "£53.40 million", "5.1")


def test_evidence_says_where_each_figure_is_printed() -> None:
    made = statement()
    said = evidence_json(made.pack, made.facts, made.document)
    anchors = {figure.anchor for section in made.document.sections for figure in figures_in(section.blocks)}
    used = [anchor for entry in [*said["figures"], *said["computed"]] for anchor in entry["used_at"]]
    assert sorted(used) == sorted(anchors)


def test_every_field_is_in_the_reference(root: Path) -> None:
    made = statement()
    said = evidence_json(made.pack, made.facts, made.document)
    page = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "published-files.md").read_text(
        encoding="utf-8"
    )
    for kind in ("figures", "computed", "sources", "omitted"):
        assert all(f"`{field}`" in page for field in (kind, *said[kind][0]))
