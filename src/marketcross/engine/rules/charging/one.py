"""One person's charge, with the explanation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np

from marketcross.engine.parameters import Known
from marketcross.engine.rules.charging.birthdays import first_birthdays
from marketcross.engine.rules.charging.contradictions import contradictions
from marketcross.engine.rules.charging.definition import CHARGING
from marketcross.engine.rules.charging.policy import Policy
from marketcross.engine.rules.charging.probing import LEAST, most
from marketcross.engine.rules.charging.terms import Terms, terms
from marketcross.engine.rules.explained import Background, Run, run, steps
from marketcross.engine.rules.explanation import Explanation, said
from marketcross.engine.vocabulary.column import Cell, Column, Kind
from marketcross.engine.vocabulary.money import Pence, from_pounds
from marketcross.engine.vocabulary.period import DAYS_IN_A_WEEK, Period
from marketcross.engine.vocabulary.rounding import whole_below
from marketcross.law.statute import Law


class FactsError(ValueError):
    """What is wrong with a person's facts: every problem, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class UnknownValueError(LookupError):
    """The answer turns on statutory values that are not known for the day; the message names them and the remedy."""


@dataclass(frozen=True)
class Charge:
    """What a person pays: ``weekly`` pence for each week of ``period``, all results, and how it was reached."""

    weekly: Pence
    period: Period
    results: Mapping[str, int]
    explanation: Explanation

    def over(self, days: Period) -> Pence:
        """The charge for the days of its period that lie in ``days``: a seventh for each, a fraction dropped."""
        shared = self.period.overlap(days)
        return whole_below(self.weekly * shared.days, DAYS_IN_A_WEEK) if shared else 0


def assess(person: Mapping[str, Any], *, law: Law, on: date, policy: Policy | None = None) -> Charge:
    """What one person pays on a day, step by step.

    ``person`` maps names of ``charging.FACTS`` to cells: money as pence (int) or pounds (text such as
        "214.35"), dates as
    ``date`` or ISO text, codes as their word, flags as bool. What is left out has its stated default. Raises FactsError
    with all that is wrong, UnknownValueError where the answer turns on a value not known for the day, and
    OutsideKnownYearsError for a day outside the known years.
    """
    the_terms = terms(law, on, policy or Policy())
    given = frozenset(name for name, cell in person.items() if cell is not None)
    return assessed(_checked(person, the_terms), given, the_terms)


def assessed(facts: Mapping[str, int], given: frozenset[str], the_terms: Terms) -> Charge:
    """``assess`` for facts already checked and in whole numbers; ``given`` names those that were not assumed."""
    done = run(CHARGING, {**facts, **the_terms.values})
    _refuse_unknown(facts, done, the_terms)
    period = Period(the_terms.on, _until(facts, done, the_terms))
    return Charge(done.values["charge"], period, _results(done), _explanation(done, given, the_terms, period))


def _checked(person: Mapping[str, Any], the_terms: Terms) -> dict[str, int]:
    """The facts as whole numbers. Raises FactsError."""
    known = CHARGING.fact
    problems = [f"{name}: is not known." for name in person if name not in known]
    facts = {}
    for name, column in known.items():
        if column.kind is Kind.TEXT:
            continue
        try:
            facts[name] = _number(column, person[name]) if person.get(name) is not None else _default(column)
        except (ValueError, TypeError) as error:
            problems.append(f"{name}: {error}")
    if not problems:
        columns = {name: np.array([cell]) for name, cell in facts.items()}
        problems = [f"{found.column}: {found.wrong} {found.right}" for found in contradictions(columns, 1, the_terms)]
    if problems:
        raise FactsError(problems)
    return facts


def _default(column: Column) -> int:
    if column.default is None:
        raise ValueError(f"is missing, and has no default. {column.description}")
    return int(column.default)


