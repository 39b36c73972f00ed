"""A practitioner corrects a record; one is restricted; a helper reads what is lent; the person sees who looked."""

from collections.abc import Callable
from datetime import date

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.people.actions import (
    add_person,
    add_relationship,
    assign,
    change_contact,
    lend,
    link_account,
    record_capacity,
    see_evidence,
)
from marketcross.web.people.models import Person

from .conftest import AT, SINCE, Opener, sign_in

pytestmark = pytest.mark.browser
Maker = Callable[..., User]


def somebody(worker: User) -> Person:
    """Somebody whose record has a bit of everything."""
    made = add_person(
        by=SYSTEM, at=AT, given="Wenna", family="Tolgarth", born_on=date(1948, 5, 17), lines="1 Mill Lane\nMadetown",
        postcode="ZX1 1AA", nhs_number="9990000018", language="polish",
    )  # fmt: skip
    assign(by=SYSTEM, at=AT, person=made.pk, user=worker, starts_on=SINCE)
    change_contact(by=SYSTEM, at=AT, person=made, kind="mobile", value="07700 900111", preferred=True, safe=False)
    kin = add_relationship(
        by=SYSTEM, at=AT, person=made, kind="attorney", outside_name="Jory Pascoe", scope=["health_and_welfare"],
        starts_on=date(2026, 2, 1), ends_on=date(2026, 10, 1), described_as="nephew",
    )  # fmt: skip
    see_evidence(by=SYSTEM, at=AT, relationship=kin, evidence="Stamped power", seen_on=SINCE, seen_by=worker)
    record_capacity(
        by=SYSTEM, at=AT, person=made, decision="Where to live", has_capacity=False, decided_on=SINCE,
        decided_by=worker, best_interests="To stay in her flat, as she always said.",
    )  # fmt: skip
    return made


def test_a_practitioner_opens_a_record_corrects_it_and_sees_what_stood_before(visit: Opener, person: Maker) -> None:
    worker = person("practitioner")
    somebody(worker)
    one = visit()
    sign_in(one, worker)
    one.press("My people")
    one.judge("people-mine")
    one.press("Wenna Tolgarth")
    said = one.page.inner_text("main")
    assert one.heading == "Wenna Tolgarth" and "Leave no message" in said and "authority has ended" in said.lower()
    one.judge("people-person")
    one.press("Change Home")
    one.type("Address", "2 High Street")
    one.judge("people-correct")
    one.press("Save")
    assert "2 High Street" in one.page.inner_text("main")
    one.press("Change Home")
    one.press("What stood here before")
    assert "1 Mill Lane" in one.page.inner_text("main")
    one.judge("people-history")
    for name in ("relationships/add", "capacity", "liberty", "who-they-are", "sharing", "team", "who-looked"):
        one.open(f"/people/{Person.objects.get().pk}/{name}")
        one.judge(f"people-{name.replace('/', '-')}")
    one.open("/people/add")
    one.type("Given names", "Perran")
    one.type("Postcode", "ZX9 9ZZ")
    one.press("Add the person")
    assert "Look once more" in one.page.inner_text("main")
    one.judge("people-add")
    one.press("Add the person")
    assert "is added" in one.page.inner_text("main")


def test_a_record_is_restricted_and_a_colleague_must_ask_for_another(visit: Opener, person: Maker) -> None:
    worker, colleague = person("practitioner"), person("link_worker")
    key = somebody(worker).pk
    second = visit(width=320)
    sign_in(second, colleague)
    second.open(f"/people/{key}/ask")
    second.judge("people-ask")
    second.press("It is an emergency")
    assert second.heading == "Wenna Tolgarth"

    one = visit()
    sign_in(one, worker)
    one.open("/people/reasons")
    assert "Emergency" in one.page.inner_text("main")
    one.judge("people-reasons")
    one.press("I have read it")
    one.open(f"/people/{key}")
    one.press("Restrict who may see this record")
    one.press("Restrict this record")
    assert "Nobody but those named here" in one.page.inner_text("main")
    one.judge("people-restricted")
    second.open(f"/people/{key}")
    assert "Wenna" not in second.page.content()
    second.open(f"/people/{key}/ask")
    assert "Wenna" not in second.page.content()

    auditor = visit()
    sign_in(auditor, person("auditor"))
    auditor.press("Unusual looks")
    assert "An emergency was given" in auditor.page.inner_text("main") and "Wenna" not in auditor.page.content()
    auditor.judge("people-unusual")


def test_a_resident_sees_who_looked_keeps_a_part_back_and_lets_somebody_help(visit: Opener, person: Maker) -> None:
    worker, owner, helper = person("practitioner"), person("resident"), person("representative")
    made = somebody(worker)
    link_account(by=SYSTEM, at=AT, person=made, user=owner, starts_on=SINCE)
    lend(by=SYSTEM, at=AT, person=made, user=helper, starts_on=SINCE)
    at_work = visit()
    sign_in(at_work, worker)
    at_work.open(f"/people/{made.pk}")

    one = visit(width=320)
    sign_in(one, owner)
    one.press("My record")
    one.judge("own-record")
    one.press("Who looked at my record")
    assert "Made Practitioner" in one.page.inner_text("main")
    one.judge("own-looks")
    one.open("/my-record/keep-back")
    one.judge("own-parts")
    one.page.get_by_label("Address and ways to reach me").first.check()
    one.press("Save")
    one.press("Let somebody help me")
    assert "Made Representative" in one.page.inner_text("main")
    one.judge("own-lendings")

    other = visit()
    sign_in(other, helper)
    other.press("People I help")
    other.judge("helping")
    other.press("Wenna Tolgarth")
    assert "Mill Lane" not in other.page.content() and "Where to live" in other.page.inner_text("main")
    other.judge("helping-one")
    one.open("/my-record/helpers")
    one.press("Stop")
    other.open(f"/helping/{made.pk}")
    assert "Wenna" not in other.page.content()
