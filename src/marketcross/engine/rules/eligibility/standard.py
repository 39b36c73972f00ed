"""The criteria as they stand on a day: what a decision made then is measured against."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from marketcross.engine.parameters import Known, born_by, on_date
from marketcross.engine.rules.definition import Definition
from marketcross.engine.rules.eligibility.adult import ADULT
from marketcross.engine.rules.eligibility.carer import CARER
from marketcross.engine.rules.eligibility.facts import Assessment
from marketcross.law import Law
from marketcross.law.criteria import Criteria, EligibilityLaw, Provision

_NAMES = ("adult_age", *ADULT.law, *CARER.law)


class NotInForceError(LookupError):
    """The criteria were not in force on the day."""


@dataclass(frozen=True)
class Standard:
    """Made by ``standard``. ``adult_born_by`` is the latest birth of somebody who is an adult on the day."""

    on: date
    adult_born_by: date
    known: Mapping[str, Known]
    criteria: EligibilityLaw

    def definition(self, assessment: Assessment) -> Definition:
        """The rules: regulation 2 for an adult's needs, 3 for a carer's."""
        return CARER if assessment is Assessment.CARER else ADULT

    def wording(self, assessment: Assessment) -> Criteria:
        """The words of the regulation."""
        return self.criteria.carer if assessment is Assessment.CARER else self.criteria.adult

    @cached_property
    def settings(self) -> Mapping[str, int]:
        """The numbers that the law sets, by name."""
        return {name: known.value or 0 for name, known in self.known.items()}

    @property
    def interrupted(self) -> tuple[Provision, ...]:
        """What set the duties aside on this day, if anything did."""
        return tuple(i.provision for i in self.criteria.interruptions if i.start <= self.on < i.until)


def standard(on: date, *, law: Law, criteria: EligibilityLaw) -> Standard:
    """The criteria on a day. Raises NotInForceError before they began, OutsideKnownYearsError after what is known."""
    start = max(criteria.adult.start, criteria.carer.start)
    if on < start:
        raise NotInForceError(
            f"The eligibility criteria of the Care Act are known from {start}, and not on {on}. Before then councils "
            "used the bands of Fair Access to Care Services; here they are labels of old records and decide nothing."
        )
    known = on_date(law, on, _NAMES)
    return Standard(on, born_by(on, known["adult_age"].value or 0), known, criteria)
