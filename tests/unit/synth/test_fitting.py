"""Printed figures: met where they can be, named where they cannot all be true."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.unit.synth.made_for_tests import ON, planned

from marketcross.cli._likeness import likeness
from marketcross.engine.vocabulary.age_band import AgeBand
from marketcross.law import load
from marketcross.synth.people import Fit, Likeness, Place, Printed, made_people, plan
from marketcross.synth.people.codes import Ethnicity
from marketcross.synth.people.fitting.by_age import fitted_ages
from marketcross.synth.people.fitting.by_place import fitted_places
from marketcross.synth.people.fitting.one_number import fitted_number
from marketcross.synth.people.fitting.report import Held


def printed(
    figure: str, value: int, first: int = 0, last: int | None = None, *, unit: str = "people", off: float = 0.5
) -> Printed:
    band = None if (first, last) == (0, None) else AgeBand(first, last)
    width = Fraction(off)
    return Printed(figure, figure, str(value), unit, Fraction(value), value - width, value + width, band)


def fitted(like: Likeness, people: int, seed: int = 1) -> dict[str, Held]:
    fit = Fit(plan(people, ON, like))
    for _ in fit.counting(made_people(fit.plan, np.random.default_rng(seed), load())):
        pass
    return {held.figure: held for held in fit.report()}


@pytest.fixture(scope="module")
def sefton(root: Path) -> Likeness:
    return likeness(root / "packs" / "sefton-2020")


def test_sefton_comes_back_within_one_percent(sefton: Likeness) -> None:
    held = fitted(sefton, 273_800)
    assert len(held) == 16 and {one.verdict for one in held.values()} == {"within"}
    assert held["population_2017"].made == 273_800 and held["population_80_89_2017"].made == 17_617
    assert held["population_65_share_bootle"].made == pytest.approx(0.0912 * (46_517 + 17_617 + 3_300), abs=2)


@pytest.mark.parametrize("people", [3_000, 40_000])
def test_a_smaller_sefton_keeps_its_shares(sefton: Likeness, people: int) -> None:
    held = fitted(sefton, people)
    assert all(one.met for one in held.values()), [one for one in held.values() if not one.met]
    assert held["population_18_64_2017"].made == pytest.approx(people * 157_400 / 273_800, abs=1)


def test_sefton_has_its_localities_of_every_kind(sefton: Likeness) -> None:
    """Eight health localities, printed as of 30,000 to 50,000 people, seven networks, three council localities."""
    made = plan(273_800, ON, sefton)
    where, people = made.geography, made.groups.sum(axis=1)
    of_health = np.bincount(where.health_locality, weights=people)
    assert len(of_health) == 8 and of_health.min() >= 28_000 and of_health.max() <= 50_000
    networks = {(int(n), int(h)) for n, h in zip(where.primary_care_network, where.health_locality, strict=True)}
    assert len({n for n, _ in networks}) == 7 and sum(n == 0 for n, _ in networks) == 2
    assert len(set(where.council_locality)) == 3 and len(where.places) == 6


def test_lewisham_is_told_apart_by_rounding(root: Path) -> None:
    """26,800 of 305,945 people are 8.8%, which is printed as 9%."""
    held = fitted(likeness(root / "packs" / "lewisham-2017"), 60_000)
    assert held["population_65_share"].verdict == "within_rounding" and held["population_65"].verdict == "within"
    assert held["black_share"].made == pytest.approx(18_000, rel=0.01)


def test_a_band_larger_than_everybody_is_named_and_left_out() -> None:
    like = Likeness("X", printed("all", 1_000), (printed("adults", 600, 18, 64), printed("old", 500, 65)))
    made = fitted_ages(like)
    assert made.contradicts == {"old": ("all", "adults")}
    assert made.shares[18:65].sum() == pytest.approx(0.6, abs=0.001)
    held = fitted(like, 10_000)
    assert held["old"].verdict == "contradicts" and held["old"].contradicts == ("all", "adults")
    assert held["adults"].verdict == "within"


def test_only_the_figures_that_it_takes_are_named() -> None:
    ages = (printed("young", 200, 0, 17), printed("old", 150, 65), printed("eighty", 160, 80))
    assert fitted_ages(Likeness("X", printed("all", 1_000), ages)).contradicts == {"eighty": ("old",)}


def test_figures_that_only_rounding_reconciles_are_moved_within_it() -> None:
    """400, 300 and 301 people, each printed to the nearest one, can be 1,000: nothing is named."""
    parts = (printed("a", 400, 0, 29), printed("b", 300, 30, 59), printed("c", 301, 60))
    made = fitted_ages(Likeness("X", printed("all", 1_000), parts))
    assert not made.contradicts and made.total == pytest.approx(1_000, abs=0.5)
    bands = [made.shares[0:30].sum(), made.shares[30:60].sum(), made.shares[60:].sum()]
    for share, part in zip(bands, parts, strict=True):
        assert abs(share * (made.total or 0) - float(part.value)) <= 0.5 + 1e-6


def test_bands_that_overlap_are_all_held() -> None:
    ages = (printed("under_40", 500, 0, 39), printed("adults", 600, 18, 64), printed("forty_on", 500, 40))
    made = fitted_ages(Likeness("X", printed("all", 1_000), ages))
    assert not made.contradicts
    assert made.shares[:40].sum() == pytest.approx(0.5) and made.shares[18:65].sum() == pytest.approx(0.6)


def test_percent_of_everybody_is_a_target_too() -> None:
    share = printed("share", 20, 65, unit="percent")
    made = fitted_ages(Likeness("X", printed("all", 1_000), (share, printed("old", 300, 65))))
    assert made.contradicts == {"old": ("share",)}
    assert made.shares[65:].sum() == pytest.approx(0.2)


def test_places_that_are_more_than_the_whole_are_named() -> None:
    places = tuple(
        Place(id, id, older=printed(id, value, unit="percent")) for id, value in (("a", 60), ("b", 50), ("c", 5))
    )
    found = fitted_places(places, 0.2)
    assert found.contradicts == {"b": ("a",), "c": ("a", "b")}
    assert found.older.tolist() == pytest.approx([0.6, 0.4, 0.0])


def test_places_that_are_less_than_the_whole_are_named_at_the_last() -> None:
    places = tuple(Place(id, id, older=printed(id, value, unit="percent")) for id, value in (("a", 30), ("b", 20)))
    assert fitted_places(places, 0.2).contradicts == {"b": ("a",)}


def test_two_counts_of_carers() -> None:
    share, count = printed("share", 10, unit="percent"), printed("count", 99)
    assert fitted_number((share, count), 1_000).share == pytest.approx(
        0.0995
    )  # 99.5 is the nearest that both could mean
    clash = fitted_number((share, printed("count", 200)), 1_000)
    assert clash.share == pytest.approx(0.1) and clash.contradicts == {"count": ("share",)}
    with pytest.raises(ValueError, match="total of all people"):
        fitted_number((count,), None)


def test_more_black_people_than_people_who_are_not_white() -> None:
    like = Likeness("X", black=printed("black", 30, unit="percent"), not_white=printed("others", 20, unit="percent"))
    made = planned(1_000, like)
    assert made.contradicts == {"black": ("others",)}
    assert made.ethnicity[Ethnicity.WHITE_AND_BLACK_CARIBBEAN - 1 :].sum() == pytest.approx(0.2)


def test_nothing_printed_is_nothing_to_miss() -> None:
    assert fitted(Likeness("Nowhere"), 500) == {}
