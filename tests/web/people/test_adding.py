"""A person is added as they are, however little is known; what cannot be is said all at once, and nothing is kept."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from marketcross.web.core.models import AuditEvent, EventRecord
from marketcross.web.people import queries
from marketcross.web.people.actions import restrict
from marketcross.web.people.checks import age_on, warnings_about
from marketcross.web.people.models import Address, Identifier, Name, Person
from marketcross.web.people.nhs_number import normal_nhs_number, spaced

from .making import AT, NHS, SINCE, SYSTEM, days_ago, somebody, today, user

pytestmark = pytest.mark.django_db


def refused(**facts: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as problem:
        somebody(**facts)
    assert not Name.objects.exists() or Person.objects.count() == Name.objects.filter(kind="used").count()
    return problem.value.message_dict


def test_somebody_without_an_address_is_added() -> None:
    found = queries.person(somebody().pk)
    assert found and (found.name, found.postcode, found.locality) == ("Wenna Tolgarth", "", "")


def test_somebody_without_a_fixed_address_is_added_with_where_they_are_found() -> None:
    person = somebody(no_fixed_address=True, lines="Often by the market hall")
    assert Address.objects.get(person=person).kind == "no_fixed_address"


@pytest.mark.parametrize(("part", "words"), [("given", "Sukarno"), ("family", "Tolgarth")])
def test_somebody_with_one_name_is_added(part: str, words: str) -> None:
    found = queries.person(somebody(**{part: words}).pk)
    assert found and found.name == words and found.preferred_name == words


def test_a_name_in_another_script_and_another_order_stays_as_it_is() -> None:
    found = queries.person(somebody(given="小龍", family="李", whole="李小龍").pk)
    assert found and found.name == "李小龍"


def test_a_name_with_a_script_in_it_is_only_text(client: Any) -> None:
    person = somebody(given="<script>alert(1)</script>")
    assert queries.person(person.pk).name == "<script>alert(1)</script> "[:-1]  # type: ignore[union-attr]


def test_a_name_with_control_characters_is_refused() -> None:
    assert "letters of any alphabet" in refused(given="A\x00b")["given"][0]


def test_no_name_at_all_is_refused() -> None:
    assert refused(given=" ", family="")["given"] == ["Enter a name. One is enough, in either field"]


def test_somebody_born_on_29_february_turns_a_year_older_on_1_march() -> None:
    born = date(2008, 2, 29)
    assert somebody(born_on=born).born_on == born
    ages = [age_on(born, date(2026, month, day)) for month, day in ((2, 28), (3, 1), (3, 2))]
    assert ages == [17, 18, 18] and age_on(born, date(2028, 2, 29)) == 20


def test_somebody_who_died_before_contact_is_added_and_it_is_said() -> None:
    person = somebody(born_on=date(1930, 1, 1), died_on=days_ago(30))
    assert queries.person(person.pk).died_on == days_ago(30)  # type: ignore[union-attr]
    assert any("died" in line for line in warnings_about({"died_on": days_ago(30)}, today()))


def test_somebody_under_18_is_added_and_it_is_said() -> None:
    somebody(born_on=days_ago(17 * 365))
    assert any("under 18" in line for line in warnings_about({"born_on": days_ago(17 * 365)}, today()))


def test_a_postcode_that_does_not_exist_is_kept_and_it_is_said() -> None:
    person = somebody(lines="1 Mill Lane", postcode="zx9 9zz")
    assert queries.person(person.pk).postcode == "ZX9 9ZZ"  # type: ignore[union-attr]
    assert any("do not know this postcode" in line for line in warnings_about({"postcode": "zx9 9zz"}, today()))


def test_what_is_wrong_is_said_all_at_once() -> None:
    said = refused(
        given="",
        family="",
        born_on=date(2999, 1, 1),
        postcode="nowhere",
        nhs_number="9990000019",
        died_on=date(2999, 2, 1),
    )
    assert set(said) == {"given", "born_on", "postcode", "nhs_number", "died_on"}
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"born_on": date(1879, 12, 31)}, "born_on"),
        ({"born_about": 1879}, "born_about"),
        ({"born_on": date(1950, 1, 1), "born_about": 1950}, "born_about"),
        ({"born_on": date(1950, 1, 1), "died_on": date(1949, 12, 31)}, "died_on"),
        ({"email": "nobody"}, "email"),
        ({"mobile": "07"}, "mobile"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(facts: dict[str, Any], field: str) -> None:
    assert field in refused(**facts)


def test_the_same_nhs_number_twice_is_refused_in_words_that_name_nobody_hidden() -> None:
    """The sentence is the same whether the other record can be seen or is restricted."""
    first = somebody(nhs_number="999 000 0018")
    seen = refused(nhs_number=NHS)["nhs_number"]
    restrict(by=SYSTEM, at=AT, person=first, users=[user("practitioner")], starts_on=SINCE)
    hidden = refused(nhs_number=NHS)["nhs_number"]
    assert seen == hidden and "Tolgarth" not in seen[0] and "search" in seen[0]
    assert Identifier.objects.count() == 1


def test_two_people_of_one_birthday_at_one_number_are_two_people() -> None:
    """Twins share a telephone, an address and a birthday."""
    same = {"born_on": date(1961, 5, 5), "telephone": "01632 960111", "lines": "4 Mill Lane", "postcode": "ZX1 1AA"}
    assert somebody(given="Ada", **same).pk != somebody(given="Bea", **same).pk


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("943 476 5919", "9434765919"), ("943-476-5919", "9434765919"), ("9434765918", None), ("943", None)],
)
def test_an_nhs_number_is_proved_by_its_last_digit(typed: str, kept: str | None) -> None:
    assert normal_nhs_number(typed) == kept
    if kept:
        assert spaced(kept) == "943 476 5919"


def test_adding_leaves_news_without_words_and_an_audit_without_values() -> None:
    person = somebody(nhs_number=NHS, lines="1 Mill Lane")
    assert EventRecord.objects.get(kind="people.person_added").body == {"person": str(person.pk)}
    for event in AuditEvent.objects.all():
        assert not {"Tolgarth", NHS, "1 Mill Lane"} & {str(value) for value in event.digests.values()}
