"""``marketcross reconcile``: what it prints, and its exit status."""

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from marketcross.cli import main

TOML = """[area]
name = "Madeham"
code = "E99999999"

[statement]
title = "Market position"
edition = "2020"
publisher = "Madeham Council"
contact_email = ""
"""
SOURCES = 'id,title,publisher,year,locator_kind\nmps,"Market <b>position</b>",Madeham,2020,section\n'
FIGURES = """id,label,value,unit,period,area,group,qualifier,precision,source,locator,note
total,Homes in Madeham,925,homes,2020,,,count,,mps,6 table,
north,Homes in the north,500,homes,2020,,,count,,mps,6 table,
south,Homes in the south,435,homes,2020,,,count,,mps,6 table,
all,All homes,1304,homes,2020,,,,,mps,6 para 9,
owned,Homes owned,369,homes,2020,,,count,,mps,6 table,
over,Homes in another year,36000,homes,2018,,,at_least,,mps,7,
none,Homes of no kind,0,homes,2020,,,,,mps,7,
one,Homes of one kind,1,homes,2020,,,,,mps,7,
"""
HEADER = "id,kind,result,operands,constant,not_comparable,note\n"
RELATIONS = (
    HEADER
    + """places,sum,total,north south,,,A slip of ten.
tenures,sum,all,total owned,,,
again,equal,over,all,,another year,
cost,ratio,one,all none,,,
more,greater,,north south,,,
most,count,one,more,,,
right,difference,owned,all south,,,
"""
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name, text in {"pack.toml": TOML, "sources.csv": SOURCES, "figures.csv": FIGURES}.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "relations.csv").write_text(RELATIONS)
    return tmp_path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["reconcile", *map(str, words)], catch_exceptions=False)


def said(pack: Path) -> dict[str, dict[str, Any]]:
    return {item["relation"]: item for item in json.loads(run(pack, "--json").stdout)}


def test_contradictions_come_first_and_say_everything(pack: Path) -> None:
    result = run(pack)
    assert result.exit_code == 1
    text = result.stdout
    first = text[text.index("places (sum)") : text.index("tenures (sum)")]
    assert text.startswith("Contradictions: these figures cannot all be right (3)")
    for words in (
        "Printed: Homes in Madeham: count 925 homes [Market <b>position</b>, section 6 table], which stands for",
        "Added up, the parts give exactly 935:",
        "- Homes in the south: count 435 homes [Market <b>position</b>, section 6 table]",
        "Apart by at least 10 homes.",
        "- Homes in Madeham: exactly 935 (printed 925), which would settle tenures, too",
        "Author's note: A slip of ten.",
    ):
        assert words in first, first
    assert text.index("Not comparable") > text.index("right (difference)")
    assert "Why not comparable: another year" in text
    assert "36,000 or more" in text
    assert "nothing, because the divisor could be 0" in text
    assert text.endswith("7 relations: 3 contradicts, 1 not comparable, 1 undetermined, 1 holds, 1 agrees.\n")


def test_json_holds_what_the_contract_names_and_more(pack: Path) -> None:
    result = run(pack, "--json")
    assert result.exit_code == 1
    items = json.loads(result.stdout)
    assert [item["relation"] for item in items] == ["places", "tenures", "again", "cost", "more", "most", "right"]
    for item in items:
        assert {"relation", "kind", "printed", "printed_interval", "computed_interval", "verdict"} <= set(item)
    places = items[0]
    assert (places["printed"], places["printed_interval"], places["computed_interval"]) == (
        "925",
        [925, 925],
        [935, 935],
    )
    assert (places["verdict"], places["size"], places["note"]) == ("contradicts", 10, "A slip of ten.")
    assert places["single_figures"][0]["figure"] == "total"
    assert places["single_figures"][0]["must_lie_in"] == [[935, 935]]
    assert places["single_figures"][0]["also_settles"] == ["tenures"]
    assert places["sources"][0]["locator"] == "6 table"


def test_json_intervals(pack: Path) -> None:
    items = said(pack)
    assert items["again"]["printed_interval"] == [36000, None]
    assert items["again"]["printed_interval_exact"] == {
        "low": "36000", "high": None, "low_open": False, "high_open": True,
    }  # fmt: skip
    assert items["tenures"]["printed_interval"] == [1303.5, 1304.5]
    assert items["tenures"]["printed_interval_exact"]["low"] == "2607/2"
    assert items["cost"]["computed_interval"] is None
    assert items["more"]["printed"] is None
    assert items["more"]["printed_interval"] == [0, None]
    assert items["more"]["computed_interval"] == [65, 65]
    assert [items[id]["verdict"] for id in ("again", "cost", "more", "most")] == [
        "not_comparable", "undetermined", "holds", "agrees",
    ]  # fmt: skip


