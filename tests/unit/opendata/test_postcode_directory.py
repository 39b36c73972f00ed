"""The postcode directory and a council's table: what is read, and everything that is wrong at once."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from marketcross.law import load
from marketcross.opendata.finding import BadFileError
from marketcross.opendata.postcodes import (
    LocalityKind,
    LocalityRow,
    PostcodeRow,
    read_lookup,
    read_postcodes,
    write_lookup,
    write_postcodes,
)
from marketcross.synth.people import made_people, plan

NEW = "pcd7,pcds,dointr,doterm,usrtypind,east1m,north1m,lad25cd,wd25cd,lsoa11cd,lsoa21cd,msoa21cd"
OLD = "pcd,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,oslaua,osward,lsoa01,lsoa11,msoa11"
TABLE = "by,code,kind,locality,name"


@pytest.fixture
def sample(root: Path) -> Path:
    return root / "src/marketcross/opendata/postcodes/sample"


def directory(folder: Path, *lines: str, heading: str = NEW) -> Path:
    path = folder / "onspd.csv"
    path.write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8")
    return path


def table(folder: Path, *lines: str) -> Path:
    path = folder / "localities.csv"
    path.write_text("\n".join([TABLE, *lines]) + "\n", encoding="utf-8")
    return path


def row(postcode: str, term: str = "", east: str = "30000", north: str = "0080000", area: str = "MADE") -> str:
    return f"X,{postcode},199001,{term},0,{east},{north},{area},W1,L0,L1,M1"


def read(folder: Path, lines: list[str], lookup: list[str], areas: tuple[str, ...] = (), heading: str = NEW):
    return read_postcodes(directory(folder, *lines, heading=heading), read_lookup(table(folder, *lookup)), areas)


def findings(folder: Path, lines: list[str], lookup: list[str], areas: tuple[str, ...] = (), heading: str = NEW) -> str:
    with pytest.raises(BadFileError) as caught:
        read(folder, lines, lookup, areas, heading)
    return str(caught.value).replace(f"{folder}/", "")


NORTH = "msoa,M1,council_locality,north,North"


@pytest.mark.parametrize("heading", [NEW, NEW.upper(), OLD, NEW.replace("25cd", "26cd")])
def test_every_editions_columns_are_known(tmp_path: Path, heading: str) -> None:
    [found] = read(tmp_path, [row("ZX1 0AA")], [NORTH], heading=heading)
    north = LocalityRow(LocalityKind.COUNCIL_LOCALITY, "north", "North")
    assert found == PostcodeRow("ZX1 0AA", 30_000, 80_000, None, (north,))


def test_the_newest_census_is_read_where_a_file_has_two(tmp_path: Path) -> None:
    [found] = read(tmp_path, [row("ZX1 0AA")], ["lsoa,L1,council_locality,new,New"])
    assert found.localities[0].code == "new"


@pytest.mark.parametrize(
    ("lookup", "locality"),
    [
        (["area,MADE,council_locality,a,A"], "a"),
        (["area,MADE,council_locality,a,A", "ward,W1,council_locality,b,B"], "b"),
        (["ward,W1,council_locality,b,B", NORTH], "north"),
        (["lsoa,L1,council_locality,c,C", NORTH], "c"),
        (["postcode,zx10aa,council_locality,d,D", "lsoa,L1,council_locality,c,C", NORTH], "d"),
    ],
)
def test_the_narrower_line_settles_the_wider(tmp_path: Path, lookup: list[str], locality: str) -> None:
    [found] = read(tmp_path, [row("ZX1 0AA")], lookup)
    assert [place.code for place in found.localities] == [locality]


def test_kinds_do_not_settle_each_other(tmp_path: Path) -> None:
    lookup = [NORTH, "lsoa,L1,health_locality,h,H", "area,MADE,area,MADE,Made"]
    [found] = read(tmp_path, [row("ZX1 0AA")], lookup)
    assert [place.kind.value for place in found.localities] == ["area", "council_locality", "health_locality"]


@pytest.mark.parametrize(
    ("east", "north", "place"),
    [
        ("30000", "0080000", (30_000, 80_000)),
        ("", "", (None, None)),
        ("0", "0", (None, None)),
    ],
)
def test_a_place_is_known_or_not(tmp_path: Path, east: str, north: str, place: tuple[int | None, ...]) -> None:
    [found] = read(tmp_path, [row("ZX1 0AA", east=east, north=north)], [NORTH])
    assert (found.easting, found.northing) == place


def test_places_on_another_grid_are_left_unknown(tmp_path: Path) -> None:
    [found] = read(tmp_path, [row("BT1 1AA", east="333900", north="0374300")], [NORTH])
    assert found.easting is None is found.northing


def test_terminated_postcodes_are_kept_with_their_localities(tmp_path: Path) -> None:
    [found] = read(tmp_path, [row("ZX1 0AA", term="201903")], [NORTH])
    assert found.terminated_on == date(2019, 3, 1) and found.localities


def test_areas_choose_rows_and_without_them_the_table_does(tmp_path: Path) -> None:
    lines = [row("ZX1 0AA"), row("ZX2 0AA", area="NEXT").replace("M1", "M2"), row("ZX3 0AA", area="FAR")]
    assert [r.postcode for r in read(tmp_path, lines, [NORTH])] == ["ZX1 0AA", "ZX3 0AA"]
    chosen = read(tmp_path, lines, [NORTH], ("MADE", "NEXT"))
    assert [(r.postcode, len(r.localities)) for r in chosen] == [("ZX1 0AA", 1), ("ZX2 0AA", 0)]


def test_everything_that_is_wrong_is_said_at_once_with_file_and_line(tmp_path: Path) -> None:
    lines = [
        row("ZX1 0AA"),
        row("nowhere"),
        row("ZX1 0AB", term="201913"),
        row("ZX1 0AC", east="elsewhere"),
        row("ZX1 0AD", east=""),
        row("ZX1 0AA"),
        "too,short",
    ]
    said = findings(tmp_path, lines[:-1], [NORTH, "msoa,M9,council_locality,south,South"], ("MADE", "GONE"))
    assert said.splitlines() == [
        "localities.csv:3: no postcode of onspd.csv has msoa M9",
        "onspd.csv:1: no postcode lies in area GONE",
        "onspd.csv:3: 'nowhere' is not a postcode: write it as ZX1 0AA",
        "onspd.csv:4: doterm '201913' is no month: write it as 202603, or leave it empty while it is in use",
        "onspd.csv:5: ZX1 0AC: 'elsewhere' east and '0080000' north are no metres on the national grid",
        "onspd.csv:6: ZX1 0AD: '' east and '0080000' north are no metres on the national grid",
        "onspd.csv:7: ZX1 0AA stands in line 2 as well: take one out",
    ]
    assert "onspd.csv:8: has 2 cells where the heading has 12" in findings(tmp_path, lines, [NORTH])


@pytest.mark.parametrize("month", ["197212", "000000", "2019-3", "20190301", "201900"])
def test_a_month_must_be_one(tmp_path: Path, month: str) -> None:
    assert "is no month" in findings(tmp_path, [row("ZX1 0AA", term=month)], [NORTH])


def test_a_file_that_is_not_the_directory_is_refused(tmp_path: Path) -> None:
    said = findings(tmp_path, [], [NORTH], heading="name,pcds,doterm")
    assert said.startswith("onspd.csv:1: no column east1m, north1m, lsoa21cd, msoa21cd, wd25cd, lad25cd (or its name")


def test_a_table_says_all_that_is_wrong(tmp_path: Path) -> None:
    lines = [
        "street,M1,council_locality,n,North",
        "msoa,M1,parish,n,North",
        "msoa,M1,council_locality,n,North",
        "msoa,M1,council_locality,s,South",
        "msoa,M2,council_locality,n,Northern",
        "postcode,somewhere,area,a,A",
        "msoa,,council_locality,,North",
        f"msoa,M3,area,{'x' * 41},A",
    ]
    with pytest.raises(BadFileError) as caught:
        read_lookup(table(tmp_path, *lines))
    assert [(finding.line, finding.what.split(":")[0]) for finding in caught.value.findings] == [
        (2, "by 'street' is not known"),
        (3, "kind 'parish' is not known"),
        (5, "msoa M1 already lies in council_locality n"),
        (6, "council_locality n is called 'North' above and 'Northern' here"),
        (7, "'somewhere' is not a postcode"),
        (8, "code, locality must not be empty"),
        (9, "locality has 41 letters"),
    ]


def test_a_table_with_other_columns_an_empty_one_and_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    for content, said in (("lsoa,locality\nL1,n\n", "the columns must be by,code"), ("", "is empty")):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(BadFileError, match=said):
            read_lookup(path)
    with pytest.raises(BadFileError, match="no such file"):
        read_lookup(tmp_path / "absent.csv")
    path.write_bytes(TABLE.encode() + b"\nmsoa,M1,area,a,Caf\xe9\n")
    with pytest.raises(BadFileError, match="is not UTF-8 text"):
        read_lookup(path)


def test_what_is_written_is_read_again(tmp_path: Path, sample: Path) -> None:
    rows = read_postcodes(sample / "postcodes.csv", read_lookup(sample / "localities.csv"))
    plain = [r for r in rows if r.postcode != "ZX2 0AD"]  # its own line settles it: a table by neighbourhood cannot
    write_postcodes(tmp_path / "p.csv", plain)
    write_lookup(tmp_path / "l.csv", plain)
    assert read_postcodes(tmp_path / "p.csv", read_lookup(tmp_path / "l.csv")) == plain


def test_the_sample_is_of_the_made_people(sample: Path) -> None:
    """Postcodes, neighbourhoods and localities are those that 70,000 made people of seed 1 have."""
    rows = read_postcodes(sample / "postcodes.csv", read_lookup(sample / "localities.csv"))
    made = list(made_people(plan(70_000, date(2026, 4, 1)), np.random.default_rng(1), load()))
    lives = {
        str(postcode): {
            kind: str(one.tables["neighbourhoods"][kind][0])
            for kind in ("neighbourhood", "council_locality", "health_locality", "primary_care_network")
        }
        for one in made
        for postcode in one.tables["households"]["postcode"]
    }
    added = {"ZX1 9ZZ", "ZX2 9ZZ"}  # a terminated one and one without a place; nobody made lives there
    assert len(rows) == 50 and {r.postcode for r in rows} - lives.keys() == added
    for found in rows:
        codes = {place.kind.value: place.code for place in found.localities if place.kind is not LocalityKind.AREA}
        if found.postcode == "ZX2 0AD":  # the sample's table gives this one to the other council locality
            assert codes["council_locality"] != lives["ZX2 0AD"]["council_locality"]
        elif found.postcode not in added:
            assert codes == lives[found.postcode]


def test_the_worked_example_of_the_method_page(root: Path, sample: Path) -> None:
    page = (root / "docs/method/places.md").read_text(encoding="utf-8")
    assert "council-2, Rookness" in page and "council-1, Frithden" in page
    rows = {r.postcode: r for r in read_postcodes(sample / "postcodes.csv", read_lookup(sample / "localities.csv"))}
    codes = {
        name: {place.kind.value: (place.code, place.name) for place in rows[name].localities}
        for name in ("ZX2 0AA", "ZX2 0AD")
    }
    assert codes["ZX2 0AA"]["neighbourhood"] == codes["ZX2 0AD"]["neighbourhood"]
    assert codes["ZX2 0AA"]["council_locality"] == ("council-1", "Frithden")
    assert codes["ZX2 0AD"]["council_locality"] == ("council-2", "Rookness")
    assert codes["ZX2 0AA"]["health_locality"] == codes["ZX2 0AD"]["health_locality"]
    assert codes["ZX2 0AA"]["health_locality"][0] == "health-1"
