"""What is wrong in models.toml is said with its line, what to do, and all at once."""

from pathlib import Path

import pytest
from small_pack import pack_of

from marketcross.statement.models import compute
from marketcross.statement.reading import PackErrors

FIGURES = """
beds 100 beds count
people 40 people count
zero 0 people count
half 10.5 units
north 0 percent
rate 5 per_1k
"""
POPULATION = "area,year,sex,age_from,age_to,people\nE10,2020,persons,60,69,10\nE10,2020,persons,70,,5\n"


def errors(folder: Path, models: str, **series: str) -> list[str]:
    with pytest.raises(PackErrors) as raised:
        compute(pack_of(folder, models, FIGURES, **series))
    return [str(problem) for problem in raised.value.problems]


def test_everything_at_once_with_its_line(tmp_path: Path) -> None:
    models = """# a comment

[[model]]
id = "one"
kind = "self_funders_care_homes"
beds = "bed"
cuoncil = "people"

[[model]]
id = "two"
kind = "benchmrk"

[[model]]
id = "three"
kind = "benchmark"
figure = "people"
comparator = "beds"
direction = "down"
"""
    assert errors(tmp_path, models) == [
        "models.toml:3: self_funders_care_homes needs council; see docs/reference/models.md",
        "models.toml:6: self_funders_care_homes, beds: figures.csv has no figure 'bed'; did you mean 'beds'?",
        "models.toml:7: self_funders_care_homes has no key 'cuoncil'; did you mean council?",
        "models.toml:11: no kind is called 'benchmrk'; did you mean benchmark?",
        "models.toml:18: benchmark, direction: write one of low, high, neither",
    ]


PLACES = 'kind = "need_by_place"\n'
RANK = 'kind = "benchmark"\ndirection = "low"\n'
WHO = 'kind = "self_funders_care_homes"\ncouncil = "people"\n'
BAND = 'kind = "population"\n[[model.band]]\nid = "b"\nfrom = 65'
JOBS = 'kind = "workforce"\njobs = "beds"\n'


@pytest.mark.parametrize(
    ("model", "line", "said"),
    [
        (f'{JOBS}chart = "pie"', 5, "bars, stacked or lines"),
        ('kind = "workforce"\njobs = 5', 4, "id of a figure in quotation marks"),
        (f'{JOBS}[model.printed]\nfoo = "beds"', 6, "this model gives jobs"),
        (f'{JOBS}[model.printed]\njobs = "people"', 6, "the result jobs in jobs"),
        (f'{JOBS}[model.printed]\njobs = "pople"', 6, "did you mean 'people'?"),
        (f'{JOBS}vacancy_rate = "rate"', 5, "must be in percent"),
        (f'{PLACES}total = "half"\n[model.shares]\nx = "beds"', 4, "whole number"),
        (f'{PLACES}total = "beds"\n[model.shares]\nx = "north"', 5, "all shares are 0"),
        (f'{RANK}figure = "rate"\ncomparator = "beds"', 6, "cannot be compared"),
        (f'{RANK}rank = "beds"', 5, "a rank needs field"),
        (RANK, 1, "figure with comparator"),
        ('kind = "self_funders_home_care"', 3, "self_funders"),
        (f'{WHO}beds = ["beds", "rate"]', 5, "different units"),
        (f'{WHO}beds = ["beds", "beds"]', 5, "named twice"),
        (BAND, 6, "lie partly outside"),
        (f"{BAND}\nto = 60", 6, "No age is from 65 to 60"),
        (f'{BAND}\n[[model.band]]\nid = "c"\nfrom = "old"', 9, "write a whole number"),
        ('kind = "conditions"', 3, "needs series/population.csv and series/rates.csv"),
        ('kind = "clients"\nservice = "x"', 4, "no rows for E10"),
        ('kind = "supply"', 1, "services.csv has no services"),
        ('kind = "money"\n[[model.row]]\nid = "r"\nspend = "beds"', 4, "spend must be in GBP"),
    ],
)
def test_one_mistake(tmp_path: Path, model: str, line: int, said: str) -> None:
    (found,) = errors(tmp_path, f'[[model]]\nid = "a"\n{model}', population=POPULATION)
    assert found.startswith(f"models.toml:{line}: ") and said in found, found


GAP = """[[model]]
id = "a"
kind = "gap"
placed = "people"
length_of_stay = "stay"
start = "2020-04"
"""


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('places = "beds"', "arrivals (people a year) or arrivals_rate"),
        ('arrivals = "people"', "give places"),
        ('arrivals = "people"\nplaces = "beds"\nmonths = 0', "1 to 600"),
        ('arrivals = "people"\nplaces = "beds"\nmonths = 12\nshow = [13]', "outside 1 to 12"),
        ('arrivals = "people"\nplaces_of = "care_home"', "each with its capacity"),
        ('arrivals_rate = "rate"\nplaces = "beds"', "needs population"),
        ('arrivals = "people"\nplaces = "beds"\n[[model.change]]\nmonth = 2\nplaces = -101', "more places close"),
    ],
)
def test_a_gap_that_cannot_be_computed(tmp_path: Path, more: str, said: str) -> None:
    figures = f"{FIGURES}stay 28 months\n"
    with pytest.raises(PackErrors, match=r"models\.toml") as raised:
        compute(pack_of(tmp_path, GAP + more, figures))
    assert said in str(raised.value)


def test_a_share_of_nothing_is_said(tmp_path: Path) -> None:
    models = '[[model]]\nid = "a"\nkind = "self_funders_home_care"\nself_funders = "zero"\ncouncil = "zero"'
    assert "something is divided by is 0" in errors(tmp_path, models)[0]
