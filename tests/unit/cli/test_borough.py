"""``marketcross borough people`` as people run it."""

import csv
import hashlib
import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from marketcross.cli.borough import command
from marketcross.synth.people import TABLES


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["people", *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def hashes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, root: Path, ending: str) -> None:
    like = str(root / "packs" / "sefton-2020")
    for name in ("one", "two"):
        assert (
            run("--like", like, "--people", "3000", "--seed", "7", "--format", ending, "--out", str(tmp_path / name))[0]
            == 0
        )
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert set(hashes(tmp_path / "one")) == {*(f"{table.name}.{ending}" for table in TABLES), "README.txt", "fit.csv"}
    run("--like", like, "--people", "3000", "--seed", "8", "--format", ending, "--out", str(tmp_path / "three"))
    assert hashes(tmp_path / "three")[f"people.{ending}"] != hashes(tmp_path / "one")[f"people.{ending}"]


def test_csv_and_parquet_hold_the_same_people(tmp_path: Path) -> None:
    for ending in ("csv", "parquet"):
        run("--people", "400", "--format", ending, "--out", str(tmp_path / ending))
    with (tmp_path / "csv" / "people.csv").open(encoding="utf-8") as file:
        written = list(csv.DictReader(file))
    columns = pq.read_table(tmp_path / "parquet" / "people.parquet").to_pydict()
    assert [row["name"] for row in written] == columns["name"]
    assert [row["born"] for row in written] == [day.isoformat() for day in columns["born"]]
    assert [row["capital"] for row in written] == [str(amount) for amount in columns["capital"]]


def test_every_row_and_the_folder_say_that_it_is_made(tmp_path: Path) -> None:
    run("--people", "200", "--out", str(tmp_path / "out"))
    assert (
        (tmp_path / "out" / "README.txt")
        .read_text(encoding="utf-8")
        .startswith("MADE DATA. Nobody in this folder is real")
    )
    for table in TABLES:
        with (tmp_path / "out" / f"{table.name}.csv").open(encoding="utf-8") as file:
            assert {row["made"] for row in csv.DictReader(file)} == {"yes"}


def test_nobody_at_all_is_four_tables_without_rows(tmp_path: Path) -> None:
    assert run("--people", "0", "--out", str(tmp_path / "out"))[0] == 0
    for table in TABLES:
        with (tmp_path / "out" / f"{table.name}.csv").open(encoding="utf-8") as file:
            assert list(csv.reader(file)) == [[column.name for column in table.columns]]


def test_rows_fit_the_published_schema(tmp_path: Path, root: Path) -> None:
    run("--people", "60", "--out", str(tmp_path / "out"))
    for table in TABLES:
        schema = json.loads(
            (root / "docs/reference/schemas" / f"made-{table.name}.schema.json").read_text(encoding="utf-8")
        )
        with (tmp_path / "out" / f"{table.name}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                assert set(row) == set(schema["properties"])
                for name, rule in schema["properties"].items():
                    assert row[name] in rule.get("enum", [row[name]]), (name, row[name])


def test_contradictory_figures_are_made_all_the_same_and_named(tmp_path: Path, root: Path) -> None:
    pack = shutil.copytree(root / "packs" / "sefton-2020", tmp_path / "pack")
    figures = (pack / "figures.csv").read_text(encoding="utf-8")
    (pack / "figures.csv").write_text(figures.replace(",46517,people,2017", ",96517,people,2017"), encoding="utf-8")
    status, said = run("--like", str(pack), "--people", "5000", "--out", str(tmp_path / "out"))
    assert status == 1
    others = "population_2017, population_18_64_2017, population_65_79_2017, population_80_89_2017"
    assert f"population_90_2017 (3300) contradicts {others}, and was left out" in said
    assert "population_90_2017 (3300) contradicts" in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('total = "nobody"', "people.toml:1: total names no figure of figures.csv: nobody"),
        ('total = "population_2017"\nmore = 1', "people.toml:2: unknown key more"),
        ('ages = ["population_18_64_2017"]', "people.toml:1: total is missing"),
        ('total = "population_2017"\nages = ["carers_2011"]', "people.toml:2: the group of carers_2011 names no ages"),
        ('total = "net_budget"', "counts GBP_million: people or percent can be fitted"),
        ("[owned]\nnowhere = 1", "people.toml:2: [owned] nowhere is no locality of pack.toml"),
        ('[localities]\nwards = "pcns"', "people.toml:2: [localities] wards is unknown"),
        ("total = ", "people.toml:1: is not TOML"),
    ],
)
def test_a_wrong_people_toml_is_refused_and_nothing_written(tmp_path: Path, root: Path, text: str, wrong: str) -> None:
    pack = shutil.copytree(root / "packs" / "sefton-2020", tmp_path / "pack")
    (pack / "people.toml").write_text(text, encoding="utf-8")
    status, said = run("--like", str(pack), "--people", "50", "--out", str(tmp_path / "out"))
    assert (status, (tmp_path / "out").exists()) == (2, False)
    assert wrong in said


def test_a_pack_without_people_toml_says_what_to_do(tmp_path: Path, root: Path) -> None:
    status, said = run("--like", str(root / "packs" / "bath-2011"), "--out", str(tmp_path / "out"))
    assert status == 2 and "people.toml:1: is missing" in said


def test_the_pack_itself_is_never_replaced(tmp_path: Path, root: Path) -> None:
    pack = shutil.copytree(root / "packs" / "sefton-2020", tmp_path / "pack")
    assert run("--like", str(pack), "--people", "5", "--out", str(pack))[0] == 2
    assert (pack / "pack.toml").is_file()


@pytest.mark.parametrize(
    ("day", "status"), [("1989-12-31", 2), ("1990-01-01", 0), ("2099-12-31", 0), ("2100-01-01", 2)]
)
def test_days_for_which_people_can_be_made(tmp_path: Path, day: str, status: int) -> None:
    ended, said = run("--people", "40", "--on", day, "--out", str(tmp_path / "out"))
    assert ended == status and (tmp_path / "out").exists() == (status == 0)
    assert status == 0 or f"People cannot be made for {day}" in said
