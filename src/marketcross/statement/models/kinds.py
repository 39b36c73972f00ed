"""Every kind of model: what it asks for, how it is computed, and the page of docs/method that explains it."""

from collections.abc import Callable
from typing import NamedTuple

from marketcross.statement.computed import ModelResult
from marketcross.statement.models import (
    benchmark,
    clients,
    conditions,
    gap,
    money,
    need_by_place,
    population,
    self_funders_care_homes,
    self_funders_home_care,
    supply,
    workforce,
)


class Kind(NamedTuple):
    asked: type
    compute: Callable[..., ModelResult]
    method: str


KINDS: dict[str, Kind] = {
    "need_by_place": Kind(need_by_place.Asked, need_by_place.compute, "need-by-place"),
    "benchmark": Kind(benchmark.Indicator, benchmark.compute, "benchmarks"),
    "benchmark_set": Kind(benchmark.Indicators, benchmark.compute_set, "benchmarks"),
    "self_funders_care_homes": Kind(self_funders_care_homes.Asked, self_funders_care_homes.compute, "self-funders"),
    "self_funders_home_care": Kind(self_funders_home_care.Asked, self_funders_home_care.compute, "self-funders"),
    "population": Kind(population.Asked, population.compute, "conditions"),
    "conditions": Kind(conditions.Asked, conditions.compute, "conditions"),
    "clients": Kind(clients.Asked, clients.compute, "clients"),
    "gap": Kind(gap.Asked, gap.compute, "gap"),
    "supply": Kind(supply.Asked, supply.compute, "supply"),
    "money": Kind(money.Asked, money.compute, "money-and-workforce"),
    "workforce": Kind(workforce.Asked, workforce.compute, "money-and-workforce"),
}
