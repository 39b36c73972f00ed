"""What a council may choose within the law, published as a policy. The defaults are the law with nothing added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marketcross.engine.vocabulary.column import Cell, Column, Kind, by_name
from marketcross.engine.vocabulary.money import NotMoneyError, from_pounds


def _weekly(name: str, description: str) -> Column:
    return Column(name, Kind.MONEY, description, "pence_per_week", default=0)


POLICY = (
    Column("council_upper_limit", Kind.MONEY, "A higher upper capital limit outside permanent care home places; "
        "0 keeps the law's.", "pence", default=0),
    Column("council_lower_limit", Kind.MONEY, "A higher lower capital limit outside permanent care home places; "
        "0 keeps the law's.", "pence", default=0),
    _weekly("added_to_guarantee", "What the council adds to everybody's minimum income guarantee."),
    Column("share_of_disposable_income", Kind.COUNT, "The share of disposable income that is asked for, outside "
        "care homes.", "percent", default=100, at_most=100),
    _weekly("maximum_charge", "The most that anybody is charged outside a care home; 0 is no maximum."),
    _weekly("smallest_charge", "A smaller charge than this is not collected."),
    _weekly("standard_expenses_lower", "Disability-related expenditure allowed without evidence at the lower "
        "rate of disability benefit."),
    _weekly("standard_expenses_higher", "The same at the higher rate."),
    Column("disregards_night_benefit", Kind.FLAG, "Disability benefit paid for the night is not counted where "
        "the council buys no night care.", default=False),
    Column("free_reablement_by_policy", Kind.COUNT, "For how many weeks in all reablement is free, where that "
        "is longer than the law's.", "weeks", default=0),
    Column("charges_carers", Kind.FLAG, "Carers are charged for support given to them.", default=False),
    Column("charges_larger_adaptations", Kind.FLAG, "Adaptations that are not minor are charged for.", default=False),
    _weekly("arrangement_fee", "What arranging care costs somebody over the capital limit who asked for it, "
        "outside care homes."),
    Column("short_stays_as_at_home", Kind.FLAG, "Short stays in a care home are charged as if at home.", default=True),
    Column(
        "deferred_interest",
        Kind.COUNT,
        "Yearly interest on deferred payments.",
        "hundredths_of_a_percent",
        default=0,
        at_most=10_000,
    ),
)  # fmt: skip


class PolicyError(ValueError):
    """What is wrong with a policy, all at once, one line each."""


@dataclass(frozen=True)
class Policy:
    """A council's charging policy. ``values`` holds its choices as whole numbers, in pence where they are money."""

    title: str = "the law with nothing added"
    council: str = ""
    source: str = ""
    until: date | None = None
    values: Mapping[str, int] = field(default_factory=dict)

    def value(self, column: Column) -> int:
        return int(self.values.get(column.name, column.default or 0))


def policy_from(document: Mapping[str, Any]) -> Policy:
    """A policy from a parsed TOML document: ``title``, ``council``, ``source``, ``until`` and ``[charging]``.

    Money is text in pounds. Raises PolicyError with every field that is unknown, of the wrong kind or out of bounds.
    """
    known = by_name(POLICY)
    problems = [f"'{name}' is not a field of a policy." for name in document if name not in (*_HEAD, "charging")]
    problems += [f"'{name}' must say something." for name in _HEAD[:3] if not isinstance(document.get(name), str)]
    choices = document.get("charging", {})
    values: dict[str, int] = {}
    for name, given in choices.items():
        if name not in known:
            problems.append(f"[charging] '{name}' is not known. Known: {', '.join(known)}.")
            continue
        try:
            values[name] = int(_cell(known[name], given))
        except ValueError as error:
            problems.append(f"[charging] {name}: {error}")
    if problems:
        raise PolicyError("\n".join(problems))
    return Policy(document["title"], document["council"], document["source"], document.get("until"), values)


_HEAD = ("title", "council", "source", "until")


def _cell(column: Column, given: object) -> Cell:
    if column.kind is Kind.FLAG:
        if not isinstance(given, bool):
            raise ValueError(f"must be true or false, and is {given!r}.")
        return given
    if column.kind is Kind.MONEY:
        if not isinstance(given, str):
            raise ValueError(f'must be pounds in quotes such as "12.50", and is {given!r}.')
        try:
            return _bounded(column, from_pounds(given))
        except NotMoneyError as error:
            raise ValueError(str(error)) from error
    if not isinstance(given, int) or isinstance(given, bool):
        raise ValueError(f"must be a whole number, and is {given!r}.")
    return _bounded(column, given)


def _bounded(column: Column, number: int) -> int:
    if number < 0 or (column.at_most is not None and number > column.at_most):
        raise ValueError(f"must lie between 0 and {column.at_most if column.at_most is not None else 'any sum'}.")
    return number