def _number(column: Column, cell: Cell | date) -> int:
    """A cell as a whole number. Raises ValueError with what would be right."""
    if isinstance(cell, float):
        raise ValueError("is a float; write money as whole pence or as text in pounds such as '214.35'.")
    if column.kind is Kind.DATE:
        return (date.fromisoformat(cell) if isinstance(cell, str) else _a_date(cell)).toordinal()
    if column.kind is Kind.CODE and isinstance(cell, str):
        if cell not in column.words or column.codes is None:
            raise ValueError(f"'{cell}' is not one of {', '.join(column.words)}.")
        return column.codes[cell.upper()].value
    if isinstance(cell, str):
        if column.kind is not Kind.MONEY:
            raise ValueError(f"'{cell}' is text; write a {'True or False' if column.kind is Kind.FLAG else 'number'}.")
        cell = from_pounds(cell)
    return _within(column, int(_a_number(cell)))


def _a_date(cell: object) -> date:
    if not isinstance(cell, date):
        raise ValueError(f"{cell!r} is not a date; write date(1948, 7, 5) or '1948-07-05'.")
    return cell


def _a_number(cell: object) -> int:
    if not isinstance(cell, int | np.integer | np.bool_ | IntEnum):
        raise ValueError(f"{cell!r} is not a whole number.")
    return int(cell)


def _within(column: Column, number: int) -> int:
    if column.kind is Kind.CODE and column.codes:
        column.codes(number)
    if column.kind in (Kind.MONEY, Kind.COUNT):
        if column.at_least is not None and number < column.at_least:
            raise ValueError(f"{said(number, column.unit)} is below {said(column.at_least, column.unit)}.")
        if column.at_most is not None and number > column.at_most:
            raise ValueError(f"{said(number, column.unit)} is above {said(column.at_most, column.unit)}.")
    return number


def _results(done: Run) -> dict[str, int]:
    return {name: done.values[name] for name in CHARGING.results if name != "birthday_before"}


def _refuse_unknown(facts: Mapping[str, int], done: Run, the_terms: Terms) -> None:
    """Raise UnknownValueError where a missing value, were it very small or very large, would change the answer."""
    seen = {name for names in done.looked_at.values() for name in names}  # what nobody looked at changes nothing
    deciding = [known for known in the_terms.missing if known.name in seen and _decides(known, facts, the_terms)]
    if deciding:
        named = "; ".join(f"{known.name} ({known.missing})" for known in deciding)
        raise UnknownValueError(f"On {the_terms.on} the answer turns on what is not known: {named}.")


def _decides(known: Known, facts: Mapping[str, int], the_terms: Terms) -> bool:
    answers = [
        _results(run(CHARGING, {**facts, **the_terms.with_value(known.name, value)})) for value in (LEAST, most(known))
    ]
    return answers[0] != answers[1]


def _until(facts: Mapping[str, int], done: Run, the_terms: Terms) -> date:
    until = date.fromordinal(done.values["until"])
    if not done.values["birthday_before"]:
        return until
    columns = {name: np.array([facts[name]]) for name in ("born", "partner_born", "couple")}
    return min(until, date.fromordinal(int(first_birthdays(columns, the_terms)[0])))


def _explanation(done: Run, given: frozenset[str], the_terms: Terms, period: Period) -> Explanation:
    policy = the_terms.policy
    source = ", ".join(part for part in (policy.title, policy.council, policy.source) if part)
    made, assumed = steps(done, Background(CHARGING, given, the_terms.law, the_terms.days, source), "charge")
    until = f" until {said(period.until)}" if period.until else ""
    answer = f"You pay {said(done.values['charge'], 'pence_per_week')} from {said(the_terms.on)}{until}."
    remarks = (f"This follows {source}.", *_doubts(made, the_terms), _REVIEW)
    return Explanation(CHARGING.title, the_terms.on, answer, made, remarks, assumed)


_REVIEW = (
    "Whatever you own or earn, your right to an assessment of your needs, and to a plan where they are eligible, stays."
)


def _doubts(made: Any, the_terms: Terms) -> tuple[str, ...]:
    names = dict.fromkeys(value.name for step in made for value in step.used if not value.verified)
    if not names:
        return ()
    told = "Not yet verified against their source, and so to be confirmed before anybody relies on this"
    return (f"{told}: {', '.join(names)}.",)
