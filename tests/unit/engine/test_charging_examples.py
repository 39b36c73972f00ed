"""The charging examples: what a finance officer expects of the rules, to the penny."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross.engine.parameters import OutsideKnownYearsError, with_confirmed_rates
from marketcross.engine.rules import charging
from marketcross.engine.vocabulary.column import Kind
from marketcross.engine.vocabulary.money import from_pounds
from marketcross.law import ConfirmedRate, ConfirmedRates, Law, load

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "charging"
FIELDS = {"name", "source", "day", "person", "policy", "rates", "expect", "refused", "unknown", "outside"} | {
    "says",
    "says_not",
    "unverified",
}
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
RESULTS = {column.name: column for column in charging.RESULTS}
NAMES = [case["name"] for case in CASES]


def the_law(case: dict[str, Any]) -> Law:
    """The shipped law with the case's own rates laid over its year."""
    law = load()
    if "rates" not in case:
        return law
    year = case["day"].year if case["day"] >= date(case["day"].year, 4, 6) else case["day"].year - 1
    rates = tuple(ConfirmedRate(n, date(year, 4, 6), date(year + 1, 4, 6), v) for n, v in case["rates"].items())
    council = ConfirmedRates("Example Borough", "a circular", "Asha Entry", "Ben Check", date(year, 3, 1), rates)
    return with_confirmed_rates(law, council)


def assess(case: dict[str, Any]) -> charging.Charge:
    policy = charging.policy_from(
        {
            "title": "an example policy",
            "council": "Example Borough",
            "source": "made",
            "charging": case.get("policy", {}),
        }
    )
    return charging.assess(case["person"], law=the_law(case), on=case["day"], policy=policy)


def as_written(name: str, answer: charging.Charge) -> Any:
    """A result as a case writes it."""
    if name == "until":
        return answer.period.until
    column, value = RESULTS[name], answer.results[name]
    if column.kind is Kind.CODE and column.codes:
        return column.codes(value).name.lower()
    return value


def in_pence(name: str, expected: Any) -> Any:
    return from_pounds(expected) if RESULTS[name].kind is Kind.MONEY else expected


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_example(case: dict[str, Any]) -> None:
    assert set(case) <= FIELDS, set(case) - FIELDS
    if "refused" in case:
        with pytest.raises(charging.FactsError) as refused:
            assess(case)
        for says in case["refused"]:
            assert says in str(refused.value)
        return
    if "unknown" in case:
        with pytest.raises(charging.UnknownValueError, match=case["unknown"]):
            assess(case)
        return
    if "outside" in case:
        with pytest.raises(OutsideKnownYearsError, match=case["outside"]):
            assess(case)
        return
    answer = assess(case)
    found = {name: as_written(name, answer) for name in case["expect"]}
    assert found == {name: in_pence(name, expected) for name, expected in case["expect"].items()}
    spoken = str(answer.explanation)
    for words in case.get("says", []):
        assert words in spoken
    for words in case.get("says_not", []):
        assert words not in spoken
    assert {used.name for used in answer.explanation.unverified()} == set(case.get("unverified", [])), "unverified"


def test_there_are_at_least_120_cases_each_with_a_name_of_its_own_and_a_source() -> None:
    assert len(CASES) >= 120
    assert len(set(NAMES)) == len(NAMES)
    assert all(case["source"] for case in CASES)


def test_every_fact_and_every_choice_of_policy_is_used_by_a_case() -> None:
    used = {name for case in CASES for name in (*case["person"], *case.get("policy", {}))}
    columns = {column.name for column in (*charging.FACTS, *charging.POLICY)} - {"person"}
    assert columns - used == set()
