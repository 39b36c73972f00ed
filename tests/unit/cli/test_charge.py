"""``marketcross charge`` and ``marketcross reference``: files in, files out, bad rows listed, nothing half done."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from marketcross.cli import charge, reference
from marketcross.cli._compiled_rules import ready_for
from marketcross.engine.rules import charging, compiled

HEADER = "person,born,setting,cost_of_care,state_pension,savings,couple\n"
GOOD = "A1,1940-01-01,home,500.00,200.00,14250.01,no\n"
BAD = "A2,2010-01-01,home,500.00,-1,,no\n"
YOUNG = "A3,2010-01-01,home,500.00,,,no\n"
UNKNOWN = "A4,1990-01-01,home,500.00,,,yes\n"


def charged(file: Path, *words: str, on: str = "2021-11-21") -> Result:
    return CliRunner().invoke(charge.command, [str(file), "--on", on, *words])


def people(folder: Path, *rows: str) -> Path:
    path = folder / "people.csv"
    path.write_text(HEADER + "".join(rows))
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "jsonl"])
def test_a_table_is_charged_into_any_ending(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"charges.{ending}"
    result = charged(people(tmp_path, GOOD), "--out", str(out))
    assert result.exit_code == 0, result.output
    text = str(pq.read_table(out).to_pylist()) if ending == "parquet" else out.read_text()
    assert "12.00" in text
    assert "means_tested" in text
    assert not (tmp_path / "charges.rejected.csv").exists()


def test_bad_rows_are_listed_and_good_ones_computed(tmp_path: Path) -> None:
    out = tmp_path / "charges.csv"
    result = charged(people(tmp_path, BAD, GOOD, YOUNG), "--out", str(out))
    assert result.exit_code == 2
    assert [row["person"] for row in rows_of(out)] == ["A1"]
    listed = rows_of(tmp_path / "charges.rejected.csv")
    assert [(row["row"], row["column"]) for row in listed] == [("1", "state_pension"), ("3", "born")]
    assert listed[1]["found"] == "2010-01-01"
    assert all(row["what_would_be_right"] for row in listed)


def test_strict_stops_and_leaves_nothing(tmp_path: Path) -> None:
    result = charged(people(tmp_path, GOOD, BAD), "--out", str(tmp_path / "charges.csv"), "--strict")
    assert result.exit_code == 2
    assert "row 2, state_pension" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_a_row_that_turns_on_an_unknown_value_is_rejected_with_its_name(tmp_path: Path) -> None:
    out = tmp_path / "charges.csv"
    result = charged(people(tmp_path, GOOD, UNKNOWN), "--out", str(out), on="2025-11-21")
    assert result.exit_code == 2
    listed = rows_of(tmp_path / "charges.rejected.csv")
    assert [row["row"] for row in listed] == ["2"]
    assert "guarantee_couple" in listed[0]["what_is_wrong"]
    assert "--rates" in listed[0]["what_would_be_right"]


def test_an_unverified_value_is_named_beside_the_charge_that_rests_on_it(tmp_path: Path) -> None:
    out = tmp_path / "charges.csv"
    assert charged(people(tmp_path, GOOD), "--out", str(out), on="2025-11-21").exit_code == 0
    assert rows_of(out)[0]["not_yet_verified"] == "guarantee_single_pension_age"
    assert charged(people(tmp_path, GOOD), "--out", str(out)).exit_code == 0
    assert rows_of(out)[0]["not_yet_verified"] == ""


def test_one_row_is_explained(tmp_path: Path) -> None:
    result = charged(people(tmp_path, YOUNG, GOOD), "--explain", "2")
    assert result.exit_code == 0
    assert "You pay £12.00 a week from 21 November 2021 until 6 April 2022." in result.output
    assert "couple" not in result.output.split("Nothing was said about these")[1].split(".")[0]
    assert charged(people(tmp_path, YOUNG), "--explain", "1").exit_code == 2
    assert charged(people(tmp_path, YOUNG), "--explain", "5").exit_code == 2


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        ("title: T\n", "'council' must say something"),
        ("title: T\ncouncil: C\nsource: S\ncharging: {maximum_charge: 12.5}\n", "must be pounds in quotes"),
        ("title: T\ncouncil: C\nsource: S\ncharging: {maximum_charge: 'lots'}\n", "is not an amount in pounds"),
        ("title: T\ncouncil: C\nsource: S\ncharging: {charges_carers: 1}\n", "must be true or false"),
        ("title: T\ncouncil: C\nsource: S\ncharging: {share_of_disposable_income: 101}\n", "between 0 and 100"),
        ("title: T\ncouncil: C\nsource: S\ncharging: {maximum: '1.00'}\n", "'maximum' is not known"),
        ("title: T\ncouncil: C\nsource: S\nuntil: 2021-11-21\ncharging: {}\n", "ended on 2021-11-21"),
        ("[", "cannot be read"),
        ("- a", "must hold fields"),
    ],
)
def test_a_bad_policy_says_what_is_wrong(tmp_path: Path, policy: str, says: str) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(policy)
    result = charged(people(tmp_path, GOOD), "--policy", str(path), "--out", str(tmp_path / "o.csv"))
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("policy", sorted(Path("policies/charging").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_policies_are_read_and_used(tmp_path: Path, policy: Path) -> None:
    result = charged(people(tmp_path, GOOD), "--policy", str(policy), "--explain", "1")
    assert result.exit_code == 0, result.output
    assert "a made example" in result.output


def test_a_day_outside_the_known_years_and_missing_words(tmp_path: Path) -> None:
    file = people(tmp_path, GOOD)
    outside = charged(file, "--out", str(tmp_path / "o.csv"), on="2031-01-01")
    assert outside.exit_code == 2
    assert "known from 2015-04-01 until" in outside.output
    assert charged(file).exit_code == 2
    assert not (tmp_path / "o.csv").exists()


def test_rules_for_a_large_file_are_kept_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    small, large = tmp_path / "small.csv", tmp_path / "large.csv"
    small.write_text("x")
    large.write_bytes(b"x" * 300_000)
    seen: list[str | None] = []
    monkeypatch.setattr("marketcross.cli._compiled_rules.prepare", lambda _, kept=None: seen.append(kept))
    ready_for(small, charging.CHARGING)
    assert not seen
    ready_for(large, charging.CHARGING)
    (kept,) = (tmp_path / "cache" / "marketcross").iterdir()
    assert seen == [str(kept)]
    assert kept.read_text() == compiled.source(charging.CHARGING)
    monkeypatch.setenv("XDG_CACHE_HOME", str(large))  # a file, so that no folder can be made there
    ready_for(large, charging.CHARGING)
    assert seen[-1] is None


def test_the_reference_pages_are_as_the_definitions_make_them(tmp_path: Path, root: Path) -> None:
    shipped = ["--check", "--to", str(root / "docs" / "reference")]
    result = CliRunner().invoke(reference.command, shipped)
    assert result.exit_code == 0, result.output
    fresh = CliRunner().invoke(reference.command, ["--to", str(tmp_path)])
    assert fresh.exit_code == 0
    schema = json.loads((tmp_path / "schemas" / "charge-person.schema.json").read_text())
    assert schema["required"] == ["born", "setting", "cost_of_care"]
    (tmp_path / "law.md").write_text("old")
    stale = CliRunner().invoke(reference.command, ["--check", "--to", str(tmp_path)])
    assert stale.exit_code == 1
    assert "law.md" in stale.output
