"""Each made household's postcode has its localities, whether the borough was made here or read from its folder."""

from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from marketcross.cli import main, places
from marketcross.law import load
from marketcross.opendata.postcodes import read_lookup, read_postcodes
from marketcross.synth.people import made_people, plan
from marketcross.web.places.demo import make, rows_of
from marketcross.web.places.models import Postcode
from marketcross.web.places.queries import localities_of

KINDS = ("neighbourhood", "council_locality", "health_locality", "primary_care_network")


def made_borough():
    return list(made_people(plan(8_000, date(2026, 4, 1)), np.random.default_rng(1), load()))


@pytest.mark.django_db
def test_a_made_borough_is_loaded_with_the_localities_of_its_households() -> None:
    made = made_borough()
    done = make(at=datetime(2026, 11, 22, tzinfo=UTC), made=made)
    assert done.added == done.postcodes == Postcode.objects.count() > 100
    for one in made:
        row = {kind: one.tables["neighbourhoods"][kind][0] for kind in KINDS}
        for postcode in one.tables["households"]["postcode"][::200]:
            found = localities_of(str(postcode))
            assert {kind: found[kind].code for kind in KINDS} == row and found["area"].code == "MADE"


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_folder_of_made_people_gives_the_same_postcodes(tmp_path: Path, ending: str) -> None:
    borough, out = tmp_path / "borough", tmp_path / "places"
    asked = ["borough", "people", "--people", "8000", "--format", ending, "--out", str(borough)]
    assert CliRunner().invoke(main, asked).exit_code == 0
    done = CliRunner().invoke(main, ["places", "made", str(borough), "--out", str(out)])
    assert done.exit_code == 0, done.output
    rows = read_postcodes(out / "postcodes.csv", read_lookup(out / "localities.csv"))
    assert rows == [row for one in made_borough() for row in rows_of(one)]


def test_a_folder_without_made_people_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["places", "made", str(tmp_path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 2 and "has no neighbourhoods.csv: make it with marketcross borough people" in done.output
    assert not (tmp_path / "out").exists()


def test_a_bad_directory_is_refused_before_any_database_is_asked(tmp_path: Path) -> None:
    (tmp_path / "onspd.csv").write_text("pcds,doterm\nZX1 0AA,\n", encoding="utf-8")
    (tmp_path / "l.csv").write_text("by,code,kind,locality,name\n", encoding="utf-8")
    asked = ["places", "load", str(tmp_path / "onspd.csv"), "--localities", str(tmp_path / "l.csv")]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2 and "onspd.csv:1: no column east1m" in done.output


@pytest.mark.django_db
def test_the_command_loads_the_sample_and_says_what_it_did(root: Path) -> None:
    sample = root / "src/marketcross/opendata/postcodes/sample"
    rows = read_postcodes(sample / "postcodes.csv", read_lookup(sample / "localities.csv"))
    assert places._load(rows, "sample") == "50 postcodes: 50 new, 0 changed, the rest as before"
    assert places._load(rows, "sample") == "50 postcodes: 0 new, 0 changed, the rest as before"
    assert localities_of("ZX2 0AD")["council_locality"].name == "Rookness"
