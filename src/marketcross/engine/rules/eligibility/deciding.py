"""Decisions for a table of assessments whose rows are free of contradictions (see ``contradictions``)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.compiled import apply
from marketcross.engine.rules.eligibility.adult import Decision
from marketcross.engine.rules.eligibility.facts import Assessment, Outcome
from marketcross.engine.rules.eligibility.following import following
from marketcross.engine.rules.eligibility.standard import Standard
from marketcross.engine.vocabulary.code_list import word_list
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.law.criteria import EligibilityLaw

Columns = Mapping[str, NDArray[np.generic]]
Results = dict[str, NDArray[np.generic]]


def result_columns(criteria: EligibilityLaw) -> tuple[Column, ...]:
    """The columns of the decisions."""
    follows = word_list("Follows", [step.id for step in criteria.follows])
    return (
        Column("person", Kind.TEXT, "as given"),
        Column("assessment", Kind.CODE, "as given", codes=Assessment),
        Column("decision", Kind.CODE, "eligible where all three conditions are met", codes=Decision),
        Column("first_condition", Kind.FLAG, "regulation 2(1)(a) for an adult, 3(1)(a) for a carer"),
        Column("second_condition", Kind.FLAG, "regulation 2(1)(b) for an adult, 3(1)(b) for a carer"),
        Column("third_condition", Kind.FLAG, "regulation 2(1)(c) for an adult, 3(1)(c) for a carer"),
        Column("outcomes_unable", Kind.COUNT, "how many outcomes cannot be achieved"),
        Column("unable", Kind.WORDS, "which they are", codes=Outcome),
        Column(
            "met_by_carer", Kind.WORDS, "those of them that a carer meets today: they count all the same", codes=Outcome
        ),
        Column("follows", Kind.WORDS, "what follows from the decision", codes=follows),
        Column("verified", Kind.FLAG, "no where the decision rests on words of the law that nobody has yet checked"),
    )


def decide(standard: Standard, values: Columns) -> Results:
    """One decision for each row, as ``result_columns`` describes them."""
    carer = np.equal(values["assessment"], Assessment.CARER)
    found = _decided(standard, values, carer)
    met_by_carer = np.where(carer, 0, found["unable"] & values["carer_meets"].astype(np.int64))
    blind = standard.criteria.adult.carer_blind
    return {
        "person": values["person"],
        "assessment": values["assessment"],
        **found,
        "met_by_carer": met_by_carer,
        "follows": _follows(standard, values, carer, found["decision"]),
        "verified": (met_by_carer == 0) | (blind is not None and blind.verified),
    }


def _decided(standard: Standard, values: Columns, carer: NDArray[np.bool_]) -> dict[str, NDArray[Any]]:
    """Each kind of assessment by its own regulation. A table of one kind is not split."""
    if not carer.any():
        return _by(standard, Assessment.NEEDS, values, len(carer))
    if carer.all():
        return _by(standard, Assessment.CARER, values, len(carer))
    found: dict[str, NDArray[Any]] = {}
    for assessment, rows in ((Assessment.NEEDS, ~carer), (Assessment.CARER, carer)):
        part = {column.name: values[column.name][rows] for column in standard.definition(assessment).facts}
        for name, results in _by(standard, assessment, part, int(rows.sum())).items():
            found.setdefault(name, np.zeros(len(carer), results.dtype))[rows] = results
    return found


def _by(standard: Standard, assessment: Assessment, values: Columns, rows: int) -> dict[str, NDArray[Any]]:
    return apply(standard.definition(assessment), values, standard.settings, rows)


def _follows(
    standard: Standard, values: Columns, carer: NDArray[np.bool_], decision: NDArray[np.int64]
) -> NDArray[np.int64]:
    """There are only sixteen cases: each row looks up its own."""
    case = carer * 8 + decision * 4 + values["urgent"].astype(np.int64) * 2 + values["meet_anyway"].astype(np.int64)
    return _follow_numbers(standard.criteria).take(case)


@lru_cache(maxsize=4)
def _follow_numbers(criteria: EligibilityLaw) -> NDArray[np.int64]:
    return np.array([_follow_number(criteria, case) for case in range(16)], np.int64)


def _follow_number(criteria: EligibilityLaw, case: int) -> int:
    steps = following(
        criteria,
        Assessment(case >> 3 & 1),
        Decision(case >> 2 & 1),
        urgent=bool(case >> 1 & 1),
        meet_anyway=bool(case & 1),
    )
    return sum(1 << place for place, step in enumerate(criteria.follows) if step in steps)
