"""``marketcross eligibility``: files in, files out, bad rows listed with what would be right, one row explained."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from marketcross.cli import eligibility

ROOT = Path(__file__).resolve().parents[3]
ASSESSMENTS = ROOT / "tests" / "examples" / "eligibility" / "assessments.csv"
SCHEMAS = ROOT / "docs" / "reference" / "schemas"


def decided(file: Path, *words: str, on: str = "2026-11-21") -> Result:
    return CliRunner().invoke(eligibility.command, [str(file), "--on", on, *words])


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def changed(folder: Path, row: int, **cells: str) -> Path:
    """The example table with some cells of one row changed; rows count from 1."""
    rows = rows_of(ASSESSMENTS)
    rows[row - 1] |= cells
    path = folder / "assessments.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_example_is_decided(tmp_path: Path) -> None:
    out = tmp_path / "decisions.csv"
    assert decided(ASSESSMENTS, "--out", str(out)).exit_code == 0
    found = {row["person"]: row["decision"] for row in rows_of(out)}
    assert found == {
        **dict.fromkeys(("A1", "A2", "A5", "A6", "C1", "C2"), "eligible"),
        **dict.fromkeys(("A3", "A4", "C3", "C4"), "not_eligible"),
    }
    assert rows_of(out)[3]["follows"].endswith("decided_to_meet")
    assert not (tmp_path / "decisions.rejected.csv").exists()


@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "jsonl"])
def test_any_ending_in_and_out(tmp_path: Path, ending: str) -> None:
    out, again = tmp_path / f"decisions.{ending}", tmp_path / "again.csv"
    assert decided(ASSESSMENTS, "--out", str(out)).exit_code == 0
    text = str(pq.read_table(out).to_pylist()) if ending == "parquet" else out.read_text(encoding="utf-8")
    assert "written_record advice prevention reasons review" in text
    if ending == "jsonl":
        rows = [json.dumps({name: cell or None for name, cell in row.items()}) for row in rows_of(ASSESSMENTS)]
        (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
        assert decided(tmp_path / "in.jsonl", "--out", str(again)).exit_code == 0
        assert [row["decision"] for row in rows_of(again)].count("eligible") == 6


def test_bad_rows_are_listed_and_good_ones_decided(tmp_path: Path) -> None:
    file, out = changed(tmp_path, 2, born="2010-01-01", work=""), tmp_path / "out.csv"
    result = decided(file, "--out", str(out))
    assert result.exit_code == 2
    assert "1 rows rejected" in result.output
    assert len(rows_of(out)) == 9
    listed = rows_of(tmp_path / "out.rejected.csv")
    assert [(row["row"], row["column"], row["found"]) for row in listed] == [
        ("2", "born", "2010-01-01"),
        ("2", "work", ""),
    ]
    assert "under 18" in listed[0]["what_is_wrong"] and "sections 58 to 66" in listed[0]["what_would_be_right"]


def test_a_word_that_is_not_on_the_list_is_a_bad_cell(tmp_path: Path) -> None:
    result = decided(changed(tmp_path, 1, nutrition="poor"), "--out", str(tmp_path / "out.csv"))
    assert result.exit_code == 2
    (listed,) = rows_of(tmp_path / "out.rejected.csv")
    assert (listed["column"], listed["found"]) == ("nutrition", "poor")
    assert "needs_help, pain_distress_anxiety, danger" in listed["what_would_be_right"]


def test_strict_stops_and_writes_nothing(tmp_path: Path) -> None:
    file = changed(tmp_path, 2, born="2010-01-01")
    result = decided(file, "--out", str(tmp_path / "out.csv"), "--strict")
    assert result.exit_code == 2
    assert "row 2, born" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["assessments.csv"]


def test_one_row_is_explained_aloud(tmp_path: Path) -> None:
    result = decided(ASSESSMENTS, "--explain", "1")
    assert result.exit_code == 0
    assert result.output.startswith("Whether your needs for care and support are eligible, on 21 November 2026")
    assert "A carer helps you today with keeping clean. That help was left out of account" in result.output
    assert "not yet verified" in result.output, "the guidance's paragraphs were not read"
    assert decided(changed(tmp_path, 1, toilet=""), "--explain", "1").exit_code == 2
    assert "has no row 11" in decided(ASSESSMENTS, "--explain", "11").output


@pytest.mark.parametrize(("on", "says"), [("2015-03-31", "are known from 2015-04-01"), ("2031-01-01", "is known from")])
def test_a_day_outside_what_is_known_says_so(tmp_path: Path, on: str, says: str) -> None:
    result = decided(ASSESSMENTS, "--out", str(tmp_path / "o.csv"), on=on)
    assert result.exit_code == 2
    assert says in result.output
    assert not list(tmp_path.iterdir())


def test_the_first_day_of_the_criteria_is_known(tmp_path: Path) -> None:
    assert decided(ASSESSMENTS, "--explain", "7", on="2015-04-01").exit_code == 0


def test_it_says_what_is_missing_from_the_command() -> None:
    result = decided(ASSESSMENTS)
    assert result.exit_code == 2
    assert "--out FILE" in result.output


def test_the_published_schemas_describe_the_files(tmp_path: Path) -> None:
    out = tmp_path / "decisions.jsonl"
    assert decided(ASSESSMENTS, "--out", str(out)).exit_code == 0
    schema = json.loads((SCHEMAS / "eligibility-decision.schema.json").read_text(encoding="utf-8"))
    for line in out.read_text(encoding="utf-8").splitlines():
        Draft202012Validator(schema).validate(json.loads(line))
    schema = json.loads((SCHEMAS / "eligibility-assessment.schema.json").read_text(encoding="utf-8"))
    flags = {name for name, about in schema["properties"].items() if about["type"] == "boolean"}
    for row in rows_of(ASSESSMENTS):
        cells = {name: cell == "yes" if name in flags else cell for name, cell in row.items() if cell}
        Draft202012Validator(schema).validate(cells)
    with pytest.raises(Exception, match="poor"):
        Draft202012Validator(schema).validate(cells | {"nutrition": "poor"})
