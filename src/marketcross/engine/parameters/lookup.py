"""What a statutory value is on a day. A day that no value is known for is an error that names the known years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marketcross.engine.vocabulary.money import from_pounds
from marketcross.engine.vocabulary.period import Period
from marketcross.law.statute import DatedValue, Law, StatutoryValue

_IN_PENCE = ("pence", "pence_per_week")


class OutsideKnownYearsError(LookupError):
    """The day lies before or after all that is known of a value."""


@dataclass(frozen=True, slots=True)
class Known:
    """A statutory value on a day: ``value`` is a whole number in ``unit``, or None where ``missing`` says why.

    ``council`` names the council whose confirmed rate it is, else it is empty.
    """

    name: str
    description: str
    value: int | None
    unit: str
    rule: str
    source: str
    verified: bool
    missing: str
    council: str
    period: Period


def value_on(statutory: StatutoryValue, on: date) -> Known:
    """The value on a day. Raises OutsideKnownYearsError."""
    for dated in statutory.values:
        if dated.start <= on < dated.until:
            return _known(statutory, dated)
    first, last = statutory.values[0].start, statutory.values[-1].until
    raise OutsideKnownYearsError(
        f"{statutory.name} is known from {first} until {last}, and not on {on}. "
        "docs/guides/adding-next-years-rates.md says how to add a year."
    )


def on_date(law: Law, on: date, names: tuple[str, ...]) -> Mapping[str, Known]:
    """The named values on a day. Raises OutsideKnownYearsError, naming every value that the day lies outside of."""
    values, problems = {}, []
    for name in names:
        try:
            values[name] = value_on(law[name], on)
        except OutsideKnownYearsError as error:
            problems.append(str(error))
    if problems:
        raise OutsideKnownYearsError("\n".join(problems))
    return values


def _known(statutory: StatutoryValue, dated: DatedValue) -> Known:
    value = None if dated.missing else _number(statutory.unit, dated.value)
    return Known(
        statutory.name,
        statutory.description,
        value,
        statutory.unit,
        statutory.rule,
        dated.source,
        dated.verified,
        dated.missing,
        dated.council,
        Period(dated.start, dated.until),
    )


def _number(unit: str, text: str) -> int:
    return from_pounds(text) if unit in _IN_PENCE else int(text)
