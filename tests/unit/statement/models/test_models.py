"""Each kind of models.toml on a small pack: values, ranges, units, inputs and the table."""

from fractions import Fraction
from pathlib import Path

from small_pack import between, bounds, only_model, result

from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import Ref

exactly = Bounded.exactly

POPULATION = """area,year,sex,age_from,age_to,people
E10,2020,persons,18,64,5000
E10,2020,persons,65,79,1000
E10,2020,persons,80,,500
E10,2030,persons,18,64,4900
E10,2030,persons,65,79,1200
E10,2030,persons,80,,800
"""


def test_need_by_place(tmp_path: Path) -> None:
    models = """
[[model]]
id = "homes"
kind = "need_by_place"
total = "need"
[model.shares]
north = "share_north"
south = "share_south"
[model.split]
rented = 65
owned = 35
[model.split_exceptions.south]
rented = 1
owned = 0
[model.printed]
north_rented = "printed_north_rented"
total_rented = "printed_rented"
"""
    figures = """
need 100 units count
share_north 60.0 percent
share_south 40.0 percent
printed_north_rented 39 units count
printed_rented 69 units count
"""
    model = only_model(tmp_path, models, figures)
    assert bounds(model, "north") == exactly(60)
    assert [bounds(model, f"north_{part}") for part in ("rented", "owned")] == [exactly(39), exactly(21)]
    assert bounds(model, "south_rented") == exactly(40)
    assert bounds(model, "total_rented") == exactly(79)
    assert result(model, "north").area == "north"
    assert result(model, "north_rented").inputs == ("need", "share_north", "share_south")
    assert result(model, "north_rented").compared_with == ("printed_north_rented",)
    assert "which the inputs allow" in result(model, "north_rented").note
    assert model.table is not None
    assert model.table.columns == ("Place", "Rented", "Owned", "All")
    assert model.table.rows[0] == ("North", Ref("homes.north_rented"), Ref("homes.north_owned"), Ref("homes.north"))
    assert "Split Rented 65, Owned 35. South: Rented 1, Owned 0." in model.table.note
    assert "prints 2 of these results, and the inputs allow 1" in model.table.note
    assert (
        "The source prints 69 units; the inputs give 79 units, and at their nearest miss it by 10 units"
        in model.table.note
    )


CHARTED = """
[[model]]
id = "homes"
kind = "need_by_place"
chart = "stacked"
total = "need"
[model.shares]
north = "need"
[model.split]
rented = 65
owned = 35
"""


def test_a_chart_shows_parts_without_their_whole(tmp_path: Path) -> None:
    model = only_model(tmp_path, CHARTED, "need 100 units count\n")
    assert model.table is not None
    assert model.table.columns == ("Place", "Rented", "Owned")
    assert model.table.rows == (("North", Ref("homes.north_rented"), Ref("homes.north_owned")),)
    assert bounds(model, "total_rented") == exactly(65)


def test_a_chart_of_a_population_has_years_along(tmp_path: Path) -> None:
    models = '[[model]]\nid = "p"\nkind = "population"\nchart = "lines"\n[[model.band]]\nid = "old"\nfrom = 65\n'
    model = only_model(tmp_path, models, population=POPULATION)
    assert model.table is not None and model.table.columns == ("Year", "Old")
    assert model.table.rows == (("2020", Ref("p.old_2020")), ("2030", Ref("p.old_2030")))


def test_benchmark(tmp_path: Path) -> None:
    models = """
[[model]]
id = "admissions"
kind = "benchmark"
figure = "ours"
comparator = "theirs"
comparator_name = "national top quartile"
direction = "low"
population = ["young", "old"]
rank = "rank"
field = "field"
rank_first = "highest"
"""
    figures = """
ours 753 per_100k
theirs 458 per_100k
young 60000 people count
old 7434 people count
rank 150 rank count
field 152 councils count
"""
    model = only_model(tmp_path, models, figures)
    assert bounds(model, "distance") == between(295, 294, 296)
    assert bounds(model, "people") == between("198.9303", "198.25596", "199.60464")
    assert bounds(model, "place_from_best") == exactly(3)
    assert bounds(model, "quarter") == exactly(1)
    assert model.table is not None
    assert model.table.columns[:4] == ("Indicator", "Here", "National top quartile", "Difference")
    assert model.table.rows[0][-1] == "worse"
    assert "Lower is taken to be better" in model.table.note


