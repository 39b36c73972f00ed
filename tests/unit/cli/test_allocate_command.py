"""``marketcross allocate``, ``calibrate`` and ``check``: sums by a published scheme, and what past plans say of it."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from marketcross.cli import allocate
from marketcross.opendata.policies import read_scheme

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "tests" / "examples" / "allocation"
PEOPLE, PLANS = EXAMPLES / "people.csv", EXAMPLES / "made-past-plans.csv"
RECKONER = ROOT / "policies" / "allocation" / "example-ready-reckoner.yaml"
POINTS = ROOT / "policies" / "allocation" / "example-points.yaml"
SCHEMAS = ROOT / "docs" / "reference" / "schemas"


def allocated(*words: object) -> Result:
    return CliRunner().invoke(allocate.command, [str(word) for word in words])


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def changed(source: Path, folder: Path, row: int, **cells: str) -> Path:
    rows = rows_of(source)
    rows[row - 1] |= cells
    path = folder / source.name
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("scheme", [RECKONER, POINTS], ids=["reckoner", "points"])
@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "jsonl"])
def test_one_table_of_answers_serves_both_schemes(tmp_path: Path, scheme: Path, ending: str) -> None:
    out = tmp_path / f"sums.{ending}"
    result = allocated(PEOPLE, "--scheme", scheme, "--out", out)
    assert result.exit_code == 0, result.output
    assert out.stat().st_size > 100
    if ending == "csv":
        rows = rows_of(out)
        assert len(rows) == 12
        assert all((row["usual"] == "") == (row["no_figure"] != "figure") for row in rows), "nothing is not 0.00"
        assert any(row["no_figure"] != "figure" for row in rows)


def test_one_row_is_explained_to_the_penny() -> None:
    result = allocated(PEOPLE, "--scheme", RECKONER, "--explain", "12")
    assert result.exit_code == 0
    assert "to start planning with" in result.output
    assert "No council uses it" in result.output
    assert "on 1 April 2026" in result.output
    assert "on 9 May 2026" in allocated(PEOPLE, "--scheme", RECKONER, "--explain", "12", "--on", "2026-05-09").output


def test_contradictions_are_listed_and_others_computed(tmp_path: Path) -> None:
    file = changed(PEOPLE, tmp_path, 3, washing="none", washing_met="half", others_agree="no")
    result = allocated(file, "--scheme", POINTS, "--out", tmp_path / "sums.csv")
    assert result.exit_code == 2
    assert len(rows_of(tmp_path / "sums.csv")) == 11
    listed = rows_of(tmp_path / "sums.rejected.csv")
    assert {row["row"] for row in listed} == {"3"}
    assert {row["column"] for row in listed} >= {"washing_met"}
    assert allocated(file, "--scheme", POINTS, "--out", tmp_path / "no.csv", "--strict").exit_code == 2
    assert not (tmp_path / "no.csv").exists()


def test_a_scheme_is_used_only_while_it_is_in_use(tmp_path: Path) -> None:
    def on(day: str) -> Result:
        return allocated(PEOPLE, "--scheme", POINTS, "--out", tmp_path / "o.csv", "--on", day)

    assert on("2026-03-31").exit_code == 2
    assert on("2026-04-01").exit_code == 0
    assert on("2027-03-31").exit_code == 0
    assert "and not on 2027-04-01" in on("2027-04-01").output


def test_a_broken_scheme_says_everything_at_once(tmp_path: Path) -> None:
    data = yaml.load(POINTS.read_text(encoding="utf-8"), yaml.BaseLoader)
    data["status"], data["title"] = "secret", ""
    path = tmp_path / "scheme.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    result = allocated(PEOPLE, "--scheme", path, "--out", tmp_path / "o.csv")
    assert result.exit_code == 2
    assert f"{path}: status:" in result.output and f"{path}: title:" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("status", ["published", "draft"])
def test_a_scheme_held_to_a_budget_is_refused_whatever_it_calls_itself(tmp_path: Path, status: str) -> None:
    data = yaml.load(POINTS.read_text(encoding="utf-8"), yaml.BaseLoader)
    path = tmp_path / "held.yaml"
    for said in ("what_if", status):
        path.write_text(yaml.safe_dump(data | {"status": said, "held_to_budget": "1000.00"}), encoding="utf-8")
        result = allocated(PEOPLE, "--scheme", path, "--out", tmp_path / "o.csv")
        assert result.exit_code == 2
        assert "must be enough to meet the person's needs" in result.output.replace("\n", " ")
    assert not (tmp_path / "o.csv").exists()


def test_the_columns_of_a_scheme_are_listed() -> None:
    result = allocated("columns", "--scheme", RECKONER)
    assert result.exit_code == 0
    assert "nights (none, some, much, unusual)" in result.output
    assert "nights_met (none, some, half, most, all), may be left empty" in result.output


def test_a_table_is_found_anew_from_past_plans_with_its_report(tmp_path: Path) -> None:
    out = tmp_path / "calibrated.yaml"
    result = allocated("calibrate", PLANS, "--scheme", POINTS, "--out", out, "--by", "group")
    assert result.exit_code == 0, result.output
    found = read_scheme(out)
    assert found.status == "draft" and not found.made_example
    report = json.loads((tmp_path / "calibrated.report.json").read_text(encoding="utf-8"))
    assert (report["learned_from"], report["judged_on"]) == (320, 80)
    assert report["overall"]["plans"] + report["overall"]["without_figure"] == 80
    assert any(fit is None for fit in report["by_group"]["group"].values()), "small groups are hidden"
    assert {line.split(":")[0] for line in report["readings"]} >= {"Everybody"}
    again = tmp_path / "again.yaml"
    allocated("calibrate", PLANS, "--scheme", POINTS, "--out", again, "--by", "group")
    assert again.read_text(encoding="utf-8") == out.read_text(encoding="utf-8"), "the same lot gives the same result"
    assert allocated(PEOPLE, "--scheme", out, "--explain", "2").exit_code == 0


def test_a_ready_reckoner_is_checked_and_not_calibrated(tmp_path: Path) -> None:
    result = allocated("calibrate", PLANS, "--scheme", RECKONER, "--out", tmp_path / "o.yaml")
    assert result.exit_code == 2
    assert "nothing to calibrate" in result.output
    result = allocated("check", PLANS, "--scheme", RECKONER, "--out", tmp_path / "check.json", "--by", "group")
    assert result.exit_code == 0
    report = json.loads((tmp_path / "check.json").read_text(encoding="utf-8"))
    assert report["overall"]["plans"] + report["overall"]["without_figure"] == 400
    assert report["fairness"]["group"]


def test_bad_plans_are_left_out_listed_and_told(tmp_path: Path) -> None:
    file = changed(PLANS, tmp_path, 7, cost="lots")
    result = allocated("check", file, "--scheme", POINTS, "--out", tmp_path / "check.json")
    assert result.exit_code == 2
    (listed,) = rows_of(tmp_path / "check.rejected.csv")
    assert (listed["row"], listed["column"]) == ("7", "cost")
    assert allocated("check", file, "--scheme", POINTS, "--out", tmp_path / "no.json", "--strict").exit_code == 2
    assert not (tmp_path / "no.json").exists()


def test_too_few_plans_are_no_base_for_a_price(tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text("\n".join(PLANS.read_text(encoding="utf-8").splitlines()[:6]) + "\n", encoding="utf-8")
    result = allocated("calibrate", few, "--scheme", POINTS, "--out", tmp_path / "o.yaml")
    assert result.exit_code == 2
    assert "must rest on at least 10" in result.output
    assert not (tmp_path / "o.yaml").exists()


def test_the_published_schemas_describe_the_files(tmp_path: Path) -> None:
    def schema(name: str) -> Draft202012Validator:
        return Draft202012Validator(
            json.loads((SCHEMAS / f"allocation-{name}.schema.json").read_text(encoding="utf-8"))
        )

    for path in (RECKONER, POINTS):
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        schema("scheme").validate(json.loads(json.dumps(data, default=str)))
        assert not schema("scheme").is_valid(json.loads(json.dumps(data | {"status": "secret"}, default=str)))
    out = tmp_path / "sums.jsonl"
    allocated(PEOPLE, "--scheme", RECKONER, "--out", out)
    for line in out.read_text(encoding="utf-8").splitlines():
        schema("sum").validate(json.loads(line))
    for row in rows_of(PEOPLE):
        flags = {"others_agree": row["others_agree"] == "yes", "unusual": row["unusual"] == "yes"}
        schema("person").validate({name: cell for name, cell in row.items() if cell} | flags)
