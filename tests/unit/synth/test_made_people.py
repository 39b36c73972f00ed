"""One made population of 30,000, looked at from every side that something is promised of."""

import re
from datetime import date

import numpy as np
import pytest
from tests.unit.synth.made_for_tests import ON, Tables, home_of, plain_check_digit, planned, tables

from marketcross.engine.vocabulary.age import age_on
from marketcross.law import load
from marketcross.synth.people import TABLES
from marketcross.synth.people.codes import (
    CaredFor,
    Condition,
    Ethnicity,
    HouseholdKind,
    Language,
    Limited,
    Rate,
    Reach,
    Role,
    Sex,
    Tenure,
)
from marketcross.synth.people.health import prevalence
from marketcross.synth.people.known import known
from marketcross.synth.people.looks.nhs_numbers import nhs_numbers
from marketcross.synth.people.money import rates_on

PEOPLE = 30_000
AREAS = (  # those of Royal Mail, the islands and the forces, and the two that others use for no place at all
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK "
    "ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD "
    "TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ GIR XX"
)
ALLOCATED = set(AREAS.split())


@pytest.fixture(scope="module")
def made() -> Tables:
    return tables(PEOPLE)


@pytest.fixture(scope="module")
def home(made: Tables) -> np.ndarray:
    return home_of(made)


def test_every_table_has_its_columns_and_is_marked(made: Tables) -> None:
    for table in TABLES:
        cells = made[table.name]
        assert set(cells) == {column.name for column in table.columns}
        assert cells["made"].all() and len({len(column) for column in cells.values()}) == 1


def test_as_many_people_as_asked_and_no_reference_twice(made: Tables) -> None:
    people = made["people"]
    assert len(people["person"]) == PEOPLE == len(set(people["person"])) == made["neighbourhoods"]["people"].sum()
    assert len(set(made["households"]["household"])) == len(made["households"]["household"])


def test_references_lead_to_rows(made: Tables) -> None:
    assert set(made["people"]["household"]) == set(made["households"]["household"])
    assert set(made["people"]["neighbourhood"]) <= set(made["neighbourhoods"]["neighbourhood"])
    lives_in = dict(zip(made["households"]["household"], made["households"]["neighbourhood"], strict=True))
    pairs = zip(made["people"]["household"], made["people"]["neighbourhood"], strict=True)
    assert all(lives_in[household] == neighbourhood for household, neighbourhood in pairs)


def test_ages_are_those_of_the_dates_of_birth(made: Tables) -> None:
    born = [date.fromordinal(int(day)) for day in made["people"]["born"]]
    assert [age_on(day, ON) for day in born] == made["people"]["age"].tolist()
    assert any((day.month, day.day) == (2, 29) for day in born)


@pytest.mark.parametrize("on", [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)])
def test_ages_hold_on_either_side_of_a_leap_day(on: date) -> None:
    from marketcross.synth.people import made_people, plan

    for part in made_people(plan(2_000, on), np.random.default_rng(3), load()):
        people = part.tables["people"]
        assert [age_on(date.fromordinal(int(day)), on) for day in people["born"]] == people["age"].tolist()


def test_every_household_has_one_reference_person_who_is_an_adult(made: Tables, home: np.ndarray) -> None:
    people, homes = made["people"], len(made["households"]["household"])
    assert (np.bincount(home[people["role"] == Role.REFERENCE], minlength=homes) == 1).all()
    assert (np.bincount(home[people["role"] == Role.PARTNER], minlength=homes) <= 1).all()
    assert people["age"][people["role"] == Role.REFERENCE].min() >= 18
    assert (np.bincount(home, minlength=homes) == made["households"]["size"]).all()


def test_children_live_with_an_adult_and_parents_are_of_an_age_to_be(made: Tables, home: np.ndarray) -> None:
    age, role = made["people"]["age"], made["people"]["role"]
    reference = np.zeros(len(made["households"]["household"]), dtype=int)
    reference[home[role == Role.REFERENCE]] = age[role == Role.REFERENCE]
    apart = reference[home] - age
    children = apart[role == Role.CHILD]
    assert children.min() >= 16 and children.max() <= 60
    assert apart[role == Role.PARENT].max() <= -16
    assert set(role[age < 18]) <= {Role.CHILD, Role.RELATIVE}
    assert np.count_nonzero(role == Role.RELATIVE) < 0.01 * PEOPLE