def test_a_rank_whose_first_is_unknown_is_read_both_ways(tmp_path: Path) -> None:
    models = """
[[model]]
id = "cost"
kind = "benchmark"
rank = "rank"
field = "field"
rank_first = "unknown"
direction = "low"
"""
    model = only_model(tmp_path, models, "rank 150 rank count\nfield 152 councils count\n")
    assert bounds(model, "place_if_lowest_first") == exactly(150)
    assert bounds(model, "place_if_highest_first") == exactly(3)


def test_benchmark_set_counts(tmp_path: Path) -> None:
    indicator = (
        '[[model.indicator]]\nid = "{0}"\nname = "{0}"\nfigure = "{0}_us"\ncomparator = "{0}_all"\ndirection = "high"\n'
    )
    models = '[[model]]\nid = "set"\nkind = "benchmark_set"\ncomparator_name = "average"\n'
    models += "".join(indicator.format(name) for name in ("up", "down", "level"))
    figures = """
up_us 7.0 percent
up_all 6.6 percent
down_us 22.6 percent
down_all 26.3 percent
level_us 88 percent
level_all 88.4 percent
"""
    model = only_model(tmp_path, models, figures)
    counts = {name: bounds(model, name) for name in ("of", "better", "worse", "not_told_apart")}
    assert counts == {"of": exactly(3), "better": exactly(1), "worse": exactly(1), "not_told_apart": exactly(1)}
    assert result(model, "up_distance").unit == "percentage_points"
    assert result(model, "up_distance").decimals == 1


CARE_HOMES = (
    '[[model]]\nid = "who"\nkind = "self_funders_care_homes"\nbeds = "beds"\ncouncil = ["nursing", "residential"]\n'
)
BEDS = "beds 1000 beds count\nnursing 150 people count\nresidential 250 people count\n"


def test_self_funders_in_care_homes(tmp_path: Path) -> None:
    models = CARE_HOMES + 'vacancy = "empty"\ncontinuing_healthcare = "chc"\nother_councils = "others"\n'
    figures = f"{BEDS}empty 10 percent\nchc 50 people count\nothers 30 people count\n"
    model = only_model(tmp_path, models, figures)
    assert bounds(model, "self_funders") == between(420, 415, 425)
    assert bounds(model, "occupied") == between(900, 895, 905)
    assert bounds(model, "council_share") == exactly(40)
    assert bounds(model, "self_funders_share_of_beds") == between(42, "41.5", "42.5")


def test_without_all_inputs_there_is_no_estimate(tmp_path: Path) -> None:
    models = CARE_HOMES + '[model.printed]\nself_funders = "told"\n'
    model = only_model(tmp_path, models, f"{BEDS}told 200 people count\n")
    assert bounds(model, "at_most") == exactly(600)
    assert bounds(model, "implied_by_printed") == exactly(400)
    assert bounds(model, "printed_share_of_beds") == exactly(20)
    assert not any(one.id == "who.self_funders" for one in model.computed)
    assert model.table is not None and "No estimate of self-funders follows" in model.table.note


def test_self_funders_at_home(tmp_path: Path) -> None:
    models = """
[[model]]
id = "home"
kind = "self_funders_home_care"
council = "council"
[[model.band]]
id = "75_79"
people = "people"
rate = "rate"
"""
    model = only_model(tmp_path, models, "council 760 people count\npeople 8000 people count\nrate 3.0 percent\n")
    assert bounds(model, "self_funders") == between(240, 236, 244)
    assert bounds(model, "market") == between(1000, 996, 1004)
    assert bounds(model, "share").value == 24


def test_population(tmp_path: Path) -> None:
    models = """
[[model]]
id = "old"
kind = "population"
precision = 10
[[model.band]]
id = "65_and_over"
label = "65 and over"
from = 65
"""
    model = only_model(tmp_path, models, population=POPULATION)
    assert bounds(model, "65_and_over_2020") == between(1500, 1490, 1510)  # two rows, each rounded to tens
    assert bounds(model, "65_and_over_change") == between(500, 480, 520)
    assert bounds(model, "65_and_over_change_percent").value == Fraction(100, 3)


RATES = "condition,sex,age_from,age_to,rate,source\ndementia,persons,65,79,0.02,s\ndementia,persons,80,,0.1,s\n"


def test_conditions(tmp_path: Path) -> None:
    models = '[[model]]\nid = "c"\nkind = "conditions"\npopulation_precision = 1\nrate_precision = 0.01\n'
    model = only_model(tmp_path, models, population=POPULATION, rates=RATES)
    assert bounds(model, "dementia_2020") == between(70, "62.445", "77.565")
    assert bounds(model, "dementia_2030").value == 104
    assert bounds(model, "dementia_change").value == 34
    assert result(model, "dementia_2020").inputs == ("series/population.csv", "series/rates.csv")


