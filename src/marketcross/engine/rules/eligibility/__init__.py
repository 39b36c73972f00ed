"""Eligibility under the Care Act: an assessor judges, and the rule combines the judgements, checks and explains them.

    from marketcross import law
    from marketcross.engine.rules import eligibility

    standard = eligibility.standard(on, law=law.load(), criteria=load_eligibility())
    eligibility.contradictions(standard, values, given)     # what is missing or cannot be true, row by row
    eligibility.decide(standard, values)                    # a decision for each row of a table
    print(eligibility.explain(standard, values, given, 0))  # one decision with its reasons, to read aloud

``values`` are the columns that ``eligibility.FACTS`` describes, ``given`` marks the cells that were not empty;
``opendata.tables`` reads both from a file. ``eligibility.one`` makes them of plain Python for one person. Money is not
among the facts: what somebody owns or earns plays no part in whether their needs are eligible.
"""

from marketcross.engine.rules.eligibility.adult import ADULT, Decision
from marketcross.engine.rules.eligibility.carer import CARER
from marketcross.engine.rules.eligibility.contradictions import contradictions
from marketcross.engine.rules.eligibility.deciding import decide, result_columns
from marketcross.engine.rules.eligibility.explaining import explain
from marketcross.engine.rules.eligibility.facts import FACTS, Area, Assessment, Judged, Outcome
from marketcross.engine.rules.eligibility.following import following
from marketcross.engine.rules.eligibility.one_person import one
from marketcross.engine.rules.eligibility.standard import NotInForceError, Standard, standard

__all__ = [
    "ADULT",
    "CARER",
    "FACTS",
    "Area",
    "Assessment",
    "Decision",
    "Judged",
    "NotInForceError",
    "Outcome",
    "Standard",
    "contradictions",
    "decide",
    "explain",
    "following",
    "one",
    "result_columns",
    "standard",
]
