"""What follows from a decision. 'Not eligible' is never the end of it."""

from marketcross.engine.rules.eligibility.adult import Decision
from marketcross.engine.rules.eligibility.facts import Assessment
from marketcross.law.criteria import EligibilityLaw, Provision


def following(
    criteria: EligibilityLaw, assessment: Assessment, decision: Decision, *, urgent: bool, meet_anyway: bool
) -> tuple[Provision, ...]:
    """The steps that follow, in the order of the law's file. An authority may meet needs that are not eligible."""
    person = "carer" if assessment is Assessment.CARER else "adult"
    now = {"eligible" if decision is Decision.ELIGIBLE else "not_eligible"}
    now |= {"urgent"} if urgent else set()
    now |= {"power"} if meet_anyway and decision is Decision.NOT_ELIGIBLE else set()
    return tuple(step for step in criteria.follows if now & set(step.when) and step.person in ("", person))