def test_conditions_without_precisions_have_no_range(tmp_path: Path) -> None:
    model = only_model(tmp_path, '[[model]]\nid = "c"\nkind = "conditions"\n', population=POPULATION, rates=RATES)
    assert bounds(model, "dementia_2020") == Bounded(Fraction(70), None, None)
    assert model.table is not None and "no range" in model.table.note


def test_clients(tmp_path: Path) -> None:
    models = '[[model]]\nid = "c"\nkind = "clients"\nservice = "home_care"\ngroup = "65 and over"\n'
    counts = "".join(f"E10,home_care,65 and over,{year},{people}\n" for year, people in zip(
        range(2016, 2021), (260, 270, 280, 290, 300), strict=True
    ))  # fmt: skip
    clients = f"area,service,group,year,people\n{counts}"
    model = only_model(tmp_path, models, population=POPULATION, clients=clients)
    assert bounds(model, "population_2030").value == 400
    assert bounds(model, "linear_2030").value == 400
    damped = result(model, "damped_2030")
    assert damped.low is not None and damped.high is not None and damped.low <= damped.value <= damped.high
    assert bounds(model, "back_test_linear").value == 0
    assert model.table is not None and model.table.rows[0][0] == "2030"


def test_a_range_of_todays_rate(tmp_path: Path) -> None:
    models = '[[model]]\nid = "c"\nkind = "clients"\nservice = "s"\ngroup = "65 and over"\nmethods = ["population"]\n'
    models += "count_precision = 10\npopulation_precision = 100\n"
    clients = "area,service,group,year,people\nE10,s,65 and over,2020,300\n"
    model = only_model(tmp_path, models, population=POPULATION, clients=clients)
    low, high = Fraction(295 * 1900, 1600), Fraction(305 * 2100, 1400)
    found = bounds(model, "population_2030")
    assert found.value == 400 and found.low == low and found.high == high


def test_gap(tmp_path: Path) -> None:
    models = """
[[model]]
id = "g"
kind = "gap"
places = "places"
placed = "placed"
arrivals = "arrivals"
waiting = "waiting"
length_of_stay = "stay"
start = "2020-04"
show = [1, 120]
[[model.scenario]]
id = "shorter"
label = "Stays a tenth shorter"
length_of_stay = 0.9
"""
    figures = """
places 625 beds count
placed 600 people count
arrivals 270 people count
waiting 22.5 people count
stay 28 months
"""
    model = only_model(tmp_path, models, figures)
    waiting = bounds(model, "waiting_120")
    assert round(float(waiting.value), 4) == 34.8338
    assert waiting.low is not None and waiting.high is not None
    assert waiting.low < waiting.value < waiting.high  # a stay of 27.5 to 28.5 months
    assert bounds(model, "shorter_shortfall_120").high == 0
    assert bounds(model, "placed_120").low is None
    assert result(model, "first_shortfall").value == 53
    assert result(model, "waiting_120").period == "2030-03"
    assert model.table is not None and model.table.rows[0][:2] == ("As things are", "April 2020 (month 1)")
    charted = only_model(tmp_path, models.replace("show", 'chart = "lines"\nshow'), figures)
    assert charted.table is not None and charted.table.columns == ("Month", "As things are", "Stays a tenth shorter")
    assert charted.table.rows[1] == ("March 2030", Ref("g.waiting_120"), Ref("g.shorter_waiting_120"))


def test_gap_from_a_rate_on_the_population_and_places_of_services(tmp_path: Path) -> None:
    models = """
[[model]]
id = "g"
kind = "gap"
places_of = "care_home"
placed = "placed"
arrivals_rate = "rate"
population = { from = 65 }
length_of_stay = "stay"
start = "2020-07"
months = 13
show = [13]
displaced = "stay"
[[model.change]]
month = 2
places = -10
reason = "One home closes"
"""
    services = "id,name,kind,locality,capacity,ownership,rating,source\n"
    services += "a,A,care_home,,30,private,,s\nb,B,care_home,,20,private,,s\nc,C,home_care,,,private,,s\n"
    figures = "placed 0 people count\nrate 80 per_1k count\nstay 2 years count\n"
    model = only_model(tmp_path, models, figures, population=POPULATION, services=services)
    # 1,500 people in mid-2020 and 50 more a year later: 80 for each 1,000 come in a year, and some of the 40 have left.
    came = float(bounds(model, "waiting_13").value + bounds(model, "placed_13").value)
    assert 122 - 40 / 2 < came < 122
    assert bounds(model, "vacancies_13").value < Fraction(1, 100)
    assert model.table is not None and "August 2020: -10 places (One home closes)" in model.table.note


