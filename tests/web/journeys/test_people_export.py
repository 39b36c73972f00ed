"""Somebody asks for everything and reads it; somebody moves here; two people agree on what must go."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.people.actions import add_person, assign, change_contact, link_account
from marketcross.web.people.exporting.file import as_bytes, for_another_council
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.models import Person, SubjectRequest

from .conftest import AT, SINCE, Opener, sign_in
from .test_people import somebody

pytestmark = pytest.mark.browser
Maker = Callable[..., User]


def test_somebody_asks_for_everything_a_colleague_checks_it_and_they_read_it(visit: Opener, person: Maker) -> None:
    worker, owner = person("practitioner"), person("resident")
    made = somebody(worker)
    link_account(by=SYSTEM, at=AT, person=made, user=owner, starts_on=SINCE)
    theirs = visit(width=320)
    sign_in(theirs, owner)
    theirs.open("/my-record/everything")
    theirs.press("Ask for everything")
    assert "That is one month" in theirs.page.inner_text("main")
    theirs.judge("everything-asked")

    ours = visit()
    sign_in(ours, worker)
    ours.open("/people/requests")
    ours.judge("everything-requests")
    ours.press("Wenna Tolgarth")
    ours.judge("everything-check")
    ours.page.get_by_label("Decisions about capacity: Best interests").select_option("confidence")
    ours.press("This may go out")
    ours.judge("everything-checked")
    ours.press("It is handed over")
    ours.open(f"/people/{made.pk}/move")
    ours.judge("everything-move")
    ours.open(f"/people/{made.pk}/hold")
    ours.judge("everything-hold")

    theirs.open("/my-record/everything")
    theirs.judge("everything-answered")
    theirs.press("Read it here")
    said = theirs.page.inner_text("main")
    assert "1 Mill Lane" in said and "stay in her flat" not in said
    assert "What we did not send" in said and "Who looked at the record" in said
    theirs.judge("everything-letter")
    assert SubjectRequest.objects.get().handed_on


class Elsewhere(Exception):
    """Leaves the register as it was."""


def file_of(worker: User, folder: Path) -> Path:
    path = folder / "person.json"
    try:
        with transaction.atomic():
            path.write_bytes(as_bytes(for_another_council(held_about(somebody(worker).pk), on=date(2026, 11, 22))))
            raise Elsewhere
    except Elsewhere:
        return path


def test_somebody_moves_here_and_a_person_decides(visit: Opener, person: Maker, tmp_path: Path) -> None:
    worker = person("practitioner")
    file = file_of(worker, tmp_path)
    one = visit()
    sign_in(one, worker)
    one.open("/people/take-in")
    one.judge("take-in")
    one.page.get_by_label("The file that the other council sent").set_input_files(str(file))
    one.press("Look at the file")
    assert "1 Mill Lane" in one.page.inner_text("main") and not Person.objects.exists()
    one.judge("take-in-file")
    one.page.get_by_label("Somebody new: add them").check()
    one.press("Do this")
    assert one.heading == "Wenna Tolgarth" and Person.objects.count() == 1


def test_two_people_agree_on_what_must_go(visit: Opener, person: Maker) -> None:
    long_ago, before = (timezone.now() - timedelta(days=days) for days in (900, 500))
    made = add_person(by=SYSTEM, at=long_ago, given="Wenna", family="Tolgarth", mobile="07700 900987")
    assign(by=SYSTEM, at=AT, person=made.pk, user=person("practitioner"), starts_on=SINCE)
    change_contact(by=SYSTEM, at=before, person=made, kind="mobile", value="07700 900111")
    first, second = visit(), visit(width=320)
    sign_in(first, person("auditor"))
    first.open("/staff/erasing")
    first.press("Look what must go today")
    said = first.page.inner_text("main")
    assert "contact detail: 1" in said and "Somebody else must confirm it" in said
    first.judge("erasing-first")
    sign_in(second, person("administrator"))
    second.open("/staff/erasing")
    second.judge("erasing-second")
    second.press("Confirm: erase all of this")
    assert "It is confirmed" in second.page.inner_text("main") and "Wenna" not in second.page.content()
