"""The fast allocation against the plain one, and what must hold of any sum, price curve, report and what-if."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties import plain_allocation as plain

from marketcross.engine.rules import allocation
from marketcross.engine.rules.allocation import Answers, NoFigure, PointsScheme, Reckoner
from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.calibration import History, calibrated
from marketcross.engine.rules.allocation.comparison import changes
from marketcross.engine.rules.allocation.curve import by_need, enough_for, rising
from marketcross.engine.rules.allocation.fit import fit, share
from marketcross.engine.rules.allocation.small_groups import shown
from marketcross.engine.rules.allocation.variants import held_to
from marketcross.opendata.policies import read_scheme

FOLDER = Path(__file__).resolve().parents[2] / "policies" / "allocation"
FILES = ("example-ready-reckoner", "example-points")
SCHEMES = {name: read_scheme(FOLDER / f"{name}.yaml") for name in FILES}
DATA = {name: yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader) for name in FILES}
QUESTIONS = SCHEMES[FILES[0]].questions
SHARES = sorted(SCHEMES[FILES[0]].met_by_others.values())

names = st.sampled_from(FILES)


def levels_of(question: Any) -> st.SearchStrategy[str]:
    """Mostly answers that have a figure."""
    usual = [level.id for level in question.levels if not level.no_figure]
    return st.sampled_from([*usual, *usual, question.levels[-1].id])


person = st.tuples(
    st.tuples(*map(levels_of, QUESTIONS)),
    st.lists(st.sampled_from(SHARES), min_size=len(QUESTIONS), max_size=len(QUESTIONS)),
    st.integers(0, 9).map(lambda number: number == 0),
)
people = st.lists(person, max_size=6)
costs = st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=6).map(sorted), min_size=1, max_size=6)


def table(by: Reckoner | PointsScheme, group: list[Any]) -> Answers:
    places = [{level.id: place for place, level in enumerate(q.levels)} for q in by.questions]
    level = np.array([[places[q][one[0][q]] for one in group] for q in range(len(places))], np.int64)
    met = np.array([[one[1][q] for one in group] for q in range(len(places))], np.int64)
    return Answers(level, met, np.array([one[2] for one in group], bool))


@settings(max_examples=150)
@given(names, people)
def test_the_fast_sums_are_the_plain_ones(name: str, group: list[Any]) -> None:
    """To the penny, for none, one and many people."""
    by = SCHEMES[name]
    sums = allocation.allocate(by, table(by, group))
    assert len(sums.usual) == len(group)
    for place, (levels, met, unusual) in enumerate(group):
        answers = {q.id: (levels[n], met[n]) for n, q in enumerate(QUESTIONS)}
        slow = (plain.reckoned if isinstance(by, Reckoner) else plain.scored)(DATA[name], answers, unusual)
        found = {end: int(getattr(sums, end)[place]) for end in (slow or {"usual": 0})}
        assert (sums.no_figure[place] == NoFigure.FIGURE) == (slow is not None)
        assert found == (slow or {"usual": 0})


@settings(max_examples=60)
@given(names, people)
def test_what_holds_of_any_sum(name: str, group: list[Any]) -> None:
    by = SCHEMES[name]
    sums = allocation.allocate(by, table(by, group))
    assert (sums.least <= sums.usual).all() and (sums.usual <= sums.most).all()
    backwards = allocation.allocate(by, table(by, group[::-1]))
    assert sums.usual.tolist() == backwards.usual[::-1].tolist()
    percent = by.contingency.percent
    assert ((sums.reserve * 100 >= sums.usual * percent) & (sums.reserve * 100 < sums.usual * percent + 100)).all()


@settings(max_examples=60)
@given(names, person, st.integers(0, len(QUESTIONS) - 1))
def test_more_help_from_others_never_brings_more_money(name: str, one: Any, question: int) -> None:
    by, (levels, met, _) = SCHEMES[name], one
    more = [100 if n == question else share for n, share in enumerate(met)]
    before, after = allocation.allocate(by, table(by, [(levels, met, False), (levels, more, False)])).usual
    given_ = allocation.allocate(by, table(by, [(levels, met, False)])).given[0]
    assert after <= before or not given_


@settings(max_examples=40)
@given(person)
def test_every_pound_of_a_reckoner_is_explained(one: Any) -> None:
    by = SCHEMES["example-ready-reckoner"]
    answers = table(by, [one])
    sums, steps = allocation.allocate(by, answers), allocation.explain(by, answers, 0).steps
    asked = {question.id for question in by.questions}
    explained = sum(int(step.result or 0) for step in steps if step.name in asked)
    assert explained == sums.usual[0] or not sums.given[0]
    assert (steps[-1].name == "no_figure") == (not sums.given[0])


@settings(max_examples=150)
@given(costs, st.integers(1, 99))
def test_the_curve_is_the_isotonic_quantile(groups: list[list[int]], percent: int) -> None:
    arrays = [np.array(group) for group in groups]
    assert rising(arrays, percent) == plain.rising(groups, percent)
    assert [enough_for(array, percent) for array in arrays] == [plain.enough_for(g, percent) for g in groups]


@given(costs, st.integers(1, 98), st.integers(1, 98))
def test_curves_rise_and_do_not_cross(groups: list[list[int]], one: int, other: int) -> None:
    arrays = [np.array(group) for group in groups]
    low, high = (rising(arrays, percent) for percent in sorted((one, other)))
    assert low == sorted(low)
    assert all(a <= b for a, b in zip(low, high, strict=True))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 99)), max_size=60), st.integers(1, 12))
def test_no_price_rests_on_fewer_plans(plans: list[tuple[int, int]], fewest: int) -> None:
    points, cost = (np.array([plan[n] for plan in plans], np.int64) for n in (0, 1))
    groups = by_need(points, cost, fewest)
    assert all(len(found) >= fewest for _, found in groups)
    assert sum(len(found) for _, found in groups) == (len(plans) if groups else 0)
    assert [end for end, _ in groups] == sorted({end for end, _ in groups})
    assert groups or len(plans) < fewest or (not plans)


def history(size: int, *, seed: int = 3) -> History:
    """Made plans: cost near nine pounds a point, with some chance."""
    rng = np.random.default_rng(seed)
    by = SCHEMES["example-points"]
    level = np.array([rng.integers(0, len(q.levels) - 1, size) * (rng.random(size) < 0.5) for q in by.questions])
    given_ = Answers(level, np.zeros_like(level), np.zeros(size, bool))
    points = allocation.allocate(by.model_copy(update={"no_figure_above_points": 999}), given_).points
    return History(given_, (points * 900 * rng.lognormal(0, 0.25, size)).astype(np.int64))


def points_scheme() -> PointsScheme:
    by = SCHEMES["example-points"]
    assert isinstance(by, PointsScheme)
    return by


def test_a_few_very_costly_plans_do_not_move_the_prices() -> None:
    past = history(4_000)
    usual = calibrated(points_scheme(), past, source="made")
    costly = past.cost.copy()
    costly[np.argsort(costly)[-20:]] *= 50
    again = calibrated(points_scheme(), History(past.given, costly), source="made")
    before, after = (np.array([row.usual for row in found.price_table]) for found in (usual, again))
    assert len(before) == len(after)
    assert (np.abs(after - before) <= before // 20).all()
    assert costly.mean() > 1.2 * past.cost.mean(), "a mean would have moved"


def test_a_calibrated_scheme_can_be_written_and_read_again() -> None:
    found = calibrated(points_scheme(), history(2_000), source="made")
    outcomes = {"adult": {question.outcome for question in found.questions}}
    assert allocation.scheme_from(allocation.as_data(found), outcomes=outcomes) == found
    assert found.status == "draft" and not found.made_example


@settings(max_examples=15)
@given(st.integers(0, 120))
def test_a_held_total_is_held_and_gives_nobody_a_sum(percent: int) -> None:
    for by in SCHEMES.values():
        given_ = history(50).given
        total = int(allocation.allocate(by, given_).usual.sum())
        held = held_to(by, given_, total * percent // 100)
        assert int(tried(held, given_).usual.sum()) <= total * percent // 100
        with pytest.raises(allocation.ScaledSchemeError, match="gives nobody a sum"):
            allocation.allocate(held, given_)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)), st.integers(2, 12))
def test_a_hidden_count_cannot_be_had_from_the_total(counts: dict[str, int], fewest: int) -> None:
    seen = shown(counts, fewest)
    hidden = [name for name, count in seen.items() if count is None]
    assert all(counts[name] >= fewest or counts[name] == 0 for name in counts if name not in hidden)
    others = [name for name in counts if name not in hidden and counts[name]]
    assert len(hidden) != 1 or not others


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=30))
def test_a_change_counts_everybody_once(pairs: list[tuple[int, int]]) -> None:
    before, after = (np.array([pair[n] for pair in pairs]) for n in (0, 1))
    (found,) = changes(before, after, np.ones(len(pairs), bool), np.full(len(pairs), "", dtype=object), fewest=1)[:1]
    assert (found.more, found.less, found.same) == (
        sum(a > b for b, a in pairs), sum(a < b for b, a in pairs), sum(a == b for b, a in pairs),
    )  # fmt: skip
    assert (found.people, found.before, found.after) == (len(pairs), before.sum(), after.sum())


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_an_interval_holds_its_share(hits: list[bool]) -> None:
    found = share(np.array(hits))
    assert 0 <= found.low <= found.percent <= found.high <= 100


def test_the_fit_by_hand() -> None:
    none = np.zeros(4, np.int64)
    usual = np.array([10_000, 20_000, 30_000, 0])
    sums = allocation.Sums(np.array([0, 0, 0, 1]), none, none, usual, none, none, none)
    found = fit(sums, np.array([10_000, 22_222, 25_000, 99]))
    assert found is not None
    assert (found.plans, found.without_figure, found.total_sum, found.total_cost) == (3, 1, 60_000, 57_222)
    assert (found.median_error, found.median_size_of_error, found.shortfall) == (0, 2_222, 2_222)
    assert found.within_ten_percent.percent == pytest.approx(66.7)  # 20,000 against 22,222 is just within
    assert found.insufficient.percent == pytest.approx(33.3)