def test_partners_are_of_about_one_age(made: Tables, home: np.ndarray) -> None:
    age, role, sex = (made["people"][name] for name in ("age", "role", "sex"))
    homes = len(made["households"]["household"])
    reference, of_sex = np.zeros(homes, dtype=int), np.zeros(homes, dtype=int)
    first, partner = role == Role.REFERENCE, role == Role.PARTNER
    reference[home[first]], of_sex[home[first]] = age[first], sex[first]
    apart = age[partner] - reference[home[partner]]
    assert np.abs(apart).max() <= 15 and age[partner].min() >= 18
    assert 0 < apart[of_sex[home[partner]] == Sex.FEMALE].mean() < 4
    assert 0 < np.count_nonzero(of_sex[home[partner]] == sex[partner]) < 0.05 * np.count_nonzero(partner)


def test_siblings_are_twins_or_born_apart(made: Tables, home: np.ndarray) -> None:
    young = np.flatnonzero((made["people"]["role"] == Role.CHILD) & (made["people"]["age"] < 18))
    young = young[np.lexsort((made["people"]["born"][young], home[young]))]
    days = np.diff(made["people"]["born"][young])[np.diff(home[young]) == 0]
    assert ((days == 0) | (days >= 270)).all() and (days >= 270).mean() > 0.85


def test_the_kind_of_a_household_says_who_lives_there(made: Tables, home: np.ndarray) -> None:
    homes = made["households"]
    young = np.bincount(home, weights=made["people"]["age"] < 18, minlength=len(homes["size"]))
    couple = np.bincount(home, weights=made["people"]["role"] == Role.PARTNER, minlength=len(homes["size"]))
    kind, size = homes["kind"], homes["size"]
    assert ((kind == HouseholdKind.ONE_PERSON) == (size == 1)).all()
    assert (np.isin(kind, (HouseholdKind.COUPLE, HouseholdKind.COUPLE_WITH_CHILDREN)) == (couple == 1)).all()
    with_children = ("COUPLE_WITH_CHILDREN", "ONE_PARENT_WITH_CHILDREN", "OTHER_WITH_CHILDREN")
    assert (np.isin(kind, [HouseholdKind[name] for name in with_children]) == (young > 0)).all()


def test_carers_care_for_somebody_else_who_is_there_and_needs_it(made: Tables) -> None:
    caring, people = made["caring"], made["people"]
    place = {person: at for at, person in enumerate(people["person"])}
    carer = np.array([place[person] for person in caring["carer"]])
    cared_for = np.array([place[person] for person in caring["cared_for"]])
    assert (carer != cared_for).all() and len(set(carer)) == len(carer)
    assert (people["limited"][cared_for] != Limited.NO).all()
    together = people["household"][carer] == people["household"][cared_for]
    assert (together == caring["lives_with"]).all()
    assert together[people["age"][carer] < 18].all() and (people["age"][carer] < 18).any()
    partner = caring["cared_for_is"] == CaredFor.PARTNER
    assert together[partner].all() and (people["role"][cared_for[partner]] <= Role.PARTNER).all()
    older = people["age"][cared_for] - people["age"][carer]
    assert older[caring["cared_for_is"] == CaredFor.PARENT].min() >= 1


def test_as_many_carers_and_hours_as_are_known(made: Tables) -> None:
    facts = known("caring")
    assert len(made["caring"]["carer"]) == round(PEOPLE * facts["share_of_people"]["percent"] / 100)
    hours = np.bincount(made["caring"]["hours"], minlength=5) / len(made["caring"]["hours"])
    assert hours == pytest.approx(np.array(facts["hours"]["people"]) / sum(facts["hours"]["people"]), abs=0.003)


def test_nhs_numbers_are_of_the_test_range_with_their_check_digit(made: Tables) -> None:
    numbers = made["people"]["nhs_number"]
    assert all(re.fullmatch(r"999\d{7}", number) for number in numbers) and len(set(numbers)) == PEOPLE
    assert all(plain_check_digit(number[:9]) == int(number[9]) for number in numbers)


