"""What must go goes, wholly and only then; counts stay true; two people agree; a hold stops it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.messages.actions import send
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.pathway import actions as pathway
from marketcross.web.pathway.models import Introduction, Plan, PlanLine, PreferenceNote, UnmetPreference
from marketcross.web.pathway.queries import unmet_preferences, want_to_choice
from marketcross.web.people import actions, queries
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.exporting.requests import ask
from marketcross.web.people.finding import find
from marketcross.web.people.merging.acting import merge
from marketcross.web.people.models import (
    AccessReason,
    ContactDetail,
    ErasureItem,
    ErasureList,
    LegalHold,
    Person,
    Relationship,
)
from marketcross.web.people.retention import erasing, schedule
from marketcross.web.people.retention.due import due, due_person
from marketcross.web.people.retention.erasing import erase_person
from marketcross.web.people.retention.holding import lift_hold, place_hold
from marketcross.web.people.retention.lists import carry_out, confirm, propose, withdraw
from marketcross.web.publishing.evidence.asking import asked

from ..pathway.conftest import Council, council
from ..pathway.making import introduced, lined, planned, wanted
from .making import AT, NHS, SINCE, days_ago, moment, somebody, today, user

__all__ = ["council"]  # a fixture
NINE_YEARS = 9 * 365 + 3
OLD = moment(today() - timedelta(days=NINE_YEARS))
SECRETS = ("Zenobia", "Quirkleby", "17 Wobblestone", "ZX1 9QQ", "07700 900987", "zenobia@", NHS, "Peregrine")
SECRETS_PLAIN = ("zenobia", "quirkleby", "wobblestone", "zx19qq", "07700900987", "peregrine")


def everywhere() -> Iterator[tuple[str, str]]:
    """Every text in every table of the database, JSON and lists included, as PostgreSQL writes a row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield from ((table, row) for (row,) in cursor.fetchall())


def found_of(secrets: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(table, secret) for table, row in everywhere() for secret in secrets if secret.casefold() in row.casefold()}


def zenobia(council: Council | None = None) -> Person:
    """Somebody of long ago about whom everything is held, with a plan and wants where there is a council."""
    one = somebody(
        given="Zenobia", family="Quirkleby", born_on=date(1931, 2, 28), lines="17 Wobblestone Lane", postcode="ZX1 9QQ",
        nhs_number=NHS, mobile="07700 900987", email="zenobia@example.org", at=OLD,
    )  # fmt: skip
    own, worker = user("resident", "Zenobia"), council.practitioner if council else user("practitioner")
    by = Actor.of(worker)
    actions.link_account(by=SYSTEM, at=OLD, person=one, user=own, starts_on=OLD.date())
    actions.change_contact(by=by, at=OLD, person=one, kind="mobile", value="07700 900988")
    actions.change_contact(by=by, at=OLD, person=one, kind="mobile", value="07700 900987")
    actions.add_relationship(
        by=by, at=OLD, person=one, kind="family", outside_name="Peregrine Quirkleby", starts_on=OLD.date()
    )
    held = actions.assign(by=by, at=OLD, person=one.pk, user=worker, starts_on=OLD.date())
    actions.record_capacity(
        by=by, at=OLD, person=one, decision="Peregrine's visits", has_capacity=True, decided_on=OLD.date(),
        decided_by=worker,
    )  # fmt: skip
    send(by=by, at=OLD, template="sign_in_link", to="zenobia@example.org", about=one, name="Zenobia", link="x")
    if council:
        lived(one, council)
    actions.end_assignment(by=by, at=OLD, assignment=held, ends_on=OLD.date() + timedelta(days=2))
    actions.record_death(by=by, at=OLD, person=one, died_on=OLD.date() + timedelta(days=1))
    return Person.objects.get(pk=one.pk)


