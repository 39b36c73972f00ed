"""The chain holds every committed event once, and shows the smallest change to any of them."""

import threading
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.audit.digest import digest
from marketcross.web.core.audit.sealing import seal
from marketcross.web.core.audit.verifying import broken_links
from marketcross.web.core.database import roles
from marketcross.web.core.database.supervisor import Server
from marketcross.web.core.models import AuditEvent, AuditSeal

from .test_actions import make_team

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
SEALED_BY = "(SELECT event_id FROM core_auditseal WHERE position = {})"


def faults() -> list[str]:
    return list(broken_links(now=timezone.now()))


def write(number: int) -> None:
    make_team(by=SYSTEM, at=AT, name=f"Team {number}")


@pytest.mark.django_db
def test_the_chain_of_nothing_one_and_many_is_whole() -> None:
    assert seal() == 0 and faults() == []
    for count in (1, 20):
        for number in range(count):
            write(count * 100 + number)
        assert seal() == count and faults() == []
    assert list(AuditSeal.objects.values_list("position", flat=True).order_by("position")) == list(range(1, 22))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (f"UPDATE core_auditevent SET action = 'other' WHERE id = {SEALED_BY.format(3)}", "link 3"),
        (f"UPDATE core_auditevent SET digests = '{{}}' WHERE id = {SEALED_BY.format(5)}", "link 5"),
        ("DELETE FROM core_auditseal WHERE position IN (2, 3)", "links 2 to 3 are missing"),
        ("UPDATE core_auditseal SET link = decode(repeat('00', 32), 'hex') WHERE position = 4", "link 4"),
    ],
)
def test_whoever_owns_the_tables_cannot_change_the_past_unseen(server: Server, damage: str, says: str) -> None:
    for number in range(6):
        write(number)
    seal()
    with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
        owner.execute(damage.encode())
    assert any(says in fault for fault in faults())


@pytest.mark.django_db
def test_an_event_unsealed_for_a_minute_is_named() -> None:
    write(1)
    event = AuditEvent.objects.get()
    assert list(broken_links(now=event.recorded_at + timedelta(seconds=60))) == []
    assert "unsealed" in next(iter(broken_links(now=event.recorded_at + timedelta(seconds=61))))


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_commits_late_is_sealed_late_and_keeps_nobody_waiting(server: Server) -> None:
    committed, may_commit = threading.Event(), threading.Event()

    def slow_writer() -> None:
        with transaction.atomic():
            write(1)
            may_commit.wait(10)
        committed.set()
        connection.close()

    thread = threading.Thread(target=slow_writer)
    thread.start()
    write(2)
    assert seal() in {0, 1}
    may_commit.set()
    assert committed.wait(10)
    thread.join()
    while seal():
        pass
    assert AuditSeal.objects.count() == 2 and faults() == []


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_make_one_chain(server: Server) -> None:
    for number in range(40):
        write(number)

    def run() -> None:
        while seal(batch=7):
            pass
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while seal():
        pass
    assert AuditSeal.objects.count() == 40 and faults() == []


def test_equal_values_of_two_records_have_different_digests() -> None:
    assert digest("a", "name", "Same") != digest("b", "name", "Same")
    assert digest("a", "name", "Same") != digest("a", "other", "Same")
    assert digest("a", "name", {"x": 1, "y": 2}) == digest("a", "name", {"y": 2, "x": 1})
