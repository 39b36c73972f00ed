"""Three judges of the charging rules: a slow version of the law's text, the compiled loop, and what must hold."""

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.properties.plain_charging import weekly_charge

from marketcross.engine.rules import charging, compiled
from marketcross.engine.rules.explained import run
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.law import load

ON = date(2023, 11, 21)  # a year in which every value but the maximum interest is known
FULL_AGE, PENSION_AGE = date(1998, 11, 21), date(1957, 11, 21)  # the latest births of 25 and of 66 on that day
INTEREST = 465
LAW = load()
TERMS = charging.terms(LAW, ON, charging.Policy())
WORDS = {column.name: column for column in charging.FACTS}

near_limits = st.sampled_from([0, 1, 1425000, 1425001, 1450000, 1450001, 2300001, 2325000, 2325001, 10_000_000])
amounts = st.one_of(st.just(0), st.integers(0, 60_000), st.sampled_from([1, 575, 1000, 2490]))
sums = st.one_of(st.just(0), near_limits, st.integers(0, 40_000_000))
weeks = st.integers(0, 60)
births = st.one_of(
    st.dates(date(1925, 1, 1), date(2005, 11, 21)),
    st.sampled_from(
        [date(1998, 11, 20), FULL_AGE, date(1998, 11, 22), date(1957, 11, 20), PENSION_AGE, date(1957, 11, 22)]
    ),
)


def cells(column: Column) -> st.SearchStrategy[int]:
    if column.kind is Kind.MONEY:
        return sums if column.unit == "pence" else amounts
    if column.kind is Kind.FLAG:
        return st.sampled_from([0, 0, 0, 1])
    if column.kind is Kind.CODE:
        assert column.codes
        return st.sampled_from([0, *(code.value for code in column.codes)])
    if column.kind is Kind.DATE:
        return births.map(date.toordinal)
    return (
        st.integers(1, 100)
        if column.name == "home_share"
        else st.integers(0, 5)
        if column.name == "children"
        else weeks
    )


people = (
    st.fixed_dictionaries({c.name: cells(c) for c in charging.FACTS if c.kind is not Kind.TEXT})
    .map(lambda p: p | {"disability_benefit_night": min(p["disability_benefit_night"], p["disability_benefit"])})
    .map(
        lambda p: (
            p | {"cost_of_care": p["cost_of_care"] + p["aftercare_cost"] + p["reablement_cost"] + p["equipment_cost"]}
        )
    )
)

policies = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {
            c.name: st.integers(0, 1)
            if c.kind is Kind.FLAG
            else st.integers(0, 100)
            if c.unit == "percent"
            else st.integers(0, 12)
            if c.unit == "weeks"
            else st.integers(0, 1000)
            if c.kind is Kind.COUNT
            else st.one_of(st.just(0), sums if c.unit == "pence" else st.integers(0, 40_000))
            for c in charging.POLICY
        }
    ),
)


def values_for(policy: dict[str, int]) -> dict[str, int]:
    chosen = {c.name: policy.get(c.name, int(c.default or 0)) for c in charging.POLICY}
    return {**TERMS.values, **chosen, "maximum_interest": INTEREST}


def in_pounds(columns: tuple[Column, ...], cells: dict[str, int]) -> dict[str, Any]:
    """What the plain version reads: money as fractions of a pound, codes as words."""
    plain: dict[str, Any] = {}
    for column in columns:
        if column.kind is Kind.TEXT:
            continue
        cell = cells[column.name]
        if column.kind is Kind.MONEY:
            plain[column.name] = Fraction(cell, 100)
        elif column.kind is Kind.CODE and column.codes:
            plain[column.name] = column.codes(cell).name.lower()
        else:
            plain[column.name] = cell
    return plain


def the_law() -> dict[str, Any]:
    known = {name: each.value or 0 for name, each in TERMS.law.items()} | {"maximum_interest": INTEREST}
    money = ("pence", "pence_per_week")
    return {name: Fraction(v, 100) if TERMS.law[name].unit in money else v for name, v in known.items()}


