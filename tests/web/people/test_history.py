"""What a field was, as it was true on a day and as it was known on a day; judged by a slow and plain telling."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.people import queries
from marketcross.web.people.actions import change, change_contact, change_gp, change_home, change_name, change_number
from marketcross.web.people.history import FieldHistory, Said, history_of
from marketcross.web.people.models import Address, ContactDetail, GpRegistration, Name, Person

from .making import AT, NHS, days_ago, moment, somebody, today

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 12).map(lambda days: FIRST + timedelta(days=days))


def _said(told: list[tuple[str, date, date]]) -> list[Said]:
    """In the order of telling, each at noon of the day on which it became known."""
    return [
        Said(value, true, datetime(known.year, known.month, known.day, 12, tzinfo=UTC), f"{number:03}")
        for number, (value, true, known) in enumerate(told)
    ]


def plainly(said: list[Said], true_on: date, known_on: date) -> Any:
    """Go through all that was told by that day, in the order of telling, writing each day's value over again."""
    diary: dict[date, tuple[date, Any]] = {}
    told = [one for one in said if one.known_from.date() <= known_on]
    for one in sorted(told, key=lambda one: (one.known_from, one.order)):
        day = one.true_from
        while day <= FIRST + timedelta(days=30):
            since = diary[day][0] if day in diary else date.min
            if since <= one.true_from:
                diary[day] = (one.true_from, one.value)
            day += timedelta(days=1)
    return diary[true_on][1] if true_on in diary else None


@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS, DAYS), max_size=8), DAYS, DAYS)
def test_a_field_is_what_a_plain_diary_says(told: list[tuple[str, date, date]], true_on: date, known_on: date) -> None:
    said = _said(told)
    assert FieldHistory(said).value(true_on, known_on) == plainly(said, true_on, known_on)


@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS, DAYS), max_size=8), st.randoms())
def test_the_order_of_rows_changes_nothing_and_stretches_touch(told: list[tuple[str, date, date]], chance: Any) -> None:
    said = _said(told)
    shuffled = list(said)
    chance.shuffle(shuffled)
    line = FieldHistory(said).line()
    assert FieldHistory(shuffled).line() == line
    assert [a.ends_on for a in line[:-1]] == [b.starts_on for b in line[1:]] and (not line or line[-1].ends_on is None)


def test_the_example_of_the_method() -> None:
    """docs/method/people.md: moved on 1 March, told on 10 March, and on 2 April that it was on 20 February."""
    told = _said(
        [
            ("Mill Lane", date(2026, 1, 1), date(2026, 1, 1)),
            ("High Street", date(2026, 3, 1), date(2026, 3, 10)),
            ("High Street", date(2026, 2, 20), date(2026, 4, 2)),
        ]
    )
    history, asked = FieldHistory(told), date(2026, 2, 25)
    assert history.value(asked, date(2026, 3, 31)) == "Mill Lane"
    assert history.value(asked, date(2026, 4, 2)) == "High Street"
    assert history.value(date(2025, 12, 31)) is None


# --- What actions leave -----------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_change_ends_what_was_before_and_a_late_one_goes_between() -> None:
    person = somebody()
    change_name(by=SYSTEM, at=moment(days_ago(10)), person=person, given="Wenna", family="Pascoe")
    change_name(by=SYSTEM, at=moment(days_ago(20)), person=person, given="Wenna", family="Between")
    line = history_of(person.pk, "name").line()
    assert [s.value for s in line] == ["Wenna Tolgarth", "Wenna Between", "Wenna Pascoe"]
    rows = Name.objects.filter(person=person).order_by("starts_on")
    assert [(r.whole, r.starts_on, r.ends_on) for r in rows] == [(s.value, s.starts_on, s.ends_on) for s in line]
    assert queries.person(person.pk).name == "Wenna Pascoe"  # type: ignore[union-attr]
    assert queries.person(person.pk, days_ago(15)).name == "Wenna Between"  # type: ignore[union-attr]


@pytest.mark.django_db
def test_a_correction_of_the_same_day_takes_the_place_and_history_keeps_both() -> None:
    person = somebody()
    change_name(by=SYSTEM, at=AT, person=person, given="Wenna", family="Tolgarthen")
    assert Name.objects.get(person=person).whole == "Wenna Tolgarthen"
    assert [one.value for one in history_of(person.pk, "name").said] == ["Wenna Tolgarth", "Wenna Tolgarthen"]


