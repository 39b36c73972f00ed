"""Statutory values: dated YAML files with a source on every value, and the one loader that reads them.

Each value is a file: ``values/capital/upper_capital_limit.yaml`` is the value ``upper_capital_limit``. No logic lives
here; what a value is on a date is ``engine.parameters``.
"""

from marketcross.law.confirmed import ConfirmedRate, ConfirmedRates, confirmed_rates
from marketcross.law.loading import LawError, load
from marketcross.law.statute import DatedValue, Law, StatutoryValue

__all__ = [
    "ConfirmedRate",
    "ConfirmedRates",
    "DatedValue",
    "Law",
    "LawError",
    "StatutoryValue",
    "confirmed_rates",
    "load",
]
