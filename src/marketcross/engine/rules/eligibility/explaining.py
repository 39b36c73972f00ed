"""One decision with its reasons, to be read aloud and challenged."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.eligibility.adult import Decision
from marketcross.engine.rules.eligibility.facts import Assessment
from marketcross.engine.rules.eligibility.following import following
from marketcross.engine.rules.eligibility.standard import Standard
from marketcross.engine.rules.eligibility.wording import Told, in_the_laws_words, law_step
from marketcross.engine.rules.explained import Background, run, steps
from marketcross.engine.rules.explanation import Explanation, Origin, Step, Used

_ABOUT = {
    Assessment.NEEDS: "Whether your needs for care and support are eligible",
    Assessment.CARER: "Whether your needs for support as a carer are eligible",
}
_ANSWERS = {
    Decision.ELIGIBLE: "Eligible: your needs meet the eligibility criteria.",
    Decision.NOT_ELIGIBLE: "Not eligible: your needs do not meet the eligibility criteria. What follows is said below.",
}
_TAKEN_AS_NONE = {
    "fluctuates": "needs that change from time to time",
    "carer_meets": "help from a carer today",
    "urgent": "urgency",
    "meet_anyway": "a decision to meet needs that are not eligible",
}
_NO_MONEY = "What you own or earn played no part in this decision."
_FOR_CARERS_TOO = ("fluctuates", "meet_anyway")


def explain(
    standard: Standard, values: Mapping[str, NDArray[np.generic]], given: Mapping[str, NDArray[np.bool_]], row: int
) -> Explanation:
    """The decision on one row of a table, by its place, and how it was reached."""
    facts = {name: int(cells[row]) for name, cells in values.items() if cells.dtype != object}
    known = frozenset(name for name, mask in given.items() if mask[row])
    assessment = Assessment(facts["assessment"])
    definition = standard.definition(assessment)
    done = run(definition, {**facts, **standard.settings})
    background = Background(definition, known, law=standard.known, days={}, policy_source="")
    reasons, _ = steps(done, background, "decision")
    decision = Decision(done.values["decision"])
    told = Told(assessment, standard.wording(assessment), standard.criteria.areas, {**facts, **done.values})
    return Explanation(
        about=_ABOUT[assessment],
        on=standard.on,
        answer=_ANSWERS[decision],
        steps=(*in_the_laws_words(told, reasons), *_follows(standard, assessment, decision, facts)),
        remarks=(_NO_MONEY, *(f"{found.says} ({found.cite}; {found.source})" for found in standard.interrupted)),
        assumed=_assumed(assessment, decision, known),
    )


def _follows(standard: Standard, assessment: Assessment, decision: Decision, facts: Mapping[str, int]) -> list[Step]:
    urgent, anyway = bool(facts["urgent"]), bool(facts["meet_anyway"])
    due = following(standard.criteria, assessment, decision, urgent=urgent, meet_anyway=anyway)
    return [law_step(step, f"What follows: {step.says}") for step in due]


def _assumed(assessment: Assessment, decision: Decision, known: frozenset[str]) -> tuple[Used, ...]:
    """What was not said and made no difference only because it was taken as none."""
    asked = _TAKEN_AS_NONE if assessment is Assessment.NEEDS else _FOR_CARERS_TOO
    open_ = [name for name in asked if name not in known]
    if decision is Decision.ELIGIBLE:
        open_ = [name for name in open_ if name != "meet_anyway"]
    return tuple(Used(_TAKEN_AS_NONE[name], False, "", Origin.DEFAULT) for name in open_)
