"""A council's own confirmed rates: who entered a value, who confirmed it, and from which circular."""

from dataclasses import dataclass
from datetime import date

from marketcross.law.loading import well_written
from marketcross.law.reading import LawError, Reader
from marketcross.law.statute import Law


@dataclass(frozen=True, slots=True)
class ConfirmedRate:
    """One value for the days ``[start, until)``, as text in the unit of the statutory value of that name."""

    name: str
    start: date
    until: date
    value: str


@dataclass(frozen=True, slots=True)
class ConfirmedRates:
    """What a council read in a circular: entered by one person, confirmed by another."""

    council: str
    circular: str
    entered_by: str
    confirmed_by: str
    confirmed_on: date
    rates: tuple[ConfirmedRate, ...]

    @property
    def source(self) -> str:
        """How an explanation names it."""
        return (
            f"{self.circular}, entered by {self.entered_by} and confirmed by {self.confirmed_by} "
            f"of {self.council} on {self.confirmed_on}"
        )


def confirmed_rates(text: str, law: Law, where: str = "rates") -> ConfirmedRates:
    """Read a council's rates from YAML. Raises LawError with all that is wrong.

    Two different people must have entered and confirmed them, and each must be a value that the law knows.
    """
    reader = Reader(where)
    fields = reader.parse(text)
    people = ("council", "circular", "entered_by", "confirmed_by")
    reader.only(fields, {*people, "confirmed_on", "rates"})
    council, circular, entered, confirmed = (reader.text(fields, name) for name in people)
    if entered and entered.casefold() == confirmed.casefold():
        reader.problems.append(f"{where}: {entered} both entered and confirmed the rates; another person must confirm.")
    rates = []
    for number, entry in enumerate(fields.get("rates") or [], 1):
        what = f"rate {number}: "
        reader.only(entry, {"name", "from", "until", "value"}, what)
        name, value = reader.text(entry, "name", what), reader.text(entry, "value", what)
        rate = ConfirmedRate(name, reader.day(entry, "from", what), reader.day(entry, "until", what), value)
        reader.problems += [f"{where}: {what}{problem}" for problem in _wrong(rate, law)]
        rates.append(rate)
    if not rates:
        reader.problems.append(f"{where}: 'rates' lists nothing.")
    on = reader.day(fields, "confirmed_on")
    if reader.problems:
        raise LawError(reader.problems)
    return ConfirmedRates(council, circular, entered, confirmed, on, tuple(rates))


def _wrong(rate: ConfirmedRate, law: Law) -> list[str]:
    problems = []
    if rate.name and rate.name not in law:
        problems.append(f"no statutory value is named '{rate.name}'; 'marketcross law show' lists the names.")
    elif rate.value and rate.name and not well_written(law[rate.name].unit, rate.value):
        problems.append(f"value '{rate.value}' does not read as {law[rate.name].unit}.")
    if rate.until <= rate.start:
        problems.append(f"ends {rate.until}, before it begins.")
    return problems
