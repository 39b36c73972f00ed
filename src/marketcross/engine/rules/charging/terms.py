"""What is the same for everybody on a day: the law, the council's policy, and the ages that they turn on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from marketcross.engine.parameters import Known, born_by, on_date, pension_age_born_by
from marketcross.engine.rules.charging.definition import LAW, NURSING_RATES
from marketcross.engine.rules.charging.policy import POLICY, Policy, PolicyError
from marketcross.engine.rules.explanation import Origin, Used
from marketcross.law.statute import Law, StatutoryValue

_AGES = ("adult_age", "guarantee_full_age")


@dataclass(frozen=True)
class Terms:
    """Law, policy and day, looked up. ``values`` holds them as whole numbers; a missing law value stands as 0."""

    on: date
    until: date
    law: Mapping[str, Known]
    policy: Policy
    values: Mapping[str, int]
    days: Mapping[str, Used]
    full_age: int
    pension_credit_age: StatutoryValue
    adult_if_born_by: date

    @property
    def missing(self) -> tuple[Known, ...]:
        return tuple(known for known in self.law.values() if known.value is None)

    @property
    def unverified(self) -> tuple[Known, ...]:
        return tuple(known for known in self.law.values() if known.value is not None and not known.verified)

    def with_value(self, name: str, value: int) -> Mapping[str, int]:
        """The values with one of them another: what would the answer be then?"""
        return {**self.values, name: value}


def terms(law: Law, on: date, policy: Policy) -> Terms:
    """Look everything up on a day. Raises OutsideKnownYearsError, and PolicyError where the policy has ended."""
    if policy.until is not None and policy.until <= on:
        raise PolicyError(f"The policy '{policy.title}' ended on {policy.until}, and the day asked for is {on}.")
    known = on_date(law, on, (*LAW, *_AGES))
    ends = [each.period.until for name, each in known.items() if name not in NURSING_RATES]
    until = min(end for end in (*ends, policy.until) if end is not None)
    nursing = min(end for name in NURSING_RATES if (end := known[name].period.until) is not None)
    last = until - timedelta(days=1)
    full_age = known["guarantee_full_age"].value or 0
    days = {
        "on": on,
        "rates_until": until,
        "nursing_rates_until": nursing,
        "full_age_if_born_by": born_by(on, full_age),
        "pension_age_if_born_by": pension_age_born_by(law["pension_credit_age"], on),
        "full_age_at_last_if_born_by": born_by(last, full_age),
        "pension_age_at_last_if_born_by": pension_age_born_by(law["pension_credit_age"], last),
    }
    values = {name: known[name].value or 0 for name in LAW}
    values |= {column.name: policy.value(column) for column in POLICY}
    values |= {name: day.toordinal() for name, day in days.items()}
    adult = born_by(on, known["adult_age"].value or 0)
    said_days = {name: Used(_SAID.get(name, name), day, origin=Origin.LAW) for name, day in days.items()}
    said_days["pension_age_if_born_by"] = _pension_age(law["pension_credit_age"], days["pension_age_if_born_by"])
    shown = {name: known[name] for name in LAW}
    return Terms(on, until, shown, policy, values, said_days, full_age, law["pension_credit_age"], adult)


_SAID = {"full_age_if_born_by": "the latest birth of somebody who is 25", "on": "the day of the charge"}


def _pension_age(pension_credit_age: StatutoryValue, born: date) -> Used:
    """The latest birth of pension credit age, with the source of the band of births that it lies in."""
    band = next(value for value in pension_credit_age.values if value.start <= born < value.until)
    source = f"{pension_credit_age.rule}; {band.source}"
    return Used("the latest birth of pension credit age", born, "", Origin.LAW, source, band.verified)
