"""A listing that nobody says is right is asked about, hidden and archived; each step on its day and not before."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from marketcross.opendata.cqc import Location
from marketcross.web.core.actions import action
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import EventRecord, Message
from marketcross.web.core.users import give_role
from marketcross.web.directory import actions, jobs
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Service, StaleEntry
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.registration.matching import confirm_location
from marketcross.web.directory.stale.going import _SOONEST, due, go_stale
from marketcross.web.directory.stale.stages import BETWEEN, MONTHS, Stage, months_after, next_stage

from .conftest import AT, HOME_CARE, Lister
from .test_pages import signed_in, text, user

SAID = AT.date()  # 22 November 2026
# --- When -------------------------------------------------------------------------------------------------------------
DAYS = [
    (None, date(2027, 5, 22), "asked"),
    ("asked", date(2027, 8, 22), "hidden"),
    ("hidden", date(2028, 11, 22), "archived"),
]


@pytest.mark.parametrize(("stage", "day", "following"), DAYS)
def test_the_day_before_on_and_after(stage: str | None, day: date, following: str) -> None:
    found = [
        next_stage(said_on=SAID, on=day + timedelta(days=d), stage=stage, since=SAID if stage else None)
        for d in (-1, 0, 1)
    ]
    assert found == [None, following, following]


def test_the_worked_example_of_the_method_page() -> None:
    days = [months_after(date(2026, 8, 31), months) for months in MONTHS.values()]
    assert days == [date(2027, 2, 28), date(2027, 5, 31), date(2028, 8, 31)]


@pytest.mark.parametrize("stage", ["asked", "hidden"])
def test_no_step_comes_sooner_than_28_days_after_the_one_before(stage: str) -> None:
    late = date(2031, 1, 31)
    found = [next_stage(said_on=SAID, on=late + timedelta(days=d), stage=stage, since=late) for d in (27, 28, 29)]
    assert found[0] is None and found[1] == found[2] and found[1] is not None


def test_after_the_archive_comes_nothing() -> None:
    assert next_stage(said_on=SAID, on=date(2040, 1, 1), stage="archived", since=SAID) is None


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_whatever_is_due_is_looked_at(said_on: date) -> None:
    assert said_on + _SOONEST <= months_after(said_on, min(MONTHS.values()))


# --- What happens -----------------------------------------------------------------------------------------------------
def at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)


def night(day: date) -> list[str]:
    """What the job does in one night: the steps that it took."""
    found = list(due(day))
    for service, stage in found:
        go_stale(by=SYSTEM, at=at(day), service=service, stage=stage, on=day)
    return [stage for _, stage in found]


@pytest.fixture
def ours(listed: Lister) -> Service:
    """A listing for which somebody speaks."""
    service = listed("Bingo")
    actions.take_over(by=SYSTEM, at=AT, organisation=service.organisation_id, user=user("ann"))
    return service


ASKED, HIDDEN, ARCHIVED = (day for _, day, _ in DAYS)


@pytest.mark.django_db
def test_it_is_asked_hidden_and_archived(ours: Service) -> None:
    assert night(ASKED - timedelta(days=1)) == []
    assert night(ASKED) == ["asked"] and night(ASKED) == [], "twice in one night is once"
    message = Message.objects.get(template="still_right")
    assert message.to == "ann@example.org" and ours.name in message.body and "22 November 2026" in message.body
    assert Client().get(f"/find-support/{ours.pk}").status_code == 200
    assert night(HIDDEN - timedelta(days=1)) == [] and night(HIDDEN) == ["hidden"]
    assert Client().get(f"/find-support/{ours.pk}").status_code == 404
    assert Message.objects.filter(template="hidden_as_stale").count() == 1
    assert EventRecord.objects.filter(kind="directory.service_hidden").count() == 1
    assert night(ARCHIVED - timedelta(days=1)) == [] and night(ARCHIVED) == ["archived"]
    assert night(ARCHIVED + timedelta(days=400)) == []
    assert StaleEntry.objects.get().stage == "archived" and Service.objects.get().checked_on is None


@pytest.mark.django_db
def test_what_the_job_does_is_what_a_night_does(ours: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: at(ASKED))
    jobs.ask_hide_and_archive(0)
    assert StaleEntry.objects.get().stage == "asked"


@pytest.mark.django_db
def test_after_a_year_without_the_job_people_are_still_asked_first(ours: Service) -> None:
    late = ARCHIVED + timedelta(days=30)
    steps = [night(late + timedelta(days=d)) for d in (0, 1, 27, 28, 29, 56)]
    assert steps == [["asked"], [], [], ["hidden"], [], ["archived"]]


@pytest.mark.django_db
@pytest.mark.parametrize("day", [ASKED, HIDDEN, ARCHIVED])
def test_it_is_all_still_right_ends_it_at_every_step(ours: Service, day: date) -> None:
    for one in (ASKED, HIDDEN, ARCHIVED):
        if one <= day:
            night(one)
    actions.confirm(by=SYSTEM, at=at(day), service=ours.pk)
    ours.refresh_from_db()
    assert (ours.standing, ours.confirmed_on, StaleEntry.objects.exists()) == ("listed", day, False)
    assert night(months_after(day, 6) - timedelta(days=1)) == [] and night(months_after(day, 6)) == ["asked"]


@pytest.mark.django_db
def test_a_change_and_showing_it_again_end_it_too(ours: Service) -> None:
    def changed() -> None:
        listing: Listing = listing_of(Service.objects.get())
        actions.change_service(by=SYSTEM, at=at(HIDDEN), service=ours.pk, listing=listing)

    for end in (changed, lambda: actions.show_again(by=SYSTEM, at=at(HIDDEN), service=ours.pk)):
        with transaction.atomic():
            night(ASKED)
            night(HIDDEN)
            end()
            assert Service.objects.get().standing == "listed" and not StaleEntry.objects.exists()
            transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_check_of_the_council_counts_as_well(ours: Service) -> None:
    actions.check_service(by=SYSTEM, at=at(ASKED), service=ours.pk)
    assert night(ASKED) == [] and night(months_after(ASKED, 6)) == ["asked"]


@pytest.mark.django_db
def test_what_was_hidden_on_purpose_is_left_alone(ours: Service) -> None:
    night(ASKED)
    actions.hide(by=SYSTEM, at=at(ASKED), service=ours.pk)
    assert night(HIDDEN) == [] and night(ARCHIVED) == []
    actions.confirm(by=SYSTEM, at=at(HIDDEN), service=ours.pk)
    assert Service.objects.get().standing == "hidden", "to say that it is right does not show what was hidden"


@pytest.mark.django_db
def test_stale_care_that_is_confirmed_waits_where_nobody_checked_it(register: Location, listed: Lister) -> None:
    care = listed("Care", category="home-care", cqc_location=HOME_CARE.id)
    confirm_location(by=SYSTEM, at=AT, service=care.pk, number=HOME_CARE.id)
    actions.check_service(by=SYSTEM, at=AT, service=care.pk)
    night(ASKED)
    night(HIDDEN)
    with transaction.atomic():
        actions.confirm(by=SYSTEM, at=at(HIDDEN), service=care.pk)
        assert Service.objects.get().standing == "listed", "it was checked, and its place carries it"
        transaction.set_rollback(True)
    night(ARCHIVED)
    actions.confirm(by=SYSTEM, at=at(ARCHIVED), service=care.pk)
    assert Service.objects.get().standing == "waiting", "the archive made its check void"


@pytest.mark.django_db
@pytest.mark.parametrize(("email", "told"), [("hall@example.org", True), ("", False)])
def test_where_nobody_speaks_for_it_the_listings_own_address_is_asked(listed: Lister, email: str, told: bool) -> None:
    service = listed("Bingo", email=email)
    night(ASKED)
    assert [message.to for message in Message.objects.all()] == ([email] if email else [])
    staff = user("cy")
    give_role(by=SYSTEM, at=AT, user=staff, role="editor", starts_on=SAID)
    page = text(signed_in(staff).get("/old-listings"))
    assert f'href="/listings-to-check/{service.pk}"' in page and ("No: call them" in page) is not told


@pytest.mark.django_db
def test_its_people_see_why_it_is_hidden_and_put_it_back(ours: Service) -> None:
    night(ASKED)
    night(HIDDEN)
    client = signed_in(ours.organisation.members.get().user)
    assert "nobody has told us for a long time" in text(client.get(f"/your-services/{ours.pk}"))
    client.post(f"/your-services/{ours.pk}/confirm")
    assert Client().get(f"/find-support/{ours.pk}").status_code == 200


@pytest.mark.django_db
def test_the_database_refuses_a_stage_that_there_is_not(ours: Service) -> None:
    @action("test.stage_spoilt")
    def spoil(*, by: Actor, at: Any) -> None:
        StaleEntry.objects.create(service=ours, stage="lost", since=SAID, told=True)

    with pytest.raises(IntegrityError, match="stale_entry_stage_known"), transaction.atomic():
        spoil(by=SYSTEM, at=AT)


def test_the_numbers_stand_in_the_method_page_as_well() -> None:
    from pathlib import Path

    page = (Path(__file__).resolve().parents[3] / "docs/method/trust.md").read_text(encoding="utf-8")
    months = [int(line.split("|")[1]) for line in page.splitlines() if line.startswith(("| 6 ", "| 9 ", "| 24 "))]
    assert months == [MONTHS[stage] for stage in Stage] and f"{BETWEEN.days} days" in page
