"""A scheme's file: what is refused, all at once and in plain words; and what cannot be made of a what-if."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross.engine.rules.allocation import SchemeError, as_data, scheme_from, scheme_schema
from marketcross.engine.rules.allocation.variants import UnknownPriceError, with_prices
from marketcross.law.criteria import load_eligibility
from marketcross.opendata.policies import SchemeFileError, read_scheme, write_scheme

FOLDER = Path(__file__).resolve().parents[4] / "policies" / "allocation"
LAW = load_eligibility()
OUTCOMES = {"adult": [o.id for o in LAW.adult.outcomes], "carer": [o.id for o in LAW.carer.outcomes]}
DATA = {
    kind: yaml.load((FOLDER / f"example-{kind}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for kind in ("points", "ready-reckoner")
}


def changed(kind: str, *path: Any, to: Any) -> dict[str, Any]:
    """The example with one thing changed; ``None`` takes it out."""
    data = deepcopy(DATA[kind])
    part: Any = data
    for step in path[:-1]:
        part = part[step]
    if to is None:
        del part[path[-1]]
    else:
        part[path[-1]] = to
    return data


def refused(data: dict[str, Any]) -> str:
    with pytest.raises(SchemeError) as error:
        scheme_from(data, outcomes=OUTCOMES)
    return str(error.value)


LEVEL = ("questions", 0, "levels", 1)
CASES = [
    ("points", ("title",), None, "title: is missing."),
    ("points", ("colour",), "red", "colour: is not known here"),
    ("points", ("kind",), "lottery", "the kind must be ready_reckoner or points"),
    ("points", ("price_table", 1, "usual"), "24.101", "'24.101' is not an amount in pounds"),
    ("points", ("price_table", 1, "usual"), "-1", "is below nothing"),
    ("points", ("price_table", 1, "usual"), 24.1, "passed through a float"),
    ("points", ("price_table", 0, "points"), "1", "the first row must start at 0 points"),
    ("points", ("price_table", 2, "points"), "2", "must come before, or differ from, 2 points"),
    ("points", ("price_table", 2, "usual"), "20.00", "more points must never bring less money"),
    ("points", ("price_table", 2, "most"), "50.00", "least, usual and most must not go down"),
    ("points", (*LEVEL, "points"), "99", "points must not go down: levels go from the least need"),
    ("points", ("questions", 0, "id"), "washing", "two questions have the id 'washing'"),
    ("points", (*LEVEL, "id"), "none", "two levels have the id 'none'"),
    ("points", ("questions", 0, "id"), "unusual", "the id is taken by a column"),
    ("points", ("questions", 0, "outcome"), "eating", "'eating' is not an outcome"),
    ("points", ("questions", 0, "outcome"), "work", "no question is about the outcome 'nutrition'"),
    ("points", ("met_by_others", "none"), "10", "needs the word 'none', standing for 0"),
    ("points", ("met_by_others", "some"), "50", "two words stand for the same percentage"),
    ("points", ("until",), "2026-04-01", "until: must be later than 2026-04-01"),
    ("points", ("held_to_budget",), "1000000", "a personal budget must be enough to meet the person's needs"),
    ("points", ("calibration", "least"), "70", "calibration: least, usual and most must not go down"),
    ("ready-reckoner", (*LEVEL, "support", 0, "kind"), "magic", "'magic' has no price"),
    ("ready-reckoner", (*LEVEL, "support", 0, "usual"), "9", "least, usual and most must not go down"),
    ("ready-reckoner", (*LEVEL, "support", 0, "usual"), "1.255", "'1.255' is not a quantity"),
    ("ready-reckoner", (*LEVEL, "no_figure"), "true", "a level with no figure brings no support"),
    ("ready-reckoner", ("prices", "home_care", "most"), "1.00", "least, usual and most must not go down"),
]


@pytest.mark.parametrize(("kind", "path", "to", "says"), CASES, ids=[case[3][:40] for case in CASES])
def test_what_is_wrong_is_said(kind: str, path: tuple[Any, ...], to: Any, says: str) -> None:
    assert says in refused(changed(kind, *path, to=to))


def test_everything_wrong_is_said_at_once() -> None:
    data = changed("points", "title", to=None)
    del data["council"]
    assert refused(data).count("is missing") == 2
    twice = changed("points", "questions", 0, "outcome", to="eating")
    twice["met_by_others"]["none"] = "5"
    assert {"'eating' is not", "no question is about", "needs the word 'none'"} <= {
        says for says in ("'eating' is not", "no question is about", "needs the word 'none'") if says in refused(twice)
    }


def test_a_scheme_for_carers_asks_about_the_carers_outcomes() -> None:
    data = changed("points", "for", to="carer")
    assert "no question is about the outcome 'recreation'" in refused(data)
    data["not_asked"] = {
        "recreation": "met by the breaks service",
        "caring_for_others": "asked at the other assessment",
    }
    for question in data["questions"]:
        if question["outcome"] not in OUTCOMES["carer"]:
            question["outcome"] = "nutrition"
    assert scheme_from(data, outcomes=OUTCOMES).person == "carer"


@pytest.mark.parametrize("kind", DATA)
@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_scheme_comes_back_as_it_was_written(kind: str, ending: str, tmp_path: Path) -> None:
    scheme = read_scheme(FOLDER / f"example-{kind}.yaml")
    write_scheme(tmp_path / f"s.{ending}", scheme)
    assert read_scheme(tmp_path / f"s.{ending}") == scheme
    assert scheme_from(as_data(scheme), outcomes=OUTCOMES) == scheme


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("s.txt", "", "the ending must be one of .yaml, .yml, .toml, .json"),
        ("s.yaml", "- 1", "must hold a scheme"),
        ("s.yaml", "a: [", "s.yaml: "),
        ("s.toml", "a =", "s.toml: "),
        ("s.json", "{", "s.json: "),
    ],
)
def test_a_file_that_is_no_scheme_says_so(name: str, text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SchemeFileError, match="s\\."):
        read_scheme(tmp_path / name)
    with pytest.raises(SchemeFileError) as error:
        read_scheme(tmp_path / name)
    assert says in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SchemeFileError, match="there is no such file"):
        read_scheme(tmp_path / "absent.yaml")


def test_a_toml_file_is_read_exactly(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('scheme = "x"\nkind = "points"\n[[price_table]]\nusual = 0.10\n', encoding="utf-8")
    with pytest.raises(SchemeFileError) as error:
        read_scheme(tmp_path / "s.toml")
    assert "float" not in str(error.value)


def test_other_prices_make_a_what_if() -> None:
    scheme = read_scheme(FOLDER / "example-ready-reckoner.yaml")
    dearer = with_prices(scheme, {"home_care": 4_000})
    assert dearer.status == "what_if"
    assert dearer.prices["home_care"].ends == (2_410, 4_000, 4_000)
    assert dearer.prices["day_session"].usual == scheme.prices["day_session"].usual
    with pytest.raises(UnknownPriceError, match="No price for magic"):
        with_prices(scheme, {"magic": 1})
    with pytest.raises(UnknownPriceError, match="no prices of kinds"):
        with_prices(read_scheme(FOLDER / "example-points.yaml"), {"home_care": 1})


def test_the_schema_names_every_part() -> None:
    schema = scheme_schema()
    assert {"Reckoner", "PointsScheme", "Price", "Support"} <= set(schema["$defs"])