def test_check_digits_that_others_have_worked_out() -> None:
    assert [plain_check_digit(nine) for nine in ("943476591", "401023213")] == [9, 7]


def test_beyond_the_range_some_have_no_number_and_nobody_anothers() -> None:
    people = 1_000_000
    found = np.concatenate([nhs_numbers(first, 250_000, people, 77) for first in range(0, people, 250_000)])
    has = found[found != ""]
    assert 909_000 < len(has) == len(set(has)) < 909_200
    assert [np.count_nonzero(part != "") for part in np.split(found, 4)] == pytest.approx([len(has) / 4] * 4, abs=1)


def test_postcodes_are_well_formed_in_an_area_that_nobody_has(made: Tables) -> None:
    form = re.compile(r"([A-PR-UWYZ][A-HK-Y]?)\d{1,2} \d[ABD-HJLNP-UW-Z]{2}")  # the form that Royal Mail gives
    for postcode in set(made["households"]["postcode"]):
        found = form.fullmatch(postcode)
        assert found and found[1] not in ALLOCATED, postcode


def test_no_two_households_have_one_address(made: Tables) -> None:
    homes = made["households"]
    where = list(zip(homes["address"], homes["town"], homes["postcode"], strict=True))
    assert len(set(where)) == len(where)


def test_nobody_can_be_reached(made: Tables) -> None:
    people = made["people"]
    assert all(re.fullmatch(r"(01632 960\d{3})?", number) for number in set(people["telephone"]))
    assert all(re.fullmatch(r"(07700 900\d{3})?", number) for number in set(people["mobile"]))
    given = [address for address in people["email"] if address]
    assert all(re.fullmatch(r"[a-z]+\.\d{8}@example\.(com|net|org)", address) for address in given)
    assert len(set(given)) == len(given) > 0.5 * PEOPLE


def test_the_preferred_way_is_there(made: Tables) -> None:
    people = made["people"]
    prefers = people["preferred_contact"]
    assert (people["email"][prefers == Reach.EMAIL] != "").all()
    rings = prefers == Reach.TELEPHONE
    assert ((people["telephone"][rings] != "") | (people["mobile"][rings] != "")).all()


def test_names_are_names(made: Tables) -> None:
    people = made["people"]
    assert all(re.fullmatch(r"[^\W\d_][\w'’ -]*", name) for name in set(people["name"]))
    one = people["family_name"] == ""
    assert 0 < one.mean() < 0.01 and (people["name"][one] == people["given_name"][one]).all()
    assert any("-" in name for name in people["family_name"][people["ethnicity"] == Ethnicity.WHITE_BRITISH])
    assert any(not name.isascii() for name in people["family_name"])
    chinese = (people["ethnicity"] == Ethnicity.CHINESE) & ~one
    assert all(
        whole == f"{family} {given}"
        for whole, family, given in zip(
            *(people[name][chinese] for name in ("name", "family_name", "given_name")), strict=True
        )
    )


def test_no_common_name_comes_out(made: Tables) -> None:
    common = "Smith Jones Taylor Brown Williams Wilson Davies Patel Singh Khan Ali Ahmed Begum Hussain Kaur Murphy Wang"
    assert not set(common.split()) & (set(made["people"]["family_name"]) | set(made["people"]["given_name"]))


@pytest.mark.parametrize("condition", list(Condition))
def test_conditions_come_as_often_as_is_known(made: Tables, condition: Condition) -> None:
    people = made["people"]
    likely = prevalence()[condition][people["age"], people["sex"]]
    found = people[condition.name.lower()]
    spread = float(np.sqrt((likely * (1 - likely)).sum()))
    assert abs(found.sum() - likely.sum()) <= 4 * spread + 0.06 * likely.sum()
    assert not found[likely == 0].any()


