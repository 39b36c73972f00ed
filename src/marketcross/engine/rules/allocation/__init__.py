"""Allocation: from answers to a first, indicative sum that explains every pound.

    from marketcross.engine.rules import allocation

    scheme = allocation.scheme_from(data, outcomes=outcomes)      # a council's published file
    allocation.columns(scheme)                                   # what a table of people must hold
    given = allocation.answers(scheme, values)                    # one column for each person
    sums = allocation.allocate(scheme, given)                     # pence for a week, with a range; or no figure
    print(allocation.explain(scheme, given, 0))                   # one person, to read aloud

The sum is where planning starts. A personal budget is what it costs to meet the person's needs (Care Act 2014, s26).
"""

from marketcross.engine.rules.allocation.allocate import ScaledSchemeError, allocate
from marketcross.engine.rules.allocation.answers import Answers, answers, columns, contradictions
from marketcross.engine.rules.allocation.explaining import explain
from marketcross.engine.rules.allocation.reading import SchemeError, as_data, scheme_from, scheme_schema
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner
from marketcross.engine.rules.allocation.sums import NoFigure, Sums

__all__ = [
    "Answers",
    "NoFigure",
    "PointsScheme",
    "Reckoner",
    "ScaledSchemeError",
    "SchemeError",
    "Sums",
    "allocate",
    "answers",
    "as_data",
    "columns",
    "contradictions",
    "explain",
    "scheme_from",
    "scheme_schema",
]
