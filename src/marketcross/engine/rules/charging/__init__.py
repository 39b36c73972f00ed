"""What people pay towards their care and support in England: SI 2014/2672, and a council's own policy on top.

One person, explained::

    from datetime import date
    from marketcross.engine.rules import charging
    from marketcross.law import load

    answer = charging.assess(
        {"born": date(1950, 3, 1), "setting": "home", "cost_of_care": "180.00", "state_pension": "221.20"},
        law=load(),
        on=date(2024, 11, 21),
    )
    print(answer.weekly)  # whole pence
    print(answer.explanation)  # every step, with its rule, values and sources

Many people: ``charging.assess_table(columns, law=load(), on=...)``, where columns are NumPy arrays by name. Both apply
the same rules. ``charging.FACTS`` says what can be told about a person, ``charging.POLICY`` what a council may choose.
Capital decides what somebody pays and never whether they are eligible. In prose: docs/method/charging.md.
"""

from marketcross.engine.rules.charging.contradictions import contradictions
from marketcross.engine.rules.charging.definition import CHARGING
from marketcross.engine.rules.charging.facts import FACTS
from marketcross.engine.rules.charging.many import Charges, assess_table, rows_that_turn_on
from marketcross.engine.rules.charging.one import Charge, FactsError, UnknownValueError, assess, assessed
from marketcross.engine.rules.charging.policy import POLICY, Policy, PolicyError, policy_from
from marketcross.engine.rules.charging.results import RESULTS, table
from marketcross.engine.rules.charging.terms import Terms, terms

__all__ = [
    "CHARGING",
    "FACTS",
    "POLICY",
    "RESULTS",
    "Charge",
    "Charges",
    "FactsError",
    "Policy",
    "PolicyError",
    "Terms",
    "UnknownValueError",
    "assess",
    "assess_table",
    "assessed",
    "contradictions",
    "policy_from",
    "rows_that_turn_on",
    "table",
    "terms",
]