def lived(one: Person, council: Council) -> None:
    """A plan, an introduction and wants, all of long ago and ended."""
    plan, outcome = planned(one, council.practitioner, at=OLD)
    lined(plan, outcome, council.practitioner, at=OLD, words="Zenobia goes with Peregrine")
    wanted(council.practitioner, outcome=outcome.pk, at=OLD, words="Zenobia said: like the one in Quirkleby Street")
    made = introduced(one, council.link_worker, at=OLD, goal="Zenobia wants to sing")
    wanted(council.link_worker, introduction=made.pk, at=OLD, category="lunch-club", group="older_people")
    pathway.end_introduction(by=SYSTEM, at=OLD, introduction=made.pk, because="done")
    pathway.end_plan(
        by=SYSTEM, at=OLD, plan=plan.pk, edition=Plan.objects.get(pk=plan.pk).edition, because="not_needed"
    )


def counted() -> dict[str, Any]:
    """What evidence and returns rest on: counts by every code, distinct people, days to a choice."""
    from_, until = OLD.date() - timedelta(days=400), today() + timedelta(days=1)
    rows = list(unmet_preferences(from_, until))
    return {
        "wants": sorted(
            (r.category, r.locality, r.group, r.time, r.price, r.on, r.chosen_on, r.withdrawn_on) for r in rows
        ),
        "who": len({one.who for one in asked(from_, until)}),
        "cells": sorted((one.cell, one.on) for one in asked(from_, until)),
        "choice": want_to_choice(from_, until),
        "people": Person.objects.filter(merged_into__isnull=True).count(),
        "plans": sorted(Plan.objects.values_list("state", "of", "started_on", "ended_on")),
        "lines": sorted(PlanLine.objects.values_list("means", "weekly_pence", "added_on"), key=str),
        "introductions": sorted(Introduction.objects.values_list("state", "introduced_by", "introduced_on")),
    }


@pytest.mark.django_db
def test_after_erasing_no_table_holds_what_was_erased_and_every_count_is_as_before(council: Council) -> None:
    one = zenobia(council)
    assert {secret for _, secret in found_of(SECRETS)} == set(SECRETS), "all of it was there"
    before = counted()
    husk = erase_person(by=SYSTEM, at=AT, person=one.pk, schedule="person")
    assert found_of((*SECRETS, *SECRETS_PLAIN)) == set()
    assert counted() == before
    assert not PreferenceNote.objects.exists() and UnmetPreference.objects.filter(person=husk).count() == 2
    assert not Person.objects.filter(pk=one.pk).exists()


@pytest.mark.django_db
def test_what_stays_leads_nowhere_and_is_shown_to_nobody(council: Council) -> None:
    one = zenobia(council)
    number = one.return_id
    husk = erase_person(by=SYSTEM, at=AT, person=one.pk, schedule="person")
    assert husk.pk != one.pk and husk.return_id != number
    assert not queries.may(council.practitioner, husk.pk, today()) and not find(
        council.practitioner, "zenobia", today()
    )
    assert not queries.visible(council.practitioner, today()).filter(pk=husk.pk).exists()
    assert AuditEvent.objects.filter(record_id=str(one.pk), action="people.erased").count() == 1, "digests stay"
    assert due_person(husk.pk, today()) is None or husk.pk not in {item.person for item in due(today())}


@pytest.mark.django_db
def test_a_merged_record_goes_with_the_one_it_leads_to() -> None:
    one = zenobia()
    other = somebody(given="Zenobiah", family="Quirkleby", lines="17 Wobblestone Road", at=OLD)
    merge(by=SYSTEM, at=OLD, kept=one.pk, gone=other.pk)
    erase_person(by=SYSTEM, at=AT, person=other.pk, schedule="person")
    assert found_of(("Zenobia", "Wobblestone", "Quirkleby")) == set()


