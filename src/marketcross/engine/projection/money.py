"""Spend by reason or type, its share, change and unit cost, in exact fractions of a pound.

Method: docs/method/money-and-workforce.md.
"""

from datetime import date
from fractions import Fraction

from marketcross.engine.projection.bounded import Bounded, monotone

DAYS_IN_A_WEEK = 7

POUNDS = {"GBP": 1, "GBP_thousand": 1_000, "GBP_million": 1_000_000}


def weeks_of_financial_year(first_year: int) -> Fraction:
    """Weeks from 1 April of a year to 31 March of the next: 365 or 366 days, so 52 1/7 or 52 2/7."""
    return Fraction((date(first_year + 1, 4, 1) - date(first_year, 4, 1)).days, DAYS_IN_A_WEEK)


def weeks_of_calendar_year(year: int) -> Fraction:
    """Weeks from 1 January to 31 December."""
    return Fraction((date(year + 1, 1, 1) - date(year, 1, 1)).days, DAYS_IN_A_WEEK)


def change(now: Bounded, before: Bounded) -> Bounded:
    """How much more than before."""
    return monotone(lambda a, b: a - b, "+-", now, before)


def change_percent(now: Bounded, before: Bounded) -> Bounded:
    """The change as percent of what it was, which is above 0."""
    return monotone(lambda a, b: 100 * (a - b) / b, "+-", now, before)


def cost_of_a_person_a_week(spend: Bounded, people: Bounded, weeks: Fraction) -> Bounded:
    """Spend of a period divided by the people on any one day and by the weeks of the period."""
    return monotone(lambda s, p: s / p / weeks, "+-", spend, people)


def spend(people: Bounded, price_a_week: Bounded, weeks: Fraction) -> Bounded:
    """What so many people cost in a period at a price a week."""
    return monotone(lambda p, price: p * price * weeks, "++", people, price_a_week)


def share_of_total(part: Bounded, whole: Bounded) -> Bounded:
    """A part as percent of a whole that was printed by itself, above 0."""
    return monotone(lambda a, b: 100 * a / b, "+-", part, whole)