def test_life_is_limited_about_as_often_as_where_it_was_counted(made: Tables) -> None:
    shares = np.bincount(made["people"]["limited"], minlength=3) / PEOPLE
    assert shares[Limited.A_LOT] == pytest.approx(0.084, abs=0.012)
    assert shares[Limited.A_LITTLE] == pytest.approx(0.099, abs=0.012)
    assert (
        np.count_nonzero(made["people"]["limited"][made["people"]["dementia"]]) > 0.8 * made["people"]["dementia"].sum()
    )


def test_groups_languages_and_religions(made: Tables) -> None:
    people, groups = made["people"], known("ethnicity")["groups"]
    for group in Ethnicity:
        share = np.count_nonzero(people["ethnicity"] == group) / PEOPLE
        assert share == pytest.approx(groups[group.name.lower()]["percent"] / 100, abs=0.004), group
    polish = people["first_language"] == Language.POLISH
    assert set(people["ethnicity"][polish]) == {Ethnicity.OTHER_WHITE}
    assert people["first_language"].max() <= Language.OTHER and 0.03 < np.mean(people["religion"] == 0) < 0.09


def test_living_alone_grows_with_age_and_is_likelier_for_women(made: Tables, home: np.ndarray) -> None:
    alone = made["households"]["size"][home] == 1
    age, sex = made["people"]["age"], made["people"]["sex"]

    def share(first: int, last: int, one: Sex) -> float:
        return float(alone[(age >= first) & (age <= last) & (sex == one)].mean())

    assert share(65, 74, Sex.FEMALE) == pytest.approx(0.30, abs=0.08)
    assert share(65, 74, Sex.MALE) == pytest.approx(0.20, abs=0.09)
    assert share(75, 120, Sex.FEMALE) == pytest.approx(0.61, abs=0.08)
    assert share(75, 120, Sex.MALE) == pytest.approx(0.34, abs=0.08)


def test_homes_are_owned_as_often_as_known(made: Tables) -> None:
    homes = made["households"]
    owned = homes["tenure"] <= Tenure.MORTGAGED
    assert owned.mean() == pytest.approx(known("households")["homes"]["owned_percent"] / 100, abs=0.001)
    assert ((homes["home_value"] > 0) == owned).all()


def test_money_is_there_to_be_charged(made: Tables) -> None:
    people, rates = made["people"], rates_on(load(), ON)
    pension_age = people["born"] <= rates.pension_age_born_by
    assert ((people["state_pension"] > 0) == pension_age).all()
    assert people["state_pension"].max() == rates.state_pension
    assert (
        not people["capital"][people["age"] < 18].any() and not people["means_tested_benefit"][people["age"] < 18].any()
    )
    old = people["capital"][people["age"] >= 65]
    for low, high in ((0, 14_250_00), (14_250_00, 23_250_00), (23_250_00, old.max() + 1)):
        assert ((old >= low) & (old < high)).mean() > 0.08
    pays = np.array([0, rates.lower, rates.higher])
    assert (people["disability_benefit_amount"] == pays[people["disability_benefit"]]).all()
    assert (people["limited"][people["disability_benefit"] != Rate.NONE] != Limited.NO).all()


def test_rates_of_a_year_that_is_missing_are_lent_and_named() -> None:
    assert rates_on(load(), date(2024, 6, 1)).lent == ()
    assert any(name.startswith("state_pension_new") for name in rates_on(load(), date(2026, 5, 1)).lent)


def test_several_kinds_of_locality_do_not_nest() -> None:
    like = planned(300_000).geography
    assert len(set(like.council_locality)) == 3 and len(set(like.health_locality)) == 9
    assert (np.diff(like.council_locality) >= 0).all()


@pytest.mark.parametrize("people", [0, 1, 2, 3, 7, 60])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_few_people_or_none(people: int, seed: int) -> None:
    found = tables(people, seed)
    assert len(found["people"]["person"]) == people
    assert people == 0 or (found["people"]["role"] == Role.REFERENCE).sum() == len(found["households"]["size"])
    assert (found["caring"]["carer"] != found["caring"]["cared_for"]).all()


@pytest.mark.parametrize("people", [-1, 10_000_001])
def test_more_than_can_be_made_is_refused(people: int) -> None:
    with pytest.raises(ValueError, match="cannot be made"):
        planned(people)
