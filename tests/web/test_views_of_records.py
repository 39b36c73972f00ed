"""Who saw a record is in the audit once in a quarter of an hour, for the price of one insert, and sealed like all."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketcross.web.core.actor import Actor
from marketcross.web.core.audit.sealing import seal
from marketcross.web.core.audit.verifying import broken_links
from marketcross.web.core.audit.viewing import SEEN, saw
from marketcross.web.core.keys import new_key
from marketcross.web.core.models import AuditEvent
from marketcross.web.core.models.audit import ActorKind

from .test_uploads import _own_folder, keep, resident, signed_in  # noqa: F401 - its uploads are records to look at

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
WHO = Actor(ActorKind.USER, UUID(int=7))


def look(*, by: Actor = WHO, at: datetime = AT, record: str = "a") -> None:
    saw(by=by, at=at, record_kind="person", record_id=record)


def seen() -> int:
    return AuditEvent.objects.filter(action=SEEN).count()


@pytest.mark.django_db
def test_a_record_seen_ten_times_in_a_quarter_of_an_hour_is_one_event() -> None:
    for minute in range(10):
        look(at=AT + timedelta(minutes=minute))
    assert seen() == 1
    event = AuditEvent.objects.get()
    assert (event.actor_id, event.record_kind, event.record_id, event.field_names) == (WHO.id, "person", "a", [])


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "events"), [(0, 1), (899, 1), (900, 2), (901, 2), (1800, 2)])
def test_the_quarters_are_those_of_the_clock(seconds: int, events: int) -> None:
    look()
    look(at=AT + timedelta(seconds=seconds))
    assert seen() == events


@pytest.mark.django_db
def test_another_person_or_another_record_is_another_event() -> None:
    look()
    look(record="b")
    look(by=Actor(ActorKind.USER, UUID(int=8)))
    assert seen() == 3


@pytest.mark.django_db
def test_seeing_costs_one_insert_and_reads_nothing() -> None:
    for times in range(2):
        with CaptureQueriesContext(
            connection,
        ) as made:
            look()
        statements = [q["sql"].split()[0] for q in made if q["sql"].split()[0] not in {"SAVEPOINT", "RELEASE"}]
        assert statements == ["INSERT"], (times, statements)


@pytest.mark.django_db(transaction=True)
def test_many_processes_at_once_write_one_event() -> None:
    def run() -> None:
        for _ in range(5):
            look()
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen() == 1


@pytest.mark.django_db
def test_the_chain_holds_views_and_their_keys_sort_by_time_like_all_others() -> None:
    look()
    look(at=AT + timedelta(minutes=15))
    keys = list(AuditEvent.objects.order_by("at").values_list("pk", flat=True))
    assert keys == sorted(keys) and keys[-1] < new_key()
    assert {key.version for key in keys} == {7}
    assert seal() == 2 and list(broken_links(now=timezone.now())) == []


@pytest.mark.django_db
def test_a_page_about_a_record_notes_it_without_its_view_knowing() -> None:
    owner = resident()
    upload = keep(owner)
    for _ in range(3):
        assert signed_in(owner).get(f"/account/files/{upload.pk}").status_code == 200
    signed_in(resident("two")).get(f"/account/files/{upload.pk}")  # not found, so not seen
    event = AuditEvent.objects.get(action=SEEN)
    assert (event.actor_id, event.record_kind, event.record_id) == (owner.pk, "upload", str(upload.pk))
    assert event.request_id is not None
