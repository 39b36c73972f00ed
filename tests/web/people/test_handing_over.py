"""The pages on which everything is asked for, checked and handed over; somebody moves; what must go."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, Upload
from marketcross.web.people import actions
from marketcross.web.people.exporting.file import as_bytes
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.models import ErasureList, HeldBack, LegalHold, Move, Person, SubjectRequest

from .making import AT, SINCE, signed_in, somebody, user
from .test_exporting import full
from .test_importing import document, from_elsewhere

pytestmark = pytest.mark.django_db


def text(client: Any, address: str, **more: Any) -> str:
    return client.get(address, **more).content.decode()


def test_somebody_asks_a_colleague_checks_and_they_read_it() -> None:
    worker, owner, other = user("practitioner"), user("resident"), user("link_worker")
    one = full(worker)
    actions.link_account(by=SYSTEM, at=AT, person=one, user=owner, starts_on=SINCE)
    theirs, ours, stranger = signed_in(owner), signed_in(worker), signed_in(other)
    theirs.post(reverse("people:my_everything"))
    row = SubjectRequest.objects.get()
    answer = reverse("people:my_answer", args=[row.pk, "page"])
    assert "That is one month" in text(theirs, reverse("people:my_everything"))
    assert theirs.get(answer).status_code == 404, "nothing before it was checked"
    assert "Wenna Tolgarth" in text(ours, reverse("people:requests"))
    assert "Wenna Tolgarth" not in text(stranger, reverse("people:requests"))
    page = reverse("people:everything", args=[one.pk])
    assert stranger.get(page).status_code == 404
    form = ours.get(page).context["form"]
    back = {item.key: "other_person" for item in form.items if "Kerra" in item.words}
    ours.post(page, {"what": "check", "seen": form.initial["seen"], **back})
    assert HeldBack.objects.count() == len(back) > 0
    assert theirs.get(answer).status_code == 404, "nothing before it was handed over"
    assert "Stamped power" in text(ours, reverse("people:everything_file", args=[one.pk, "page"]))
    ours.post(page)
    said = text(theirs, answer)
    assert "Stamped power" in said and "Kerra" not in said and "What we did not send" in said
    file = theirs.get(reverse("people:my_answer", args=[row.pk, "file"]))
    assert "Kerra" not in file.content.decode() and json.loads(file.content)["format"] == "marketcross-person"
    assert theirs.get(reverse("people:my_answer", args=[row.pk, "large"])).content.startswith(b"%PDF")
    for client in (stranger, signed_in(user("carer"))):
        assert client.get(answer).status_code in {403, 404}


def test_a_change_while_it_is_looked_over_is_looked_over_again() -> None:
    worker = user("practitioner")
    one = full(worker)
    ours = signed_in(worker)
    page = reverse("people:everything", args=[one.pk])
    assert ours.get(page).status_code == 302, "nobody asked yet"
    ours.post(reverse("people:asked", args=[one.pk]), {"how": "letter", "asked_on": "2026-11-01"})
    seen = ours.get(page).context["form"].initial["seen"]
    actions.change_contact(by=SYSTEM, at=AT, person=one, kind="telephone", value="01632 960123")
    again = ours.post(page, {"what": "check", "seen": seen})
    assert "has changed since" in again.content.decode()
    ours.post(page, {"what": "check", "seen": again.context["form"].data["seen"]})
    assert SubjectRequest.objects.get().content is not None


def test_more_time_is_asked_for_with_a_reason() -> None:
    worker = user("practitioner")
    one = full(worker)
    ours, page = signed_in(worker), reverse("people:everything", args=[one.pk])
    ours.post(reverse("people:asked", args=[one.pk]), {"how": "told", "asked_on": SINCE})
    late = ours.post(page, {"what": "longer", "until": "2026-03-20", "why": "Papers"})
    assert "first month is over" in late.content.decode()


def test_a_record_is_handed_to_another_council_and_taken_in_there() -> None:
    worker = user("practitioner")
    one = full(worker)
    ours = signed_in(worker)
    page = reverse("people:move", args=[one.pk])
    file = ours.post(page, {"council": "Othershire", "moves_on": "2026-12-01"})
    assert json.loads(file.content)["checksum"] == Move.objects.get().checksum
    assert "Othershire" in text(ours, page)
    assert AuditEvent.objects.filter(action="people.moved_away").exists()


def sent(client: Any, content: bytes) -> str:
    file = SimpleUploadedFile("person.json", content, "application/json")
    answer = client.post(reverse("people:take_in"), {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_a_file_is_shown_before_anything_is_kept_and_a_person_decides() -> None:
    made = from_elsewhere(full)
    worker = user("practitioner")
    near = somebody(lines="7 Quay Street")
    actions.assign(by=SYSTEM, at=AT, person=near.pk, user=worker, starts_on=SINCE)
    ours = signed_in(worker)
    page = sent(ours, as_bytes(made))
    assert "1 Mill Lane" in text(ours, page) and Person.objects.count() == 1
    assert signed_in(user("link_worker")).get(page).status_code == 404, "a file is its sender's"
    assert "Choose what to do" in ours.post(page, {"moves_on": "2026-12-01"}).content.decode()
    done = ours.post(page, {"what": "add", "moves_on": "2026-12-01"})
    assert done.status_code == 302 and Person.objects.count() == 2 and not Upload.objects.exists()
    assert "Where to live" in text(ours, reverse("people:move", args=[Person.objects.exclude(pk=near.pk).get().pk]))


def test_a_bad_file_says_everything_and_can_only_be_removed() -> None:
    made = from_elsewhere(lambda: somebody(given="<script>alert(1)</script>"))
    ours = signed_in(user("practitioner"))
    page = sent(ours, as_bytes(made))
    assert "<script>alert" not in text(ours, page) and "&lt;script&gt;" in text(ours, page)
    made["record"][0]["rows"][0]["sex"] = "<b>no</b>"
    page = sent(ours, as_bytes(made))
    said = text(ours, page)
    assert "checksum" in said and "people.person[0].sex" in said and "<b>no</b>" not in said
    ours.post(page, {"what": "add", "moves_on": "2026-12-01"})
    assert not Person.objects.exists() and Upload.objects.count() == 1


def test_what_must_go_names_nobody_and_takes_two() -> None:
    from .test_retention import zenobia

    one = zenobia()
    first, second = signed_in(user("auditor")), signed_in(user("administrator"))
    page = reverse("people:erasing")
    first.post(page)
    waiting = ErasureList.objects.get()
    said = text(second, page)
    assert "Zenobia" not in said and str(one.return_id) in said and str(one.pk) not in said
    decide = reverse("people:erasing_decided", args=[waiting.pk])
    assert "Somebody else must confirm" in first.post(decide, {"what": "confirm"}, follow=True).content.decode()
    assert "It is confirmed" in second.post(decide, {"what": "confirm"}, follow=True).content.decode()
    assert signed_in(user("editor")).get(page).status_code == 403


def test_a_hold_is_placed_and_lifted() -> None:
    worker = user("practitioner")
    one = full(worker)
    ours, page = signed_in(worker), reverse("people:hold", args=[one.pk])
    assert "Say why" in ours.post(page, {"what": "place", "words": ""}).content.decode()
    ours.post(page, {"what": "place", "words": "A claim"})
    hold = LegalHold.objects.get()
    assert "A claim" in text(ours, page)
    assert "people.legalhold" in [section.kind for section in held_about(one.pk).trail]
    assert ours.post(page, {"what": "lift", "hold": "x"}).status_code == 404
    ours.post(page, {"what": "lift", "hold": str(hold.pk)})
    assert not LegalHold.objects.filter(ends_on__isnull=True).exists()


def test_the_file_is_what_the_reference_says() -> None:
    assert document(full())["record"]
