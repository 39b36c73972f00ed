"""Find people in the register: who is found, in which order, by whom; and that the index follows every change."""

import random
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import actions, queries
from marketcross.web.people.finding import find
from marketcross.web.people.finding.gathering import gathered
from marketcross.web.people.finding.matching import answers
from marketcross.web.people.finding.reading import terms
from marketcross.web.people.finding.sweeping import sweep_words
from marketcross.web.people.models import Findable, FindingWord, Person

pytestmark = pytest.mark.django_db
AT, SINCE, ON = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 1, 1), date(2026, 11, 22)


def user_with(role: str) -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{role}@example.org", name=role)
    give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=SINCE)
    return user


@pytest.fixture
def finder() -> User:
    return user_with("practitioner")


def add(given: str, family: str = "", **more: Any) -> Person:
    return actions.add_person(by=SYSTEM, at=AT, given=given, family=family, **more)


PEOPLE: list[dict[str, Any]] = [
    {
        "given": "Jon",
        "family": "Smith",
        "born_on": date(1940, 3, 2),
        "lines": "12 Kestrelbeck Road",
        "postcode": "ZX1 0AA",
    },
    {"given": "John", "family": "Smyth", "born_on": date(1940, 2, 3), "postcode": "ZX1 0AB"},
    {"given": "Joan", "family": "Smith", "born_about": 1940},
    {"given": "Dmitriy", "family": "Shchukin", "mobile": "07700 900123"},
    {"given": "Дмитрий", "family": "Щукин", "nhs_number": "9990000018"},
    {"given": "Merrin", "family": "O'Kelahy"},
    {"given": "Suparni"},
    {"given": "Kestrel", "family": "Road", "born_on": date(1999, 12, 31)},
]
ASKED = [
    "jon smith", "smith", "jon smyth 1940 zx1", "2/3/1940", "3/2/1940", "1940", "Щукин", "shchukin", "dmitry", "zx1",
    "9990000018", "07700900123", "okelahy", "o kelahy", "suparni", "kestrel", "kestrelbeck road", "road", "jo", "j",
    "nobody at all", "12",
]  # fmt: skip


def plainly(text: str) -> list[tuple[int, str, str]]:
    """The slow version: everybody, one by one."""
    rows = [
        (answers(terms(text, on=ON), one.keys), one.sorts_as, str(key))
        for key, one in gathered(Person.objects.all(), ON).items()
    ]
    return sorted((lost, name, key) for lost, name, key in rows if lost is not None)


def test_the_database_says_what_the_rule_says_of_everybody(finder: User) -> None:
    for facts in PEOPLE:
        add(**facts)
    for text in ASKED:
        expected = [key for _, _, key in plainly(text)]
        for limit in (1, 2, 20):
            found = [str(one.id) for one in find(finder, text, ON, limit)]
            assert found == expected[:limit], (text, limit)


def test_the_list_does_not_depend_on_the_order_in_which_people_came(finder: User) -> None:
    chance, orders = random.Random(4), []
    for _ in range(3):
        for facts in chance.sample(PEOPLE, len(PEOPLE)):
            add(**{name: value for name, value in facts.items() if name != "nhs_number"})
        names = [[one.name for one in queries.find(finder, text, ON)] for text in ("smith", "shchukin", "zx1 1940")]
        orders.append(names)
        _empty(by=SYSTEM, at=AT)
    assert orders[0] == orders[1] == orders[2] and orders[0][0][0] == "Joan Smith"


@action("test.index_emptied")
def _empty(*, by: Actor, at: datetime) -> None:
    Findable.objects.all().delete()
    note(Person.objects.all()[0])


def test_everybody_is_found_by_their_own_exact_name(finder: User) -> None:
    for facts in PEOPLE:
        add(**facts)
    for person in Person.objects.all():
        name = queries.people([person.pk], ON)[0].name
        assert person.pk in [one.id for one in queries.find(finder, name, ON)]


