"""The same seed gives the same people, however they are cut; and what must hold of any population and any targets."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.synth.made_for_tests import home_of, planned, tables

from marketcross.engine.vocabulary.age_band import AgeBand
from marketcross.synth.people import Likeness, Printed
from marketcross.synth.people.codes import Limited, Role
from marketcross.synth.people.fitting.by_age import ends, fitted_ages
from marketcross.synth.people.matching import spread

SEEDS = st.integers(0, 2**32)


@given(people=st.integers(0, 400), seed=SEEDS, rows=st.integers(1, 150))
@settings(max_examples=25)
def test_the_same_people_whatever_the_blocks(people: int, seed: int, rows: int) -> None:
    whole, cut = tables(people, seed), tables(people, seed, rows=rows)
    for name, cells in whole.items():
        for column, values in cells.items():
            assert values.tolist() == cut[name][column].tolist(), (name, column)


@given(people=st.integers(1, 500), seed=SEEDS)
@settings(max_examples=40)
def test_households_and_carers_hold_together(people: int, seed: int) -> None:
    made = tables(people, seed)
    rows, home = made["people"], home_of(made)
    assert len(rows["age"]) == people
    reference = rows["role"] == Role.REFERENCE
    assert np.bincount(home[reference], minlength=len(made["households"]["size"])).tolist() == [1] * reference.sum()
    assert rows["age"][reference].min() >= 18
    limited = dict(zip(rows["person"], rows["limited"], strict=True))
    for carer, cared_for in zip(made["caring"]["carer"], made["caring"]["cared_for"], strict=True):
        assert carer in limited and carer != cared_for and limited[cared_for] != Limited.NO


@given(
    shares=st.lists(st.floats(0, 1e6), min_size=1, max_size=40).filter(lambda all: sum(all) > 0),
    total=st.integers(0, 10**6),
)
def test_whole_numbers_stay_near_their_shares(shares: list[float], total: int) -> None:
    found = spread(np.array(shares), total)
    assert found.sum() == total and found.min() >= 0
    running = np.cumsum(shares) / np.sum(shares) * total
    assert np.abs(np.cumsum(found) - running).max() <= 0.5 + 1e-6


@st.composite
def bands(draw: st.DrawFn) -> tuple[Printed, ...]:
    """Figures of age bands out of one true population, each rounded in its own way."""
    true = np.array(draw(st.lists(st.integers(1, 50), min_size=106, max_size=106)))
    made = [Printed("all", "", "", "people", *(Fraction(int(true.sum())),) * 3)]
    for at in range(draw(st.integers(1, 6))):
        first = draw(st.integers(0, 104))
        last = draw(st.one_of(st.none(), st.integers(first, 104)))
        here = int(true[first : (105 if last is None else last) + 1].sum())
        width = draw(st.sampled_from([1, 10, 100]))
        value = round(here / width) * width
        made.append(
            Printed(
                str(at),
                "",
                "",
                "people",
                Fraction(value),
                value - Fraction(width, 2),
                value + Fraction(width, 2),
                AgeBand(first, last),
            )
        )
    return tuple(made)


@given(bands())
def test_what_is_true_of_some_population_is_never_called_a_contradiction(figures: tuple[Printed, ...]) -> None:
    made = fitted_ages(Likeness("X", figures[0], figures[1:]))
    assert not made.contradicts
    for figure in figures:
        people = made.shares[slice(*ends(figure))].sum() * (made.total or 0)
        assert float(figure.low) - 1e-3 <= people <= float(figure.high or 0) + 1e-3


@given(bands(), st.integers(0, 105))
def test_what_cannot_be_true_is_always_called_one(figures: tuple[Printed, ...], first: int) -> None:
    """More people from an age on than there are people at all."""
    too_many = figures[0].value + 1
    impossible = Printed("too many", "", "", "people", too_many, too_many, too_many, AgeBand(first))
    assert set(fitted_ages(Likeness("X", figures[0], (*figures[1:], impossible))).contradicts) == {"too many"}


def test_another_seed_gives_other_people() -> None:
    assert planned(300).people == 300
    assert tables(300, 1)["people"]["name"].tolist() != tables(300, 2)["people"]["name"].tolist()
