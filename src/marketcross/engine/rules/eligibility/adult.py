"""Regulation 2: when an adult's needs for care and support meet the eligibility criteria."""

from enum import IntEnum

from marketcross.engine.rules.definition import Definition, Says, rule
from marketcross.engine.rules.eligibility.facts import FACTS, Judged, Outcome

WAYS = Judged.NEEDS_HELP | Judged.PAIN_DISTRESS_ANXIETY | Judged.DANGER | Judged.TAKES_LONGER
OUTCOMES = (
    Outcome.NUTRITION,
    Outcome.HYGIENE,
    Outcome.TOILET,
    Outcome.CLOTHING,
    Outcome.HOME_SAFETY,
    Outcome.HABITABLE_HOME,
    Outcome.RELATIONSHIPS,
    Outcome.WORK,
    Outcome.COMMUNITY,
    Outcome.CARING_FOR_CHILD,
)
OUTCOMES_IN_ALL = len(Outcome)


class Decision(IntEnum):
    """Whether needs meet the eligibility criteria."""

    NOT_ELIGIBLE = 0
    ELIGIBLE = 1


DECISION: Says = {
    Decision.ELIGIBLE: "All three conditions are met, so your needs are eligible.",
    Decision.NOT_ELIGIBLE: "Not all three conditions are met, so your needs are not eligible.",
}
IMPACT: Says = {
    1: "This has, or is likely to have, a significant impact on your well-being. The third condition is met.",
    0: "This does not have, and is not likely to have, a significant impact on your well-being. "
    "The third condition is not met.",
}


def if_unable(judged: int, outcome: int) -> int:
    """The outcome's number where at least one way of being unable was recorded: any of the four is enough."""
    return outcome if judged & WAYS else 0


@rule(
    "regulation 2(1)(a)",
    flag=True,
    says={
        1: "Your needs come from, or have to do with, a physical or mental impairment or illness. "
        "The first condition is met.",
        0: "Your needs do not come from, or have to do with, a physical or mental impairment or illness. "
        "The first condition is not met.",
    },
)
def first_condition(impairment: int) -> int:
    """The adult's needs arise from or are related to a physical or mental impairment or illness."""
    return impairment


@rule("regulation 2(2) and 2(3)", unit="")
def unable(
    nutrition: int,
    hygiene: int,
    toilet: int,
    clothing: int,
    home_safety: int,
    habitable_home: int,
    relationships: int,
    work: int,
    community: int,
    caring_for_child: int,
) -> int:
    """The outcomes that the adult cannot achieve, whoever helps today."""
    return (
        if_unable(nutrition, Outcome.NUTRITION)
        + if_unable(hygiene, Outcome.HYGIENE)
        + if_unable(toilet, Outcome.TOILET)
        + if_unable(clothing, Outcome.CLOTHING)
        + if_unable(home_safety, Outcome.HOME_SAFETY)
        + if_unable(habitable_home, Outcome.HABITABLE_HOME)
        + if_unable(relationships, Outcome.RELATIONSHIPS)
        + if_unable(work, Outcome.WORK)
        + if_unable(community, Outcome.COMMUNITY)
        + if_unable(caring_for_child, Outcome.CARING_FOR_CHILD)
    )


@rule("regulations 2(1)(b) and 3(2)(b)", unit="outcomes")
def outcomes_unable(unable: int) -> int:
    """How many outcomes cannot be achieved."""
    count = 0
    for place in range(OUTCOMES_IN_ALL):
        count += (unable >> place) & 1
    return count


@rule(
    "regulation 2(1)(b)",
    flag=True,
    says={
        1: "At least {adult_outcomes_needed} are needed, so the second condition is met.",
        0: "At least {adult_outcomes_needed} are needed, so the second condition is not met.",
    },
)
def second_condition(outcomes_unable: int, adult_outcomes_needed: int) -> int:
    """As a result of the needs the adult is unable to achieve two or more of the outcomes."""
    return 1 if outcomes_unable >= adult_outcomes_needed else 0


@rule("regulation 2(1)(c)", flag=True, says=IMPACT)
def third_condition(significant_impact: int) -> int:
    """As a consequence there is, or is likely to be, a significant impact on the adult's well-being."""
    return significant_impact


@rule("regulation 2(1)", codes=Decision, says=DECISION)
def decision(first_condition: int, second_condition: int, third_condition: int) -> int:
    """Needs meet the criteria where all three conditions are met."""
    return first_condition * second_condition * third_condition


ADULT = Definition(
    title="Whether an adult's needs for care and support are eligible",
    facts=tuple(
        column
        for column in FACTS
        if column.name in {"impairment", "significant_impact", *(outcome.name.lower() for outcome in OUTCOMES)}
    ),
    law=("adult_outcomes_needed",),
    policy=(),
    days=(),
    rules=(first_condition, unable, outcomes_unable, second_condition, third_condition, decision),
    results=("first_condition", "second_condition", "third_condition", "outcomes_unable", "unable", "decision"),
)