def test_exact_comes_before_near_and_equals_are_stable(finder: User) -> None:
    for given in ("Smithy", "Smith", "Smyth", "Smith"):
        add("Ann", given)
    assert [one.name for one in queries.find(finder, "smith", ON)] == [
        "Ann Smith",
        "Ann Smith",
        "Ann Smithy",
        "Ann Smyth",
    ]


def test_every_change_is_followed_at_once(finder: User) -> None:
    def finds(text: str) -> bool:
        return bool(queries.find(finder, text, ON))

    person = add("Jon", "Ashdale")
    actions.change_name(by=SYSTEM, at=AT, person=person, given="Corin", family="Ashdale")
    assert finds("corin") and not finds("jon ashdale")  # a name said of the same day takes the place of the one before
    actions.change_home(by=SYSTEM, at=AT, person=person, lines="4 Willowgarth Lane", postcode="ZX9 1AB")
    assert finds("willowgarth") and finds("zx9")
    actions.change_home(by=SYSTEM, at=datetime(2026, 11, 21, 9, tzinfo=UTC), person=person, postcode="ZX8 1AB")
    assert finds("zx8") and not finds("zx9")
    actions.change_number(by=SYSTEM, at=AT, person=person, value="9990000018")
    assert finds("999 000 0018")
    actions.change_number(by=SYSTEM, at=AT, person=person, value="")
    assert not finds("999 000 0018")
    actions.change_contact(by=SYSTEM, at=AT, person=person, kind="mobile", value="07700 900123")
    assert finds("07700900123")
    actions.change_contact(by=SYSTEM, at=AT, person=person, kind="mobile", value="")
    assert not finds("07700900123")
    actions.change(by=SYSTEM, at=AT, person=person, born_on=date(1950, 5, 4))
    assert finds("4/5/1950")


def test_a_restricted_record_is_found_by_those_named_and_leaves_no_word_for_others(finder: User) -> None:
    named = user_with("link_worker")
    person, other = add("Ysolde", "Ashdale"), add("Ysolda", "Ashdale")
    actions.restrict(by=SYSTEM, at=AT, person=person, users=[named], starts_on=SINCE)
    assert [one.id for one in queries.find(finder, "ysolde ashdale", ON)] == [other.pk]
    assert [one.id for one in queries.find(named, "ysolde ashdale", ON)] == [person.pk, other.pk]
    assert not Findable.objects.filter(person=person).exists()
    actions.lift_restriction(by=SYSTEM, at=AT, person=person, on=ON)
    assert [one.id for one in queries.find(finder, "ysolde ashdale", ON)] == [person.pk, other.pk]


def test_what_is_restricted_costs_others_no_query(finder: User, django_assert_num_queries: Any) -> None:
    for facts in PEOPLE[:3]:
        add(**facts)

    def ask() -> Any:
        user = User.objects.get(pk=finder.pk)
        return [one.name for one in queries.find(user, "smith", ON)]

    with CaptureQueriesContext(connection) as before:
        first = ask()
    hidden = add("Jon", "Smith")
    actions.restrict(by=SYSTEM, at=AT, person=hidden, users=[user_with("link_worker")], starts_on=SINCE)
    with django_assert_num_queries(len(before)):
        assert ask() == first


@pytest.mark.parametrize("role", ["resident", "carer", "provider", "finance_officer", "commissioner", "auditor"])
def test_others_find_nobody_beyond_their_own(role: str) -> None:
    person = add("Jon", "Smith")
    user = user_with(role)
    assert queries.find(user, "jon smith", ON) == []
    actions.link_account(by=SYSTEM, at=AT, person=person, user=user, starts_on=SINCE)
    assert [one.id for one in queries.find(user, "jon smith", ON)] == [person.pk]


def test_words_of_nobody_are_swept_and_others_stay(finder: User) -> None:
    person = add("Ysolde", "Ashdale")
    add("Corin", "Ashdale")
    actions.change_name(by=SYSTEM, at=AT, person=person, given="Anna", family="Ashdale")
    sweep_words(by=SYSTEM, at=AT)
    assert set(FindingWord.objects.values_list("word", flat=True)) == {"anna", "corin", "ashdale"}
    assert queries.find(finder, "ashdael", ON)