@pytest.mark.django_db
def test_a_late_fact_about_the_past_leaves_the_present_alone() -> None:
    person = somebody(language="polish")
    change(by=SYSTEM, at=moment(days_ago(2)), person=person, language="english", access_needs=["braille"])
    change(by=SYSTEM, at=moment(days_ago(5)), person=person, language="french")
    person.refresh_from_db()
    assert (person.language, person.access_needs) == ("english", ["braille"])
    history = history_of(person.pk, "language")
    assert [history.value(days_ago(day)) for day in (6, 5, 3, 2, 0)] == [
        "polish",
        "french",
        "french",
        "english",
        "english",
    ]


@pytest.mark.django_db
def test_a_date_of_birth_is_corrected_from_the_beginning() -> None:
    person = somebody(born_on=date(1950, 1, 2))
    change(by=SYSTEM, at=AT, person=person, born_on=date(1950, 2, 1))
    person.refresh_from_db()
    assert person.born_on == date(1950, 2, 1)
    assert [s.value for s in history_of(person.pk, "born_on").line()] == ["1950-02-01"]


@pytest.mark.django_db
def test_every_kind_of_field_has_a_history() -> None:
    person = somebody(lines="1 Mill Lane", nhs_number=NHS, mobile="07700 900111")
    change_home(by=SYSTEM, at=moment(days_ago(3)), person=person, lines="2 High Street", postcode="ZX1 1AA")
    change_number(by=SYSTEM, at=moment(days_ago(3)), person=person, value="9990000026")
    change_contact(by=SYSTEM, at=moment(days_ago(3)), person=person, kind="mobile", value="")
    change_gp(by=SYSTEM, at=moment(days_ago(3)), person=person, practice="The Surgery", code="A12345")
    said = {
        field: [s.value for s in history_of(person.pk, field).line()]
        for field in ("home", "nhs_number", "mobile", "gp")
    }
    assert [home["lines"] for home in said["home"]] == ["1 Mill Lane", "2 High Street"]
    assert said["nhs_number"] == [NHS, "9990000026"] and said["gp"] == ["The Surgery A12345"]
    assert [mobile["value"] for mobile in said["mobile"]] == ["07700 900111", ""]
    assert Address.objects.filter(person=person, ends_on__isnull=True).get().postcode == "ZX1 1AA"
    assert ContactDetail.objects.get(person=person).ends_on == days_ago(3)
    assert GpRegistration.objects.get(person=person).code == "A12345"


@pytest.mark.django_db
def test_nothing_is_true_from_tomorrow() -> None:
    from django.core.exceptions import ValidationError

    person = somebody()
    with pytest.raises(ValidationError, match="cannot be in the future"):
        change(by=SYSTEM, at=moment(today() + timedelta(days=1)), person=person, language="french")


@action("test.as_a_load")
def _load(*, by: Actor, at: datetime) -> Person:
    """Rows without history, as a load leaves them."""
    person = Person.objects.create(language="welsh")
    Name.objects.create(person=person, kind="used", given="Wenna", whole="Wenna", starts_on=days_ago(9))
    ContactDetail.objects.create(person=person, kind="mobile", value="07700 900111", starts_on=days_ago(9))
    note(person)
    return person


@pytest.mark.django_db
def test_what_a_load_left_is_told_as_history() -> None:
    person = _load(by=SYSTEM, at=AT)
    assert history_of(person.pk, "name").value(today()) == "Wenna"
    assert history_of(person.pk, "language").value(today()) == "welsh"
    assert not history_of(person.pk, "gp").said


@pytest.mark.django_db
def test_the_first_change_keeps_what_a_load_left_with_its_days() -> None:
    person = _load(by=SYSTEM, at=AT)
    change_name(by=SYSTEM, at=moment(days_ago(2)), person=person, given="Wenna", family="Pascoe")
    change_contact(by=SYSTEM, at=moment(days_ago(2)), person=person, kind="mobile", value="07700 900222")
    change(by=SYSTEM, at=moment(today()), person=person, language="english")
    line = history_of(person.pk, "name").line()
    assert [(s.value, s.starts_on) for s in line] == [("Wenna", days_ago(9)), ("Wenna Pascoe", days_ago(2))]
    assert history_of(person.pk, "name").value(days_ago(1), known_on=days_ago(1)) == "Wenna"
    assert [s.value["value"] for s in history_of(person.pk, "mobile").line()] == ["07700 900111", "07700 900222"]
    assert {one.value for one in history_of(person.pk, "language").said} == {"welsh", "english"}
    person.refresh_from_db()
    assert person.language == "english"
