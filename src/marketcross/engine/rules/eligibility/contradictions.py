"""What is missing from an assessment, impossible in it, or contradicts itself; each with what would be right."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.contradiction import Contradiction, in_order, where
from marketcross.engine.rules.eligibility import adult, carer
from marketcross.engine.rules.eligibility.facts import Assessment, Judged, Outcome
from marketcross.engine.rules.eligibility.standard import Standard
from marketcross.engine.vocabulary.column import NO_DATE

Columns = Mapping[str, NDArray[np.generic]]
Given = Mapping[str, NDArray[np.bool_]]
Rows = NDArray[np.bool_]

_ALL_WAYS = adult.WAYS
_MAY_NOT_APPLY = {Outcome.CARING_FOR_CHILD, Outcome.CARING_FOR_OTHERS}
_ANSWER = "Record able, or each way of being unable that holds, as if no carer helped."


def contradictions(standard: Standard, values: Columns, given: Given) -> list[Contradiction]:
    """Everything that is wrong, by row. ``given`` marks the cells that were not empty."""
    carers = np.equal(values["assessment"], Assessment.CARER)
    found = [
        *_age(standard, values),
        *_first_condition(values, given, carers),
        *_outcomes(values, carers),
        *_impact(values, carers),
        *_carer_blind(values, carers),
        *_period(standard, values),
        *_urgency(values, carers),
    ]
    return in_order(found)


def _age(standard: Standard, values: Columns) -> Iterator[Contradiction]:
    born, on = values["born"], standard.on.toordinal()
    yield from where(np.greater(born, on), "born", f"is after {standard.on}.", "Give the date of birth.")
    child = np.greater(born, standard.adult_born_by.toordinal()) & np.less_equal(born, on)
    yield from where(
        child,
        "born",
        f"is a person under 18 on {standard.on}; these criteria are for adults.",
        "Assess the move to adult care instead (Care Act 2014, sections 58 to 66).",
    )


def _first_condition(values: Columns, given: Given, carers: Rows) -> Iterator[Contradiction]:
    for column, whose in (("impairment", ~carers), ("necessary_care", carers), ("health_at_risk", carers)):
        yield from where(
            whose & ~given[column], column, "is missing.", "Write yes or no: the first two conditions need it."
        )
        other = "a carer's assessment" if column == "impairment" else "a needs assessment"
        wrong = f"is no question of {other}."
        yield from where(
            ~whose & values[column].astype(np.bool_), column, wrong, "Leave it empty, or mend 'assessment'."
        )


def _outcomes(values: Columns, carers: Rows) -> Iterator[Contradiction]:
    for outcome in Outcome:
        column = outcome.name.lower()
        asked = np.where(carers, outcome in carer.OUTCOMES, outcome in adult.OUTCOMES)
        judged = values[column].astype(np.int64)
        yield from where(asked & (judged == 0), column, "has no judgement.", _ANSWER)
        wrong = "is not among the outcomes of this kind of assessment."
        yield from where(~asked & (judged != 0), column, wrong, "Leave it empty, or mend 'assessment'.")
        yield from _judgement(column, judged, outcome)
        longer = carers & asked & (judged & Judged.TAKES_LONGER != 0)
        wrong = "taking longer is not one of a carer's three ways of being unable (regulation 3(3))."
        yield from where(longer, column, wrong, "Record able, or another way that holds.")


def _judgement(column: str, judged: NDArray[np.int64], outcome: Outcome) -> Iterator[Contradiction]:
    able, unable = judged & Judged.ABLE != 0, judged & _ALL_WAYS != 0
    none = judged & Judged.DOES_NOT_APPLY != 0
    yield from where(able & unable, column, "is recorded both as able and as unable.", _ANSWER)
    yield from where(none & (able | unable), column, "is recorded as not applying, and judged too.", _ANSWER)
    if outcome not in _MAY_NOT_APPLY:
        yield from where(none, column, "applies to everybody.", _ANSWER)


def _impact(values: Columns, carers: Rows) -> Iterator[Contradiction]:
    impact, areas = values["significant_impact"].astype(np.bool_), values["areas"].astype(np.int64)
    wrong = "is yes, but no area of well-being is named."
    yield from where(
        impact & (areas == 0), "significant_impact", wrong, "Name the areas in 'areas': the reasons need them."
    )
    unable = np.zeros(len(carers), np.bool_)
    for outcome in Outcome:
        unable |= values[outcome.name.lower()].astype(np.int64) & _ALL_WAYS != 0
    cause = unable | (carers & values["health_at_risk"].astype(np.bool_))
    wrong = "is yes, but nothing is recorded that it could follow from."
    right = "Record the outcome that cannot be achieved, or write no."
    yield from where(impact & ~cause, "significant_impact", wrong, right)


def _carer_blind(values: Columns, carers: Rows) -> Iterator[Contradiction]:
    meets = values["carer_meets"].astype(np.int64)
    wrong = "is a question of needs assessments only."
    yield from where(carers & (meets != 0), "carer_meets", wrong, "Leave it empty.")
    for outcome in Outcome:
        able = values[outcome.name.lower()].astype(np.int64) & _ALL_WAYS == 0
        column = outcome.name.lower()
        wrong = f"a carer meets '{column}', which is not recorded as something that cannot be achieved."
        right = f"Judge '{column}' as if no carer helped; where it is then able, take it out here."
        yield from where(~carers & (meets & outcome != 0) & able, "carer_meets", wrong, right)


def _period(standard: Standard, values: Columns) -> Iterator[Contradiction]:
    fluctuates = values["fluctuates"].astype(np.bool_)
    start, until = values["period_from"].astype(np.int64), values["period_until"].astype(np.int64)
    for column, cells in (("period_from", start), ("period_until", until)):
        wrong = "is missing: needs that change are judged over a period (regulations 2(4) and 3(4))."
        yield from where(fluctuates & (cells == NO_DATE), column, wrong, "State the period that was looked at.")
        wrong = "is given, but the needs are said not to fluctuate."
        yield from where(~fluctuates & (cells != NO_DATE), column, wrong, "Set 'fluctuates' to yes, or leave it empty.")
    both = (start != NO_DATE) & (until != NO_DATE)
    yield from where(
        both & (until <= start), "period_until", "is not after period_from.", "Give the day after the last."
    )
    late = start > standard.on.toordinal()
    yield from where(late, "period_from", f"is after {standard.on}.", "Give a period that had begun by then.")


def _urgency(values: Columns, carers: Rows) -> Iterator[Contradiction]:
    wrong = "is a power for an adult's needs, not a carer's (section 19(3))."
    urgent = carers & values["urgent"].astype(np.bool_)
    yield from where(urgent, "urgent", wrong, "Record it on the adult's needs assessment.")
