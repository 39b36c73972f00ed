"""``marketcross whatif``: another scheme, other prices, another charging policy, a held total; and for whom."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marketcross.cli import allocate, whatif

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = ROOT / "tests" / "examples" / "allocation" / "people-with-money.csv"
RECKONER = ROOT / "policies" / "allocation" / "example-ready-reckoner.yaml"
POINTS = ROOT / "policies" / "allocation" / "example-points.yaml"
GENEROUS = ROOT / "policies" / "charging" / "example-generous.yaml"


def tried(out: Path, *words: object, people: Path = PEOPLE) -> Result:
    return CliRunner().invoke(whatif.command, [str(people), "--out", str(out), *(str(word) for word in words)])


def summary(out: Path) -> dict[str, dict[str, dict[str, list[dict[str, int | None]]]]]:
    found: dict[str, dict[str, dict[str, list[dict[str, int | None]]]]] = json.loads((out / "summary.json").read_text())
    return found


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_two_schemes_are_compared_person_by_person(tmp_path: Path) -> None:
    out = tmp_path / "w"
    result = tried(out, "--scheme", RECKONER, "--scheme", POINTS, "--by", "group")
    assert result.exit_code == 0, result.output
    (everybody,) = summary(out)["changes"]["budgets"]["everybody"]
    rows = rows_of(out / "people.csv")
    pairs = [
        (row["budgets_before"], row["budgets_after"]) for row in rows if row["budgets_before"] and row["budgets_after"]
    ]
    assert everybody["people"] == len(pairs)
    assert everybody["before"] == sum(round(float(before) * 100) for before, _ in pairs)
    assert everybody["more"] == sum(float(after) > float(before) for before, after in pairs)
    assert {file.name for file in out.iterdir()} == {"people.csv", "summary.json", "summary.md"}
    assert "too few people to say without pointing at somebody" in (out / "summary.md").read_text()


def test_the_same_scheme_on_both_sides_changes_nothing(tmp_path: Path) -> None:
    result = tried(tmp_path / "w", "--scheme", RECKONER)
    assert "The indicative budgets do not change." in result.output


def test_a_charging_policy_changes_charges_and_never_budgets(tmp_path: Path) -> None:
    out = tmp_path / "w"
    words = ("--scheme", RECKONER, "--policy", "none", "--policy", GENEROUS, "--on", "2025-11-21", "--by", "group")
    result = tried(out, *words)
    assert result.exit_code == 0, result.output
    assert "The indicative budgets do not change." in result.output
    (charges,) = summary(out)["changes"]["charges"]["everybody"]
    (cost,) = summary(out)["changes"]["cost to the council"]["everybody"]
    assert charges["less"] and not charges["more"]
    assert charges["before"] - charges["after"] == cost["after"] - cost["before"]  # type: ignore[operator]
    for row in rows_of(out / "people.csv"):
        parts = float(row["charges_after"]) + float(row["cost_to_the_council_after"])
        assert parts == pytest.approx(float(row["budgets_after"]))


def test_another_price_is_a_what_if(tmp_path: Path) -> None:
    out = tmp_path / "w"
    assert tried(out, "--scheme", RECKONER, "--price", "home_care=30.00").exit_code == 0
    (found,) = summary(out)["changes"]["budgets"]["everybody"]
    assert found["before"] is not None and found["after"] is not None
    assert found["before"] < found["after"] < found["before"] * 30 // 27
    held = out / "scheme-what-if.yaml"
    result = CliRunner().invoke(
        allocate.command, ["people", str(PEOPLE), "--scheme", str(held), "--out", str(tmp_path / "o.csv")]
    )
    assert result.exit_code == 2
    assert "gives nobody a sum" in result.output


@pytest.mark.parametrize("scheme", [RECKONER, POINTS], ids=["reckoner", "points"])
def test_a_total_is_held_only_as_a_what_if(tmp_path: Path, scheme: Path) -> None:
    out = tmp_path / "w"
    assert tried(out, "--scheme", scheme, "--hold-to", "40000.00").exit_code == 0
    (found,) = summary(out)["changes"]["budgets"]["everybody"]
    assert found["after"] is not None and found["before"] is not None
    assert found["after"] <= 4_000_000 < found["before"]
    assert "status: what_if" in (out / "scheme-what-if.yaml").read_text()
    assert "held_to_budget: '40000.00'" in (out / "scheme-what-if.yaml").read_text()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--policy", "none"), "--policy needs --on"),
        (("--on", "2025-11-21"), "give --policy too"),
        (("--scheme", POINTS, "--scheme", POINTS), "is given 3 times"),
        (("--price", "magic=1.00"), "No price for magic"),
        (("--price", "home_care=much"), "is not an amount in pounds"),
        (("--hold-to", "lots"), "is not an amount in pounds"),
        (("--by", "shoe_size"), "has no column shoe_size"),
    ],
)
def test_what_cannot_be_asked_is_said(tmp_path: Path, words: tuple[object, ...], says: str) -> None:
    result = tried(tmp_path / "w", "--scheme", RECKONER, *words)
    assert result.exit_code == 2, result.output
    assert says in result.output
    assert not (tmp_path / "w").exists()


def test_bad_rows_are_left_out_and_listed(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    lines = PEOPLE.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(",home,", ",castle,")
    people.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ("--scheme", RECKONER, "--policy", "none", "--on", "2025-11-21")
    result = tried(tmp_path / "w", *words, people=people)
    assert result.exit_code == 2
    assert len(rows_of(tmp_path / "w" / "people.csv")) == 119
    (listed,) = rows_of(tmp_path / "w" / "people.rejected.csv")
    assert (listed["row"], listed["column"], listed["found"]) == ("3", "setting", "castle")
    assert tried(tmp_path / "s", *words, "--strict", people=people).exit_code == 2
    assert not (tmp_path / "s").exists()


def test_the_folder_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "w"
    out.mkdir()
    (out / "old.txt").write_text("old")
    assert tried(out, "--scheme", RECKONER).exit_code == 0
    assert not (out / "old.txt").exists()
