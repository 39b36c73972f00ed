"""Regulation 3: when a carer's needs for support meet the eligibility criteria."""

from marketcross.engine.rules.definition import Definition, rule
from marketcross.engine.rules.eligibility.adult import DECISION, IMPACT, Decision, outcomes_unable
from marketcross.engine.rules.eligibility.facts import FACTS, Judged, Outcome

# Three ways, not four: that something takes longer does not count for a carer.
WAYS = Judged.NEEDS_HELP | Judged.PAIN_DISTRESS_ANXIETY | Judged.DANGER
OUTCOMES = (
    Outcome.CARING_FOR_CHILD,
    Outcome.CARING_FOR_OTHERS,
    Outcome.HABITABLE_HOME,
    Outcome.NUTRITION,
    Outcome.RELATIONSHIPS,
    Outcome.WORK,
    Outcome.COMMUNITY,
    Outcome.RECREATION,
)


def if_unable(judged: int, outcome: int) -> int:
    """The outcome's number where at least one way of being unable was recorded: any of the three is enough."""
    return outcome if judged & WAYS else 0


@rule(
    "regulation 3(1)(a)",
    flag=True,
    says={
        1: "Your needs come from giving necessary care to an adult. The first condition is met.",
        0: "Your needs do not come from giving necessary care to an adult. The first condition is not met.",
    },
)
def first_condition(necessary_care: int) -> int:
    """The needs arise as a consequence of providing necessary care for an adult."""
    return necessary_care


@rule("regulation 3(2)(b) and 3(3)", unit="")
def unable(
    caring_for_child: int,
    caring_for_others: int,
    habitable_home: int,
    nutrition: int,
    relationships: int,
    work: int,
    community: int,
    recreation: int,
) -> int:
    """The outcomes that the carer cannot achieve."""
    return (
        if_unable(caring_for_child, Outcome.CARING_FOR_CHILD)
        + if_unable(caring_for_others, Outcome.CARING_FOR_OTHERS)
        + if_unable(habitable_home, Outcome.HABITABLE_HOME)
        + if_unable(nutrition, Outcome.NUTRITION)
        + if_unable(relationships, Outcome.RELATIONSHIPS)
        + if_unable(work, Outcome.WORK)
        + if_unable(community, Outcome.COMMUNITY)
        + if_unable(recreation, Outcome.RECREATION)
    )


@rule(
    "regulation 3(1)(b) and 3(2)",
    flag=True,
    says={
        1: "Health at risk is enough, and so is any one outcome that cannot be achieved. The second condition is met.",
        0: "Health at risk would be enough, and so would any one outcome. The second condition is not met.",
    },
)
def second_condition(health_at_risk: int, outcomes_unable: int, carer_outcomes_needed: int) -> int:
    """The carer's health is, or is at risk of, deteriorating, or the carer is unable to achieve any of the outcomes."""
    enough = 1 if outcomes_unable >= carer_outcomes_needed else 0
    return 1 if health_at_risk + enough > 0 else 0


@rule("regulation 3(1)(c)", flag=True, says=IMPACT)
def third_condition(significant_impact: int) -> int:
    """As a consequence there is, or is likely to be, a significant impact on the carer's well-being."""
    return significant_impact


@rule("regulation 3(1)", codes=Decision, says=DECISION)
def decision(first_condition: int, second_condition: int, third_condition: int) -> int:
    """Needs meet the criteria where all three conditions are met."""
    return first_condition * second_condition * third_condition


CARER = Definition(
    title="Whether a carer's needs for support are eligible",
    facts=tuple(
        column
        for column in FACTS
        if column.name
        in {"necessary_care", "health_at_risk", "significant_impact", *(outcome.name.lower() for outcome in OUTCOMES)}
    ),
    law=("carer_outcomes_needed",),
    policy=(),
    days=(),
    rules=(first_condition, unable, outcomes_unable, second_condition, third_condition, decision),
    results=("first_condition", "second_condition", "third_condition", "outcomes_unable", "unable", "decision"),
)
