"""Conditions: the examples, the plain slow version, and shuffled, single and missing rows."""

import re
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_conditions import PlainBand, people_with, people_with_split
from projection_cases import agrees, cases

from marketcross.engine.projection.conditions import BandsDoNotLineUpError, Rate, project_conditions
from marketcross.engine.projection.population import (
    SEXES,
    Population,
    PopulationError,
    SexBand,
    population_from_columns,
)
from marketcross.engine.vocabulary.age_band import AgeBand

Row = tuple[int, int, str, AgeBand, float]  # area, year, sex, ages, people


def block(rows: list[Row], areas: int = 1) -> Population:
    area, year, sex, ages, people = ([row[column] for row in rows] for column in range(5))
    sexes = [SEXES.index(one) for one in sex]
    ends = [-1 if one.last is None else one.last for one in ages]
    whole = [np.array(one, dtype=np.int64) for one in (area, year, sexes, [one.first for one in ages], ends)]
    return population_from_columns([f"E{n}" for n in range(areas)], *whole, np.array(people, dtype=float))


def band_named(text: str) -> SexBand:
    sex, _, ages = text.partition(" ")
    first, _, last = ages.partition("-")
    return SexBand(sex, AgeBand(int(first), int(last) if last else None))


@cases("conditions")
def test_example(case: dict[str, Any]) -> None:
    bands = {band_named(name): float(people) for name, people in case["population"].items()}
    population = block([(0, 2020, band.sex, band.ages, people) for band, people in bands.items()])
    rates = [Rate(c, band_named(n), float(r)) for c, named in case["rates"].items() for n, r in named.items()]
    split = case.get("split_uniform") == "true"
    if "refuses" in case:
        with pytest.raises(BandsDoNotLineUpError, match=re.escape(case["refuses"])):
            project_conditions(population, rates, split_uniform=split)
        return
    made = project_conditions(population, rates, split_uniform=split)
    assert made.conditions == tuple(sorted(case["gives"]))
    assert all(agrees(made.people[0, 0, made.conditions.index(name)], n) for name, n in case["gives"].items())
    assert [str(one) for one in made.splits] == case.get("splits", [str(one) for one in made.splits])
    assert bool(made.splits) == split


def cut(edges: list[int]) -> list[tuple[int, int]]:
    return [(first, following - 1) for first, following in pairwise(edges)]


EDGES = st.lists(st.integers(0, 30), min_size=2, max_size=6, unique=True).map(sorted)


@given(EDGES, EDGES, st.data())
def test_as_the_plain_version_says(of_people: list[int], of_rates: list[int], data: Any) -> None:
    population = {PlainBand("male", *ages): Fraction(data.draw(st.integers(0, 99))) for ages in cut(of_people)}
    rates = {PlainBand("male", *ages): Fraction(data.draw(st.integers(0, 100)), 100) for ages in cut(of_rates)}
    rows: list[Row] = [(0, 2020, one.sex, AgeBand(one.first, one.last), float(n)) for one, n in population.items()]
    given_ = [Rate("c", SexBand(one.sex, AgeBand(one.first, one.last)), float(r)) for one, r in rates.items()]
    plain = people_with(population, rates)
    if plain is None:
        with pytest.raises(BandsDoNotLineUpError):
            project_conditions(block(rows), given_)
        plain = people_with_split(population, rates)
    made = project_conditions(block(rows), given_, split_uniform=True)
    assert made.people[0, 0, 0] == pytest.approx(float(plain), rel=1e-12)


def many_rows() -> tuple[list[Row], list[Rate]]:
    rng = np.random.default_rng(5)
    bands = [AgeBand(first, None if first == 90 else first + 9) for first in range(0, 100, 10)]
    rows: list[Row] = [
        (area, year, sex, ages, float(rng.integers(0, 900)))
        for area in range(4) for year in (2020, 2025, 2043) for sex in ("male", "female") for ages in bands
    ]  # fmt: skip
    rates = [
        Rate(f"c{n}", SexBand(s, ages), float(rng.random()))
        for n in range(3)
        for s in ("male", "female")
        for ages in bands
    ]
    return rows, rates


def test_the_order_of_rows_and_rates_changes_nothing() -> None:
    rows, rates = many_rows()
    expected = project_conditions(block(rows, 4), rates)
    order = np.random.default_rng(1).permutation(len(rows))
    shuffled = project_conditions(block([rows[index] for index in order], 4), rates[::-1])
    assert shuffled.years == expected.years == (2020, 2025, 2043)
    np.testing.assert_allclose(shuffled.people, expected.people, rtol=1e-14)


def test_areas_and_years_do_not_leak_into_each_other() -> None:
    rows, rates = many_rows()
    whole = project_conditions(block(rows, 4), rates)
    alone = project_conditions(block([row for row in rows if row[:2] == (2, 2025)], 4), rates)
    np.testing.assert_allclose(alone.people[2, 0], whole.people[2, 1], rtol=1e-14)
    assert not alone.people[[0, 1, 3]].any()


def test_no_rows_and_no_rates() -> None:
    assert project_conditions(block([]), [Rate("c", SexBand("male", AgeBand(0)), 0.5)]).people.shape == (1, 0, 1)
    assert project_conditions(block([(0, 2020, "male", AgeBand(0), 5.0)]), []).people.shape == (1, 1, 0)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("male", AgeBand(65)), ("male", AgeBand(65))], "E0 2020: male 65 and over is given 2 times"),
        ([("male", AgeBand(65)), ("male", AgeBand(65, 79))], "hold the same people"),
        ([("persons", AgeBand(65)), ("male", AgeBand(65, 79))], "hold the same people"),
    ],
)
def test_nobody_is_counted_twice(rows: list[tuple[str, AgeBand]], said: str) -> None:
    with pytest.raises(PopulationError, match=said):
        block([(0, 2020, sex, ages, 1.0) for sex, ages in rows])


def test_the_same_band_in_two_years_is_not_twice() -> None:
    assert block([(0, 2020, "male", AgeBand(65), 1.0), (0, 2021, "male", AgeBand(65, 79), 1.0)]).given.sum() == 2
