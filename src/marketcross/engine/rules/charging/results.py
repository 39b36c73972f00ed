"""What ``marketcross charge`` writes for each person."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.charging.capital import ChargedAs
from marketcross.engine.rules.charging.contribution import Charged
from marketcross.engine.rules.charging.deferred import Deferral
from marketcross.engine.rules.charging.many import Columns, charged, rows_that_turn_on
from marketcross.engine.rules.charging.terms import Terms
from marketcross.engine.vocabulary.column import Column, Kind


def _weekly(name: str, description: str) -> Column:
    return Column(name, Kind.MONEY, description, "pence_per_week")


def _sum(name: str, description: str) -> Column:
    return Column(name, Kind.MONEY, description, "pence")


RESULTS = (
    Column("person", Kind.TEXT, "Your own reference for the person."),
    Column("from", Kind.DATE, "The first day to which the amounts apply."),
    Column("until", Kind.DATE, "The first day to which they no longer apply: something known changes then."),
    Column("how_charged", Kind.CODE, "How the charge came about.", codes=Charged),
    Column("charged_as", Kind.CODE, "Which set of charging rules applied.", codes=ChargedAs),
    _weekly("charge", "What the person pays for each week."),
    _weekly("council_pays", "What the council pays."),
    _weekly("nhs_pays", "What the NHS pays."),
    _weekly("free_services", "What is free of the cost of care."),
    _weekly("cost_to_charge", "The most that could be charged for."),
    _sum("capital", "The capital that counted."),
    _weekly("tariff_income", "What capital added to income."),
    _weekly("income_assessed", "Income that counted, with tariff income; 0 where the charge does not rest on it."),
    _weekly("minimum_income_guarantee", "The guarantee; 0 where the charge does not rest on it."),
    _weekly("disposable_income", "What was left of income; 0 where the charge does not rest on it."),
    _weekly("arrangement_charge", "What is charged for arranging care, besides the charge."),
    _sum("adaptation_charge", "What is charged once for an adaptation."),
    _weekly("notional_reduction", "By how much notional capital falls."),
    Column("deferral", Kind.CODE, "Whether a deferred payment agreement must be offered.", codes=Deferral),
    _weekly("deferred_a_week", "Of the charge: what can be deferred."),
    _sum("equity_limit", "The most that can be deferred in all."),
    Column("weeks_until_equity_limit", Kind.COUNT, "Weeks until that limit, interest not counted.", "weeks"),
    _weekly("deferred_interest_a_week", "Interest on what is deferred so far, at present."),
    Column("not_yet_verified", Kind.TEXT, "Statutory values that the answer rests on and nobody has yet verified."),
)


def table(columns: Columns, the_terms: Terms) -> Mapping[str, NDArray[np.generic]]:
    """The columns of ``RESULTS`` for people without contradictions whose answer is determined.

    ``columns`` are the facts, with ``person`` an object array of text.
    """
    facts = {name: column for name, column in columns.items() if name != "person"}
    rows = len(columns["person"])
    unverified = rows_that_turn_on(the_terms.unverified, facts, the_terms)
    named = np.array([" ".join(known.name for known in unverified.get(row, ())) for row in range(rows)], dtype=object)
    return {
        "person": columns["person"],
        "from": np.full(rows, the_terms.on.toordinal()),
        **charged(facts, the_terms),
        "not_yet_verified": named,
    }
