"""How rules are written: names must be known, numbers stand in the law, and looks are noted."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from types import FunctionType
from typing import Any

import numpy as np
import pytest

from marketcross.engine.rules import charging
from marketcross.engine.rules.compiled import ROWS_WORTH_COMPILING, apply, fingerprint, prepare, source
from marketcross.engine.rules.definition import Definition, DefinitionError, Rule, rule
from marketcross.engine.rules.noted import Noted
from marketcross.engine.rules.reference import page_of_rules, table_of
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.engine.vocabulary.period import Period
from marketcross.law import load

RULES = charging.CHARGING.rules


def functions_under(function: Any) -> list[FunctionType]:
    named = [function.__globals__.get(name) for name in function.__code__.co_names]
    return [
        function,
        *(each for called in named if isinstance(called, FunctionType) for each in functions_under(called)),
    ]


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.name)
def test_no_rule_holds_a_statutory_number(each: Rule) -> None:
    for function in functions_under(each.function):
        numbers = [c for c in function.__code__.co_consts if isinstance(c, int | float) and c not in (0, 1)]
        assert not numbers, f"{function.__qualname__} holds {numbers}: the law's numbers stand in law/values"
        named = {n: function.__globals__[n] for n in function.__code__.co_names if n in function.__globals__}
        constants = {n: v for n, v in named.items() if isinstance(v, int) and not isinstance(v, bool | IntEnum)}
        assert constants.items() <= ARITHMETIC.items(), constants


# Not the law's: what a percentage, a pair of owners, a hundredth of a percent, a year of weeks and a week of days are.
ARITHMETIC = {"HUNDRED_PERCENT": 100, "JOINT_OWNERS": 2, "HUNDREDTHS": 100, "WEEKS_IN_A_YEAR": 52, "DAYS_IN_A_WEEK": 7}


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.name)
def test_every_rule_cites_and_says_what_it_is(each: Rule) -> None:
    assert each.cites
    assert each.about.endswith(".")
    assert all(text == "" or text.endswith(".") for text in each.says.values())


def test_every_statutory_value_that_is_named_exists_and_is_used() -> None:
    used = {name for each in RULES for name in each.inputs}
    assert set(charging.CHARGING.law) <= set(load())
    assert set(charging.CHARGING.law) <= used
    assert {column.name for column in charging.POLICY} <= used
    facts = {column.name for column in charging.FACTS if column.kind is not Kind.TEXT}
    assert facts - used == {"light_touch_consent"}, "asked for by a contradiction"


def defined(*functions: Callable[..., int], says: str = "") -> Definition:
    fact = Column("given", Kind.COUNT, "A number.", default=0)
    rules = tuple(rule("somewhere", says=says, unit="")(function) for function in functions)
    return Definition("A title", (fact,), ("limit",), (), (), rules, tuple(each.name for each in rules))


def doubled(given: int) -> int:
    """Twice."""
    return given + given


def over(doubled: int, limit: int) -> int:
    """Whether it is over."""
    return doubled > limit


def test_rules_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(DefinitionError, match="over: doubled cannot be used here"):
        defined(over, doubled)
    with pytest.raises(DefinitionError, match="nobody cannot be used"):
        defined(doubled, says="Hello {nobody}.")
    with pytest.raises(DefinitionError, match="its own name"):
        defined(doubled, doubled)


def test_a_definition_for_one_result_keeps_what_it_rests_on() -> None:
    charge = charging.CHARGING.only("charge")
    names = {each.name for each in charge.rules}
    assert {"charge", "tariff_income", "guarantee"} <= names
    assert not names & {"equity_limit", "until", "notional_reduction"}
    assert "already_deferred" not in charge.fact
    columns = {"born": np.array([700_000]), "setting": np.array([0]), "cost_of_care": np.array([50_000])}
    columns["state_pension"] = np.array([20_000])
    values = charging.terms(load(), date(2021, 11, 21), charging.Policy()).values
    assert apply(charge, columns, values, 1)["charge"].tolist() == [1_100]


def test_the_loop_is_written_from_the_definition_and_has_a_fingerprint() -> None:
    one, other = defined(doubled, over), defined(doubled)
    assert "over = _over(doubled, limit)" in source(one)
    assert fingerprint(one) == fingerprint(defined(doubled, over))
    assert fingerprint(one) != fingerprint(other)


def test_without_numba_the_plain_loop_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marketcross.engine.rules.compiled.find_spec", lambda _: None)
    prepare(charging.CHARGING)
    rows = ROWS_WORTH_COMPILING // 10
    columns = {"born": np.full(rows, date(1940, 1, 1).toordinal()), "setting": np.zeros(rows, int)}
    columns |= {"cost_of_care": np.full(rows, 50_000), "state_pension": np.full(rows, 20_000)}
    charges = charging.assess_table(columns, law=load(), on=date(2021, 11, 21))
    assert (charges.results["charge"] == 1_100).all()


def test_a_noted_number_is_a_number_that_notes_looks() -> None:
    seen: dict[str, None] = {}
    one, two, three = (Noted(value, name, seen) for value, name in ((1, "one"), (2, "two"), (3, "three")))
    assert one + 1 == 2
    assert list(seen) == ["one"]
    assert 5 - two == 3
    assert max(0, three) == 3
    assert list(seen) == ["one", "two", "three"]
    seen.clear()
    assert not one > two
    assert list(seen) == ["one", "two"]


def test_columns_are_checked_before_a_table_is_computed() -> None:
    with pytest.raises(ValueError, match="setting is missing; cost_of_care is missing; colour is not known"):
        charging.assess_table({"born": np.array([1]), "colour": np.array([1])}, law=load(), on=date(2021, 11, 21))
    uneven = {"born": np.array([1]), "setting": np.array([0, 0]), "cost_of_care": np.array([1])}
    with pytest.raises(ValueError, match="different lengths"):
        charging.assess_table(uneven, law=load(), on=date(2021, 11, 21))


@pytest.mark.parametrize("cell", [12.5, "12.345", None])
def test_money_is_never_a_float(cell: Any) -> None:
    person = {"born": date(1940, 1, 1), "setting": "home", "cost_of_care": cell}
    with pytest.raises(charging.FactsError, match="cost_of_care"):
        charging.assess(person, law=load(), on=date(2021, 11, 21))


def test_part_of_a_week_is_charged_by_the_day_and_a_fraction_dropped() -> None:
    person = {"born": date(1940, 1, 1), "setting": "home", "cost_of_care": "500.00", "state_pension": "200.00"}
    answer = charging.assess(person, law=load(), on=date(2021, 11, 21))
    assert answer.weekly == 1_100
    assert answer.over(Period(date(2021, 11, 21), date(2021, 11, 28))) == 1_100
    assert answer.over(Period(date(2021, 11, 21), date(2021, 11, 24))) == 471  # 3 x £1.5714...
    assert answer.over(Period(date(2021, 11, 1), date(2021, 11, 21))) == 0
    assert answer.over(Period(date(2022, 4, 5), date(2022, 6, 1))) == 157, "the charge ends with its rates"


def test_an_explanation_is_plain_data_too() -> None:
    person = {"born": date(1940, 1, 1), "setting": "home", "cost_of_care": "500.00", "state_pension": "200.00"}
    answer = charging.assess(person, law=load(), on=date(2021, 11, 21)).explanation
    data = answer.as_dict()
    assert data["steps"][-2]["name"] == "charge"
    assert data["steps"][-2]["result"] == 1_100
    assert "savings" in data["defaults"]
    assert data["unverified"] == []


def test_pages_list_every_column_and_rule() -> None:
    page = page_of_rules(charging.CHARGING)
    assert all(f"### {each.name}\n" in page for each in RULES)
    assert "must be given" in table_of(charging.FACTS)
