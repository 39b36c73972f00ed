"""``marketcross project``: two tables in the contract's columns, a folder replaced whole, errors with their lines."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marketcross.cli.project import command

PACK_TOML = """[area]
name = "Elmshire"
code = "E10"
[statement]
title = "Care in Elmshire"
edition = "2026"
publisher = "Elmshire Council"
contact_email = "care@elmshire.example"
"""
FILES = {
    "pack.toml": PACK_TOML,
    "sources.csv": "id,title,publisher,year,locator_kind\ns,Survey,Elmshire,2026,page\n",
    "figures.csv": "id,label,value,unit,period,area,group,qualifier,precision,source,locator,note\n",
    "series/rates.csv": "condition,sex,age_from,age_to,rate,source\n"
    "dementia,persons,65,79,0.02,s\ndementia,persons,80,,0.1,s\nfalls,persons,65,,0.25,s\n",
    "series/population.csv": "area,year,sex,age_from,age_to,people\n"
    "E10,2020,persons,18,64,5000\nE10,2020,persons,65,79,1000\nE10,2020,persons,80,,501\n"
    "E10,2030,persons,18,64,4900\nE10,2030,persons,65,79,1200\nE10,2030,persons,80,,800\n"
    "north,2030,persons,65,79,100\n",
    "series/clients.csv": "area,service,group,year,people\n"
    + "".join(f"E10,home_care,65 and over,{year},{260 + 10 * (year - 2016)}\n" for year in range(2016, 2021))
    + "E10,day,learning disability,2019,90\nE10,day,learning disability,2020,100\nnorth,day,,2020,5\n",
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "pack" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "pack"


def project(pack: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(pack), "--out", str(out), *options])


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def test_demand(pack: Path, tmp_path: Path) -> None:
    assert project(pack, tmp_path / "out").exit_code == 0
    assert rows(tmp_path / "out" / "demand.csv") == [
        ["area", "year", "condition", "people"],
        ["E10", "2020", "dementia", "70.1"],
        ["E10", "2020", "falls", "375.25"],
        ["E10", "2030", "dementia", "104"],
        ["E10", "2030", "falls", "500"],
        ["north", "2030", "dementia", "2"],
        ["north", "2030", "falls", "25"],
    ]


def test_clients(pack: Path, tmp_path: Path) -> None:
    done = project(pack, tmp_path / "out")
    found = rows(tmp_path / "out" / "clients.csv")
    assert found[0] == ["area", "year", "service", "group", "method", "people"]
    by_key = {tuple(row[:-1]): float(row[-1]) for row in found[1:]}
    assert by_key[("E10", "2030", "home_care", "65 and over", "linear")] == 400
    assert by_key[("E10", "2030", "home_care", "65 and over", "population")] == pytest.approx(
        300 * 2000 / 1501, abs=1e-6
    )
    assert by_key[("E10", "2030", "day", "learning disability", "population")] == pytest.approx(
        100 * 6900 / 6501, abs=1e-6
    )
    assert {key[-1] for key in by_key if key[2] == "home_care"} == {"population", "linear", "damped"}
    assert {key[-1] for key in by_key if key[2] == "day"} == {"population", "linear"}
    assert "the group names no ages" in done.stderr
    assert "north, day, everybody: the method population needs a count" in done.stderr
    assert (tmp_path / "out" / "notes.txt").read_text(encoding="utf-8").splitlines() == done.stderr.splitlines()


def test_the_folder_is_replaced_whole(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "old").mkdir(parents=True)
    (out / "old" / "stale.csv").write_text("x", encoding="utf-8")
    assert project(pack, out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["clients.csv", "demand.csv", "notes.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "pack"]


ASTRIDE = "E10,2030,persons,65,79,1200\n", "E10,2030,persons,60,70,600\nE10,2030,persons,71,79,600\n"


def test_bands_that_do_not_line_up(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "demand.csv").write_text("as it was", encoding="utf-8")
    (pack / "series" / "population.csv").write_text(
        FILES["series/population.csv"].replace("18,64,4900", "18,59,4000").replace(*ASTRIDE), encoding="utf-8"
    )
    done = project(pack, out)
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 3  # dementia, falls, and the group of home care
    assert all(line.startswith("series/population.csv:6: ") for line in lines)
    assert sum("population band persons 60 to 70 does not lie inside" in line for line in lines) == 2
    assert sum("lie partly outside ages 65 and over" in line for line in lines) == 1
    assert (out / "demand.csv").read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in out.iterdir()] == ["demand.csv"]


def test_split_uniform_says_so(pack: Path, tmp_path: Path) -> None:
    (pack / "series" / "population.csv").write_text(
        FILES["series/population.csv"].replace("18,64,4900", "18,59,4000").replace(*ASTRIDE), encoding="utf-8"
    )
    done = project(pack, tmp_path / "out", "--split-uniform")
    assert done.exit_code == 0
    assert (
        "persons 60 to 70 was split evenly over its ages to meet the rates of dementia (persons 65 to 79)"
        in done.stderr
    )
    assert "population bands 60 to 70 were split evenly" in done.stderr
    demand = {tuple(row[:3]): float(row[3]) for row in rows(tmp_path / "out" / "demand.csv")[1:]}
    # Six of the eleven ages from 60 to 70 have a rate: 600 x 6/11, and 600 of 71 to 79.
    assert demand[("E10", "2030", "dementia")] == pytest.approx((600 * 6 / 11 + 600) * 0.02 + 80, abs=1e-6)


def test_a_pack_without_population(pack: Path, tmp_path: Path) -> None:
    (pack / "series" / "population.csv").unlink()
    done = project(pack, tmp_path / "out")
    assert done.exit_code == 2
    assert done.stderr.startswith("series/population.csv:1: is missing or has no rows")
    assert not (tmp_path / "out").exists()


def test_bad_input_is_said_by_the_reader(pack: Path, tmp_path: Path) -> None:
    (pack / "series" / "rates.csv").write_text("condition,sex\n", encoding="utf-8")
    done = project(pack, tmp_path / "out")
    assert done.exit_code == 2 and "series/rates.csv:1" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("where", ["pack", ".", "pack/series/population.csv"])
def test_the_pack_is_never_replaced(pack: Path, tmp_path: Path, where: str) -> None:
    done = project(pack, tmp_path / where)
    assert done.exit_code == 2
    assert (pack / "pack.toml").exists() and (pack / "series" / "population.csv").is_file()
