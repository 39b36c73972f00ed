"""Every case of tests/examples/allocation: the arithmetic of the two example schemes, readable by a practitioner."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from marketcross.engine.rules import allocation
from marketcross.engine.rules.allocation import NoFigure, PointsScheme, Reckoner
from marketcross.engine.rules.allocation.answers import AGREE, UNUSUAL, met_column
from marketcross.engine.vocabulary.money import from_pounds
from marketcross.opendata.policies import read_scheme

ROOT = Path(__file__).resolve().parents[4]
AMOUNTS = ("usual", "least", "most", "once", "reserve")


@cache
def scheme(name: str) -> Reckoner | PointsScheme:
    return read_scheme(ROOT / "policies" / "allocation" / f"{name}.yaml")


def cases() -> list[Any]:
    files = sorted((ROOT / "tests" / "examples" / "allocation").glob("*.yaml"))
    found = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def values(by: Reckoner | PointsScheme, case: dict[str, Any]) -> dict[str, Any]:
    """A table of one row; questions that the case does not name are answered 'none'."""
    answers, met = case.get("answers") or {}, case.get("met", {})
    assert set(answers) | set(met) <= {question.id for question in by.questions}
    cells: dict[str, Any] = {"person": np.array(["A1"], dtype=object)}
    for question in by.questions:
        levels = [level.id for level in question.levels]
        cells[question.id] = np.array([levels.index(answers.get(question.id, "none"))])
        cells[met_column(question.id)] = np.array([by.met_by_others[met.get(question.id, "none")]])
    cells[AGREE] = np.array([case.get("agree", bool(met))])
    cells[UNUSUAL] = np.array([case.get("unusual", False)])
    return cells


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    assert case["source"], "each case says that it is arithmetic from the scheme, or who else says so"
    by, expected = scheme(case["scheme"]), dict(case["expect"])
    table = values(by, case)
    problems = allocation.contradictions(by, table)
    if problem := expected.pop("problem", None):
        assert [(p.column, problem["says"] in p.wrong) for p in problems] == [(problem["column"], True)]
        return
    assert not problems
    given = allocation.answers(by, table)
    sums, text = allocation.allocate(by, given), str(allocation.explain(by, given, 0))
    for said in expected.pop("says", []):
        assert said in text
    found: dict[str, Any] = {name: int(getattr(sums, name)[0]) for name in AMOUNTS}
    found |= {"points": int(sums.points[0]), "no_figure": NoFigure(int(sums.no_figure[0])).name.lower()}
    wanted = {name: from_pounds(cell) if name in AMOUNTS else cell for name, cell in expected.items()}
    assert {name: found[name] for name in wanted} == wanted
    if found["no_figure"] != "figure":
        assert not any(found[name] for name in AMOUNTS)
        assert "No figure" in text and "a week, to start planning" not in text


def test_there_are_enough_cases_and_each_name_is_its_own() -> None:
    names = [case.id for case in cases()]
    assert len(names) >= 40
    assert len(set(names)) == len(names)
