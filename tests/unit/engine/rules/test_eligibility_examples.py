"""Every case of tests/examples/eligibility: the specification, readable by a practitioner."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross import law
from marketcross.engine.rules import eligibility
from marketcross.engine.rules.eligibility import FACTS, Assessment, Decision, Outcome
from marketcross.engine.rules.eligibility.adult import OUTCOMES as ADULT
from marketcross.engine.rules.eligibility.carer import OUTCOMES as CARER
from marketcross.engine.vocabulary.column import by_name
from marketcross.law.criteria import load_eligibility

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "eligibility"
TODAY = date(2026, 11, 21)
CRITERIA = load_eligibility()
FOLLOWS = [step.id for step in CRITERIA.follows]


def cases() -> list[Any]:
    files = sorted(FOLDER.glob("*.yaml"))
    found = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def facts(case: dict[str, Any]) -> dict[str, Any]:
    """The whole record of a case: what it does not name is able, or does not apply."""
    carer = case["assessment"] == "carer"
    usual = {outcome.name.lower(): "able" for outcome in (CARER if carer else ADULT)}
    usual |= {name: "does_not_apply" for name in usual if name.startswith("caring_for")}
    judged = usual | case.get("judged", {}) | case.get("unable", {})
    for name in case.get("not_judged", []):
        del judged[name]
    plain = {name: case[name] for name in by_name(FACTS) if name in case}
    words = {name: cell.split() for name, cell in judged.items()}
    lists = {name: case[name].split() for name in ("areas", "carer_meets") if name in case}
    return {"person": "A1", "born": date(1950, 1, 1), **plain, **words, **lists}


def words(number: int, names: list[str]) -> str:
    return " ".join(name for place, name in enumerate(names) if number >> place & 1)


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    assert case["source"], "each case says its source, or that it is arithmetic from the rule"
    expected = dict(case["expect"])
    standard = eligibility.standard(case.get("on", TODAY), law=law.load(), criteria=CRITERIA)
    values, given = eligibility.one(facts(case))
    problems = eligibility.contradictions(standard, values, given)
    if problem := expected.pop("problem", None):
        found = [p for p in problems if p.column == problem["column"]]
        assert found, problems
        assert any(problem["says"] in p.wrong for p in found), found
        assert all(p.right.strip() for p in found)
        assert not expected
        return
    assert not problems
    decided(standard, values, given, expected)


def decided(standard: eligibility.Standard, values: Any, given: Any, expected: dict[str, Any]) -> None:
    result = eligibility.decide(standard, values)
    decision = Decision(int(result["decision"][0])).name.lower()
    assert decision == expected.pop("decision")
    explanation = eligibility.explain(standard, values, given, 0)
    assert explanation.answer.startswith("Eligible" if decision == "eligible" else "Not eligible")
    text = str(explanation)
    for said in expected.pop("says", []):
        assert said in text
    found = {
        "conditions": [bool(result[f"{which}_condition"][0]) for which in ("first", "second", "third")],
        "outcomes_unable": int(result["outcomes_unable"][0]),
        "unable": words(int(result["unable"][0]), [o.name.lower() for o in Outcome]),
        "met_by_carer": words(int(result["met_by_carer"][0]), [o.name.lower() for o in Outcome]),
        "follows": words(int(result["follows"][0]), FOLLOWS),
        "verified": bool(result["verified"][0]),
    }
    assert {name: found[name] for name in expected} == expected
    if decision == "not_eligible":
        assert {"written_record", "advice", "prevention", "reasons", "review"} <= set(found["follows"].split())


def test_there_are_enough_cases_and_each_name_is_its_own() -> None:
    names = [case.id for case in cases()]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
    assert Assessment.CARER in {Assessment[case.values[0]["assessment"].upper()] for case in cases()}