@pytest.mark.django_db
def test_whoever_named_the_erased_keeps_their_own_record_whole() -> None:
    other, one = somebody(given="Living", family="Relative"), zenobia()
    actions.add_relationship(
        by=SYSTEM, at=AT, person=other, kind="carer", other=one, starts_on=SINCE, described_as="my aunt Zenobia"
    )
    erase_person(by=SYSTEM, at=AT, person=one.pk, schedule="person")
    assert Relationship.objects.filter(person=other, kind="carer").count() == 1
    assert {kind for kind, _ in found_of(("Zenobia",))} <= {"core_history"}, "in the words of the other's own history"
    assert queries.person(other.pk).name == "Living Relative"  # type: ignore[union-attr]
    assert "people.relationship" not in [section.kind for section in held_about(other.pk).record]


@pytest.mark.django_db
def test_staff_who_are_also_residents_keep_their_account() -> None:
    one, worker = zenobia(), user("practitioner", "Staff")
    other = somebody(given="Of", family="Staff", at=OLD)
    actions.link_account(by=SYSTEM, at=OLD, person=other, user=worker, starts_on=SINCE)
    erase_person(by=SYSTEM, at=AT, person=other.pk, schedule="person")
    assert User.objects.get(pk=worker.pk).is_active and Person.objects.filter(pk=one.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "step", ["_forget_history", "close_accounts", "_leave_nameless", "_remove", "forget_words", "note"]
)
def test_a_power_cut_at_any_step_leaves_everything(
    step: str, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = zenobia(council)
    before = sorted(everywhere())

    def cut(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(erasing, step, cut)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        erase_person(by=SYSTEM, at=AT, person=one.pk, schedule="person")
    assert sorted(everywhere()) == before


@pytest.mark.parametrize(
    ("since", "due_on"),
    [
        (date(2016, 2, 28), date(2024, 2, 28)),
        (date(2016, 2, 29), date(2024, 2, 29)),
        (date(2016, 3, 1), date(2024, 3, 1)),
        (date(2020, 2, 29), date(2028, 2, 29)),
    ],
)
def test_eight_years_are_counted_to_the_day(since: date, due_on: date) -> None:
    assert schedule.schedule()["person"].due_after(since) == due_on


@pytest.mark.django_db
def test_a_record_goes_on_its_day_and_not_the_day_before_and_the_longest_row_counts() -> None:
    one = zenobia()
    last = due_person(one.pk, today())
    assert last and last.schedule == "person" and last.since == OLD.date() + timedelta(days=2)
    on_time = last.due_on
    assert one.pk not in {item.row for item in due(on_time - timedelta(days=1))}
    assert one.pk in {item.row for item in due(on_time)}
    actions.give_reason(by=SYSTEM, at=AT, person=one, user=user("link_worker"), reason="call", words="A niece rang")
    assert AccessReason.objects.get().person_id == one.pk
    assert one.pk not in {item.row for item in due(today())}, "a look is kept for eight years, and the record with it"


@pytest.mark.django_db
def test_nobody_goes_whom_somebody_works_with_or_owes_an_answer(council: Council) -> None:
    one, met, dead = somebody(at=OLD), zenobia(), today() + timedelta(days=800)
    pathway.introduce(by=SYSTEM, at=OLD, person=one.pk, introduced_by="gp")
    assert due_person(one.pk, dead) is None
    ask(by=SYSTEM, at=moment(today()), person=met.pk, how="told")
    assert due_person(met.pk, today()) is None


@pytest.mark.django_db
def test_a_record_that_nobody_ever_worked_on_goes_after_a_year() -> None:
    one = somebody()
    found = due_person(one.pk, today())
    assert found and found.schedule == "person_never_met"
    assert one.pk in {item.row for item in due(found.due_on)}
    assert one.pk not in {item.row for item in due(found.due_on - timedelta(days=1))}


@pytest.mark.django_db
def test_an_old_number_goes_before_the_record_and_leaves_no_trace() -> None:
    one = somebody(mobile="07700 900987", at=moment(days_ago(900)))
    actions.assign(by=SYSTEM, at=AT, person=one.pk, user=user("practitioner"), starts_on=SINCE)
    actions.change_contact(by=SYSTEM, at=moment(days_ago(500)), person=one, kind="mobile", value="07700 900111")
    listed = propose(by=SYSTEM, at=moment(today()), user=user("auditor"))
    confirm(by=SYSTEM, at=moment(today()), of=listed, user=user("administrator"))
    assert carry_out(listed, at=moment(today())) == 1
    assert found_of(("07700 900987", "07700900987")) == set()
    assert ContactDetail.objects.get(person=one).value == "07700 900111"


@pytest.mark.django_db
def test_nothing_goes_before_another_one_has_confirmed_it() -> None:
    one, first, second = zenobia(), user("auditor"), user("administrator")
    listed = propose(by=SYSTEM, at=moment(today()), user=first)
    assert Person.objects.filter(pk=one.pk).exists() and listed.items.filter(row=one.pk).exists()
    with pytest.raises(ValidationError, match="Somebody else"):
        confirm(by=SYSTEM, at=moment(today()), of=listed, user=first)
    with pytest.raises(ValidationError, match="waits already"):
        propose(by=SYSTEM, at=moment(today()), user=second)
    confirm(by=SYSTEM, at=moment(today()), of=listed, user=second)
    with pytest.raises(ValidationError, match="confirmed already"):
        withdraw(by=SYSTEM, at=moment(today()), of=listed)
    carry_out(listed, at=moment(today()))
    carry_out(listed, at=moment(today()))
    assert found_of(SECRETS) == set() and not ErasureList.objects.filter(done_at__isnull=True).exists()


@pytest.mark.django_db
def test_a_hold_stops_it_even_after_it_was_confirmed_until_it_is_lifted() -> None:
    one, first, second = zenobia(), user("auditor"), user("administrator")
    listed = propose(by=SYSTEM, at=moment(today()), user=first)
    confirm(by=SYSTEM, at=moment(today()), of=listed, user=second)
    hold = place_hold(by=SYSTEM, at=moment(today()), person=one, user=first, words="A claim by her son")
    carry_out(listed, at=moment(today()))
    assert Person.objects.filter(pk=one.pk).exists()
    assert set(listed.items.values_list("outcome", flat=True)) == {ErasureItem.Outcome.STOPPED}
    assert one.pk not in {item.person for item in due(today())}
    lift_hold(by=SYSTEM, at=moment(today()), hold=hold)
    assert not LegalHold.objects.exists() and one.pk in {item.person for item in due(today())}
    with pytest.raises(ValidationError):
        place_hold(by=SYSTEM, at=moment(today()), person=one, user=first, words=" ")


@pytest.mark.django_db
def test_a_list_can_be_withdrawn_and_an_empty_one_is_not_made() -> None:
    first = user("auditor")
    with pytest.raises(ValidationError, match="Nothing must go"):
        propose(by=SYSTEM, at=moment(today()), user=first)
    zenobia()
    listed = propose(by=SYSTEM, at=moment(today()), user=first)
    withdraw(by=SYSTEM, at=moment(today()), of=listed)
    assert not ErasureList.objects.exists() and not ErasureItem.objects.exists()


def test_every_table_of_the_pathway_that_leads_to_a_person_goes_or_stays_nameless() -> None:
    from marketcross.web.people.exporting.kinds import kinds
    from marketcross.web.people.retention.registering import going, nameless

    decided = {one.model for one in [*going(), *nameless()]}
    free = {kind.name: kind for kind in kinds() if kind.name.startswith("pathway.") and kind.looked_over}
    words = {(one.model, word) for one in nameless() for word in (*one.words, *one.data)}
    gone = {one.model for one in going()}
    for kind in free.values():
        assert kind.model in decided, kind.name
        assert kind.model in gone or {(kind.model, name) for name in kind.looked_over} <= words, kind.name


def test_moments_are_of_long_ago() -> None:
    assert isinstance(OLD, datetime) and OLD.date() < days_ago(8 * 366)
