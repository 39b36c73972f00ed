"""Eligibility under the Care Act: an assessor judges, and the rule combines the judgements, checks and explains them.

One person, explained::

    from datetime import date
    from marketcross import law
    from marketcross.engine.rules import eligibility
    from marketcross.law.criteria import load_eligibility

    standard = eligibility.standard(date(2026, 11, 21), law=law.load(), criteria=load_eligibility())
    decided = eligibility.assess(
        standard,
        {"assessment": "carer", "born": date(1960, 5, 1), "necessary_care": True, "health_at_risk": True, ...},
    )
    print(decided.decision, decided.explanation)

Many people: ``eligibility.contradictions(standard, values, given)`` says what is missing or cannot be true, row by row,
and ``eligibility.decide(standard, values)`` decides on the others. ``values`` are the columns that
``eligibility.FACTS`` describes, ``given`` marks the cells that were not empty; ``opendata.tables`` reads both from a
file. Money is not among the facts: what somebody owns or earns plays no part in whether their needs are eligible. In
prose: docs/method/eligibility.md.
"""

from marketcross.engine.rules.eligibility.adult import ADULT, Decision
from marketcross.engine.rules.eligibility.carer import CARER
from marketcross.engine.rules.eligibility.contradictions import contradictions
from marketcross.engine.rules.eligibility.deciding import decide, result_columns
from marketcross.engine.rules.eligibility.explaining import explain
from marketcross.engine.rules.eligibility.facts import FACTS, Area, Assessment, Judged, Outcome
from marketcross.engine.rules.eligibility.following import following
from marketcross.engine.rules.eligibility.one_person import Decided, FactsError, assess, one
from marketcross.engine.rules.eligibility.standard import NotInForceError, Standard, standard

__all__ = [
    "ADULT",
    "CARER",
    "FACTS",
    "Area",
    "Assessment",
    "Decided",
    "Decision",
    "FactsError",
    "Judged",
    "NotInForceError",
    "Outcome",
    "Standard",
    "assess",
    "contradictions",
    "decide",
    "explain",
    "following",
    "one",
    "result_columns",
    "standard",
]