def plainly(person: dict[str, int], policy: dict[str, int]) -> dict[str, Any]:
    facts = in_pounds(charging.FACTS, person)
    facts["reached_pension_age"] = person["born"] <= PENSION_AGE.toordinal()
    facts["partner_reached_pension_age"] = 0 < person["partner_born"] <= PENSION_AGE.toordinal()
    facts["is_25"] = person["born"] <= FULL_AGE.toordinal()
    chosen = {c.name: policy.get(c.name, int(c.default or 0)) for c in charging.POLICY}
    return weekly_charge(facts, the_law(), in_pounds(charging.POLICY, chosen))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(people, policies)
def test_the_rules_equal_the_text_of_the_law_to_the_penny(person: dict[str, int], policy: dict[str, int]) -> None:
    done = run(charging.CHARGING, {**person, **values_for(policy)}).values
    expected = plainly(person, policy)
    found = {name: done[name] if name.startswith("weeks") else Fraction(done[name], 100) for name in expected}
    assert found == expected


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(people, policies)
def test_what_must_always_hold(person: dict[str, int], policy: dict[str, int]) -> None:
    values = values_for(policy)
    done = run(charging.CHARGING, {**person, **values}).values
    assert 0 <= done["charge"] <= done["cost_to_charge"] <= person["cost_of_care"]
    assert done["charge"] + done["council_pays"] + done["nhs_pays"] == person["cost_of_care"]
    if done["minimum_income_guarantee"]:
        must_keep = done["minimum_income_guarantee"] + done["housing_costs"] + done["expenses_allowed"]
        assert done["charge"] <= max(0, done["income_assessed"] - must_keep), "a charge eats into the guarantee"
    assert done["notional_reduction"] <= person["notional_capital"]
    assert values["on"] < done["until"] <= values["rates_until"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(people, policies, st.sampled_from(["savings", "state_pension"]), st.integers(1, 50_000))
def test_more_money_never_lowers_a_charge(person: dict[str, int], policy: dict[str, int], of: str, more: int) -> None:
    assume(person["notional_capital"] == 0)
    poorer = run(charging.CHARGING, {**person, **values_for(policy)}).values
    richer = run(charging.CHARGING, {**person, of: person[of] + more, **values_for(policy)}).values
    assert richer["charge"] >= poorer["charge"]


def columns_of(crowd: list[dict[str, int]]) -> dict[str, Any]:
    flags = {c.name for c in charging.FACTS if c.kind is Kind.FLAG}
    return {n: np.array([p[n] for p in crowd], bool if n in flags else np.int64) for n in crowd[0]}


@pytest.fixture(scope="module")
def compiled_rules() -> None:
    compiled.prepare(charging.CHARGING)


@pytest.mark.usefixtures("compiled_rules")
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(people, min_size=1, max_size=8), policies, st.randoms(use_true_random=False))
def test_compiled_plain_and_explained_agree_in_any_order(
    crowd: list[dict[str, int]], policy: dict[str, int], chance: Any
) -> None:
    chance.shuffle(crowd)
    values, definition = values_for(policy), charging.CHARGING
    fast = {name: np.zeros(len(crowd), np.int64) for name in definition.results}
    slow = {name: np.zeros(len(crowd), np.int64) for name in definition.results}
    settings_in_order = [values[name] for name in definition.settings]
    compiled._fast(definition, columns_of(crowd), settings_in_order, fast, len(crowd))
    compiled._plain(definition, columns_of(crowd), settings_in_order, slow, len(crowd))
    for row, person in enumerate(crowd):
        done = run(definition, {**person, **values}).values
        for name in definition.results:
            assert fast[name][row] == slow[name][row] == done[name], name


@pytest.mark.usefixtures("compiled_rules")
@pytest.mark.parametrize("rows", [0, 1, 2, 5000, 40_000])
def test_any_number_of_rows(rows: int) -> None:
    one = {"born": date(1950, 1, 1).toordinal(), "setting": 0, "cost_of_care": 50_000, "state_pension": 30_000}
    columns = {name: np.full(rows, cell) for name, cell in one.items()}
    charges = charging.assess_table(columns, law=LAW, on=ON)
    expected = charging.assess(
        {"born": "1950-01-01", "setting": "home", "cost_of_care": 50_000, "state_pension": 30_000}, law=LAW, on=ON
    )
    assert (charges.results["charge"] == expected.weekly).all()
    assert len(charges.results["charge"]) == rows
    assert not charges.undetermined
