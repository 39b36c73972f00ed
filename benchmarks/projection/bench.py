"""Conditions on a population of England's size: our one multiplication against a pandas merge and groupby.

317 areas x 2 sexes x 91 ages x 43 years (2,480,854 cells) by 20 conditions in five-year bands, made data with a fixed
seed. Both get the same columns of numbers and the same rates, and must give equal results. pandas would need tens of
gigabytes to merge all conditions at once, so it takes them one after the other, which suits it; it gets its rates by
single year of age, so that its merge is a plain one on sex and age.
"""

import resource
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from marketcross.engine.projection.conditions import ConditionDemand, Rate, project_conditions
from marketcross.engine.projection.population import SEXES, SexBand, population_from_columns
from marketcross.engine.vocabulary.age_band import AgeBand

AREAS, SEX_COUNT, AGES, YEARS, CONDITIONS = 317, 2, 91, 43, 20
FIRST_YEAR = 2022
LAST_AGE = AGES - 1
BAND = 5


class Columns(NamedTuple):
    area: np.ndarray
    year: np.ndarray
    sex: np.ndarray
    age_from: np.ndarray
    age_to: np.ndarray
    people: np.ndarray


def population() -> Columns:
    """One row a cell, shuffled; the last age is open."""
    rng = np.random.default_rng(20_261_121)
    axes = np.meshgrid(
        np.arange(AREAS), FIRST_YEAR + np.arange(YEARS), np.arange(SEX_COUNT), np.arange(AGES), indexing="ij"
    )
    order = rng.permutation(axes[0].size)
    area, year, sex, age = (axis.ravel()[order] for axis in axes)
    people = rng.integers(0, 4000, len(order)).astype(float)
    return Columns(area, year, sex, age, np.where(age == LAST_AGE, -1, age), people)


def rates() -> list[Rate]:
    """Five-year bands, the last one open, of both sexes."""
    rng = np.random.default_rng(7)
    bands = [AgeBand(first, None if first == LAST_AGE else first + BAND - 1) for first in range(0, AGES, BAND)]
    return [
        Rate(f"condition_{number:02}", SexBand(sex, band), float(rng.uniform(0, 0.4)))
        for number in range(CONDITIONS)
        for sex in SEXES[:SEX_COUNT]
        for band in bands
    ]


def ours(columns: Columns, given: list[Rate]) -> ConditionDemand:
    """From columns to people with each condition, everything included."""
    return project_conditions(population_from_columns([f"E{n:08}" for n in range(AREAS)], *columns), given)


def with_pandas(columns: Columns, given: list[Rate]) -> np.ndarray:
    """Merge and group, condition by condition; rates by single year of age."""
    cells = pd.DataFrame(
        {
            "area": columns.area,
            "year": columns.year,
            "sex": columns.sex,
            "age": columns.age_from,
            "people": columns.people,
        }
    )
    single = pd.DataFrame(
        [
            (rate.condition, SEXES.index(rate.band.sex), age, rate.rate)
            for rate in given
            for age in range(rate.band.ages.first, min(rate.band.ages.end, LAST_AGE) + 1)
        ],
        columns=["condition", "sex", "age", "rate"],
    )
    found = []
    for _, of_condition in single.groupby("condition"):
        merged = cells.merge(of_condition, on=["sex", "age"])
        merged["with"] = merged["people"] * merged["rate"]
        found.append(merged.groupby(["area", "year"])["with"].sum().to_numpy().reshape(AREAS, YEARS))
    return np.stack(found, axis=-1)


def timed(work: Any, *arguments: Any) -> tuple[float, Any]:
    started = perf_counter()
    result = work(*arguments)
    return perf_counter() - started, result


def run() -> dict[str, Any]:
    columns, given = population(), rates()
    ours(columns, given)  # once to warm up
    runs = [timed(ours, columns, given) for _ in range(5)]
    ours_seconds, made = median(seconds for seconds, _ in runs), runs[0][1]
    pandas_seconds, expected = timed(with_pandas, columns, given)
    if not np.allclose(made.people, expected, rtol=1e-12, atol=0):
        raise AssertionError("the two sides differ")
    return {
        "cells": len(columns.people),
        "conditions": CONDITIONS,
        "ours_seconds": round(ours_seconds, 3),
        "pandas_seconds": round(pandas_seconds, 2),
        "times_faster": round(pandas_seconds / ours_seconds, 1),
        "largest_difference_people": float(np.abs(made.people - expected).max()),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