def test_json_names_who_is_off_the_line(pack: Path) -> None:
    rows = "".join(
        f"y{year},Y,{value},homes,{year},,,count,,mps,1,\n" for year, value in ((2017, 1), (2018, 5), (2019, 3))
    )
    (pack / "figures.csv").write_text(FIGURES + rows)
    (pack / "relations.csv").write_text(HEADER + "line,linear,,y2017 y2018 y2019,,,\n")
    line = said(pack)["line"]
    assert (line["verdict"], line["size"], line["printed"]) == ("contradicts", 3, None)
    assert line["off_line"] == {"figure": "y2018", "through": ["y2017", "y2019"]}
    assert "One through 1 of 2017 and 3 of 2019 puts 5 of 2018 at exactly 2" in run(pack).stdout


def test_nothing_wrong(pack: Path) -> None:
    (pack / "relations.csv").write_text(HEADER + "owned_again,equal,owned,owned_too,,,\n")
    (pack / "figures.csv").write_text(FIGURES + "owned_too,Homes owned,369,homes,2020,,,,,mps,8,\n")
    result = run(pack)
    assert (result.exit_code, result.stdout) == (0, "1 relations: 1 agrees.\n")


def test_nothing_to_reconcile(pack: Path) -> None:
    (pack / "relations.csv").unlink()
    assert (run(pack).exit_code, run(pack).stdout) == (0, "No relations: nothing to reconcile.\n")
    assert (run(pack, "--json").exit_code, json.loads(run(pack, "--json").stdout)) == (0, [])


def test_bad_input_goes_to_standard_error_one_problem_a_line(pack: Path) -> None:
    (pack / "figures.csv").write_text(FIGURES.replace(",925,", ',"1,925",').replace("1304", "£1304"))
    (pack / "relations.csv").write_text(RELATIONS.replace("north south", "north west"))
    for words in ((pack,), (pack, "--json")):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        lines = result.stderr.splitlines()
        assert lines[0] == "figures.csv:2: value '1,925' holds a comma: write it without, like '1925'"
        assert [line.split(": ")[0] for line in lines] == [
            "figures.csv:2", "figures.csv:5", "relations.csv:2", "relations.csv:6",
        ]  # fmt: skip


def test_not_a_pack(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere")
    assert result.exit_code == 2
    assert re.fullmatch(r".*nowhere:1: is not a folder: [^\n]+\n", result.stderr)
    assert run(tmp_path).exit_code == 2
    assert run(tmp_path).stderr.count("is missing: a pack needs this file") == 3


def test_a_terminal_without_the_letters_shows_their_numbers(pack: Path) -> None:
    (pack / "relations.csv").write_text(RELATIONS.replace("A slip of ten.", "Homes \u2260 houses: £935"))
    command = [sys.executable, "-m", "marketcross", "reconcile", str(pack)]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    result = subprocess.run(command, env=environment, capture_output=True, encoding="latin-1", check=False)
    assert result.returncode == 1, result.stderr
    assert "Author's note: Homes \\u2260 houses: £935" in result.stdout


def test_sefton_exits_1_and_names_the_925(root: Path) -> None:
    result = run(root / "packs" / "sefton-2020")
    assert result.exit_code == 1
    assert "925" in result.stdout
    items = said(root / "packs" / "sefton-2020")
    wrong = [item for item in items.values() if item["printed"] == "925" and item["verdict"] == "contradicts"]
    assert [mend["must_lie_in"] for item in wrong for mend in item["single_figures"]] == [[[935, 935]]]


@pytest.mark.parametrize("name", ["sefton-2020", "lewisham-2017", "bath-2011"])
def test_the_shipped_packs_reconcile_and_json_agrees_with_the_text(root: Path, name: str) -> None:
    items = said(root / "packs" / name)
    text = run(root / "packs" / name).stdout
    wrong = [id for id, item in items.items() if item["verdict"] == "contradicts"]
    assert re.findall(r"^(\w+) \(\w+\)$", text.partition("\n\nNot comparable")[0], re.MULTILINE) == wrong
    for item in items.values():
        exact = item["computed_interval_exact"]
        if exact and exact["low"]:
            assert abs(Fraction(exact["low"]) - Fraction(item["computed_interval"][0])) < Fraction(1, 10**6)