SERVICES = """id,name,kind,locality,capacity,ownership,rating,source
a,A,care_home,north,10,private,good,s
b,B,care_home,north,11,private,good,s
c,C,care_home,south,90,voluntary,,s
d,D,home_care,south,,private,good,s
"""


def test_supply_from_services(tmp_path: Path) -> None:
    models = '[[model]]\nid = "h"\nkind = "supply"\nkinds = ["care_home"]\nby = "locality"\nunit = "beds"\n'
    model = only_model(tmp_path, models, services=SERVICES)
    assert bounds(model, "beds") == exactly(111)
    assert (bounds(model, "mean_size"), bounds(model, "median_size")) == (exactly(37), exactly(11))
    assert bounds(model, "south_share") == exactly(Fraction(9000, 111))
    assert result(model, "mean_size").unit == "beds_per_home"
    assert model.table is not None and [row[0] for row in model.table.rows] == ["North", "South", "All"]


def test_what_is_not_printed_is_a_group_of_its_own(tmp_path: Path) -> None:
    model = only_model(tmp_path, '[[model]]\nid = "h"\nkind = "supply"\nby = "rating"\n', services=SERVICES)
    assert bounds(model, "good_share_of_homes") == exactly(75)
    assert bounds(model, "not_printed_homes") == exactly(1)


def test_supply_from_figures(tmp_path: Path) -> None:
    models = """
[[model]]
id = "h"
kind = "supply"
unit = "beds"
council_percent = "council"
[[model.row]]
id = "nursing"
homes = "nursing_homes"
beds = "nursing_beds"
lost = "lost"
[[model.row]]
id = "residential"
homes = "residential_homes"
beds = "residential_beds"
"""
    figures = """
nursing_homes 9 homes count
nursing_beds 482 beds count
residential_homes 9 homes count
residential_beds 190 beds count
lost 3 homes count
council 52 percent
"""
    model = only_model(tmp_path, models, figures)
    assert bounds(model, "beds") == exactly(672)
    assert bounds(model, "nursing_homes_before") == exactly(12)
    assert bounds(model, "homes_before") == exactly(21)
    assert bounds(model, "homes_change_percent") == exactly(Fraction(-300, 21))
    assert bounds(model, "council") == between("349.44", "346.08", "352.8")


def test_money(tmp_path: Path) -> None:
    models = """
[[model]]
id = "m"
kind = "money"
total = "budget"
[[model.row]]
id = "homes"
spend = "spend"
before = "before"
people = "people"
[[model.row]]
id = "agreed"
people = "few"
unit_cost = "price"
"""
    figures = """
budget 100 GBP_million count 2019-20
spend 53.4 GBP_million - 2019-20
before 50.0 GBP_million - 2018-19
people 1560 people count
few 10 people count
price 700 GBP_per_week count 2019-20
"""
    model = only_model(tmp_path, models, figures)
    assert result(model, "homes_spend").unit == "GBP"  # a price in pounds stands beside it
    assert bounds(model, "homes_change") == between(3_400_000, 3_300_000, 3_500_000)
    assert round(float(bounds(model, "homes_per_person_week").value), 2) == 654.69
    assert bounds(model, "agreed_spend") == exactly(Fraction(10 * 700 * 366, 7))
    assert bounds(model, "not_listed").value == 100_000_000 - 53_400_000 - 366_000


def test_rows_that_are_no_parts_of_one_thing(tmp_path: Path) -> None:
    models = '[[model]]\nid = "m"\nkind = "money"\nadd_up = false\n[[model.row]]\nid = "a"\nspend = "x"\n'
    model = only_model(tmp_path, models + '[[model.row]]\nid = "b"\nspend = "y"\n', "x 5 GBP\ny 6 GBP\n")
    assert [one.id for one in model.computed] == ["m.a_spend", "m.b_spend"]


def test_workforce(tmp_path: Path) -> None:
    models = """
[[model]]
id = "w"
kind = "workforce"
jobs = "jobs"
vacancy_rate = "open"
vacancy_rate_comparator = "england"
turnover_rate = "turnover"
[model.shares]
over_55 = "old"
"""
    figures = """
jobs 1000 jobs count
open 10 percent count
england 8 percent count
turnover 30 percent count
old 28 percent
"""
    model = only_model(tmp_path, models, figures)
    assert bounds(model, "vacancies") == exactly(100)
    assert bounds(model, "vacancies_above_comparator") == exactly(20)
    assert bounds(model, "leavers") == exactly(270)
    assert bounds(model, "over_55") == between(280, 275, 285)
