"""A council's own confirmed rates laid over the shipped values."""

from dataclasses import replace

from marketcross.law.confirmed import ConfirmedRate, ConfirmedRates
from marketcross.law.statute import DatedValue, Law, StatutoryValue


def with_confirmed_rates(law: Law, rates: ConfirmedRates) -> Law:
    """The law as a council confirmed it: its rates count as verified for it, their source says who confirmed."""
    laid = dict(law)
    for rate in rates.rates:
        laid[rate.name] = _laid_over(laid[rate.name], rate, rates)
    return laid


def _laid_over(statutory: StatutoryValue, rate: ConfirmedRate, rates: ConfirmedRates) -> StatutoryValue:
    new = DatedValue(rate.start, rate.until, rate.value, rates.source, True, council=rates.council)
    before = [_until(old, new) for old in statutory.values if old.start < new.start]
    after = [_after(old, new) for old in statutory.values if old.until > new.until]
    return replace(statutory, values=(*before, new, *after))


def _until(old: DatedValue, new: DatedValue) -> DatedValue:
    return replace(old, until=min(old.until, new.start))


def _after(old: DatedValue, new: DatedValue) -> DatedValue:
    return replace(old, start=max(old.start, new.until))
