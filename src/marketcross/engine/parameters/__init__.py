"""Look a statutory value up on a date, and say which value and source were used."""

from marketcross.engine.parameters.ages import born_by, first_day, pension_age_born_by
from marketcross.engine.parameters.lookup import Known, OutsideKnownYearsError, on_date, value_on
from marketcross.engine.parameters.overlay import with_confirmed_rates

__all__ = [
    "Known",
    "OutsideKnownYearsError",
    "born_by",
    "first_day",
    "on_date",
    "pension_age_born_by",
    "value_on",
    "with_confirmed_rates",
]
