"""The fast eligibility rule against the plain one, and what must hold of any decision."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.plain_eligibility import ADULTS_OUTCOMES, CARERS_OUTCOMES, decide

from marketcross import law
from marketcross.engine.rules import eligibility
from marketcross.engine.rules.compiled import apply, prepare
from marketcross.engine.rules.eligibility import ADULT, CARER, Decision, Outcome
from marketcross.law.criteria import load_eligibility

STANDARD = eligibility.standard(date(2026, 11, 21), law=law.load(), criteria=load_eligibility())
WAYS = ("needs_help", "pain_distress_anxiety", "danger", "takes_longer")


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """A sound record of an adult or a carer."""
    carer = draw(st.booleans())
    ways = WAYS[:3] if carer else WAYS
    person: dict[str, Any] = {"assessment": "carer" if carer else "needs"}
    for name in (CARERS_OUTCOMES if carer else ADULTS_OUTCOMES).values():
        words = draw(st.sets(st.sampled_from(ways), max_size=3))
        able = {"does_not_apply"} if name.startswith("caring_for") and draw(st.booleans()) else {"able"}
        person[name] = words or able
    person |= {
        name: draw(st.booleans()) for name in (("necessary_care", "health_at_risk") if carer else ("impairment",))
    }
    cause = decide(person | {"significant_impact": False})
    person["significant_impact"] = draw(st.booleans()) and (bool(cause["unable"]) or bool(person.get("health_at_risk")))
    person["areas"] = {"health"} if person["significant_impact"] else set()
    if not carer:
        person["carer_meets"] = (
            draw(st.sets(st.sampled_from(sorted(cause["unable"]) or ["nutrition"]))) & cause["unable"]
        )
        person["urgent"] = draw(st.booleans())
    person["meet_anyway"] = draw(st.booleans())
    return person


def row(person: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    facts = {name: sorted(cell) if isinstance(cell, set) else cell for name, cell in person.items()}
    return eligibility.one({"person": "A1", "born": date(1950, 1, 1), **facts})


def table(group: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    rows = [row(person) for person in group] or [row(EXAMPLE)]
    keep = slice(None) if group else slice(0, 0)
    return tuple({n: np.concatenate([r[which][n] for r in rows])[keep] for n in rows[0][which]} for which in (0, 1))  # type: ignore[return-value]


EXAMPLE: dict[str, Any] = {"assessment": "needs", "impairment": True, "significant_impact": False}
EXAMPLE |= {name: {"able"} for name in ADULTS_OUTCOMES.values()}


def names(number: int) -> set[str]:
    return {outcome.name.lower() for outcome in Outcome if number & outcome}


@settings(max_examples=60)
@given(st.lists(people(), max_size=8))
def test_the_fast_rule_decides_as_the_plain_one(group: list[dict[str, Any]]) -> None:
    """For none, one and many people; a sound record contradicts itself nowhere."""
    values, given_ = table(group)
    assert eligibility.contradictions(STANDARD, values, given_) == []
    result = eligibility.decide(STANDARD, values)
    assert len(result["decision"]) == len(group)
    for place, person in enumerate(group):
        plain = decide(person)
        assert bool(result["decision"][place]) == plain["eligible"]
        found = tuple(bool(result[f"{which}_condition"][place]) for which in ("first", "second", "third"))
        assert found == plain["conditions"]
        assert names(int(result["unable"][place])) == plain["unable"]
        assert int(result["outcomes_unable"][place]) == len(plain["unable"])


@settings(max_examples=25)
@given(st.lists(people(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(group: list[dict[str, Any]], chance: Any) -> None:
    order = list(range(len(group)))
    chance.shuffle(order)
    straight = eligibility.decide(STANDARD, table(group)[0])
    shuffled = eligibility.decide(STANDARD, table([group[place] for place in order])[0])
    for name, cells in straight.items():
        assert cells[order].tolist() == shuffled[name].tolist()


@settings(max_examples=60)
@given(people())
def test_help_from_a_carer_never_changes_the_decision(person: dict[str, Any]) -> None:
    without = person | {"carer_meets": set()} if "carer_meets" in person else person
    assert decision(person) == decision(without)


@settings(max_examples=60)
@given(people(), st.sampled_from(WAYS[:3]))
def test_one_more_way_of_being_unable_never_takes_eligibility_away(person: dict[str, Any], way: str) -> None:
    more = person | {"nutrition": (person["nutrition"] - {"able"}) | {way}}
    assert decision(more) >= decision(person)


@settings(max_examples=30)
@given(people())
def test_the_explanation_gives_the_table_s_decision_and_what_follows(person: dict[str, Any]) -> None:
    values, given_ = row(person)
    explained = eligibility.explain(STANDARD, values, given_, 0)
    decided = Decision(decision(person))
    assert explained.answer.startswith("Eligible" if decided is Decision.ELIGIBLE else "Not eligible")
    assert all(step.rule and step.text for step in explained.steps)
    follows = int(eligibility.decide(STANDARD, values)["follows"][0])
    due = [step.says for place, step in enumerate(STANDARD.criteria.follows) if follows >> place & 1]
    text = str(explained)
    assert due and all(f"What follows: {says}" in text for says in due)
    assert {value.verified for step in explained.steps for value in step.used} <= {True, False}


def decision(person: dict[str, Any]) -> int:
    return int(eligibility.decide(STANDARD, row(person)[0])["decision"][0])


@pytest.mark.parametrize("definition", [ADULT, CARER], ids=["adult", "carer"])
def test_compiled_and_plain_loops_give_the_same(definition: Any) -> None:
    rng = np.random.default_rng(4)
    size = 5_000
    facts = {c.name: rng.integers(0, 64 if c.codes else 2, size) for c in definition.facts}
    before = apply(definition, facts, STANDARD.settings, size)
    prepare(definition)
    after = apply(definition, facts, STANDARD.settings, size)
    assert {name: cells.tolist() for name, cells in before.items()} == {n: c.tolist() for n, c in after.items()}
    assert 0 < after["decision"].sum() < size
