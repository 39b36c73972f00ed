"""An event is written with its cause, delivered once in effect, and survives a killed worker."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from marketcross.web.core.actions import ActionFault, action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.events import Event, deliver, publish, subscribe
from marketcross.web.core.events.bus import declare
from marketcross.web.core.models import Delivery, EventRecord, Team

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@declare("test.team_opened")
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOpened(Event):
    team: str


@action("test.open_team")
def open_team(*, by: Actor, at: datetime, name: str, fail: bool = False) -> Team:
    team = Team.objects.create(name=name)
    note(team, name=name)
    publish(TeamOpened(team=str(team.pk)))
    if fail:
        raise RuntimeError("power failed")
    return team


@action("test.twin_made")
def make_twin(*, by: Actor, at: datetime, of: str) -> None:
    note(Team.objects.create(name=f"twin of {of}"))


@subscribe(TeamOpened, "test.twin")
def on_team_opened(event: TeamOpened, *, at: datetime) -> None:
    make_twin(by=SYSTEM, at=at, of=event.team)


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'core.deliver_event'")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_an_event_and_its_job_commit_with_their_cause_or_not_at_all() -> None:
    before = jobs()
    with pytest.raises(RuntimeError):
        open_team(by=SYSTEM, at=AT, name="A", fail=True)
    assert not EventRecord.objects.exists() and jobs() == before
    open_team(by=SYSTEM, at=AT, name="A")
    assert EventRecord.objects.get().body == {"team": str(Team.objects.get().pk)} and jobs() == before + 1


@pytest.mark.django_db(transaction=True)
def test_delivering_again_has_no_second_effect() -> None:
    open_team(by=SYSTEM, at=AT, name="A")
    key = str(Delivery.objects.get().pk)
    assert [deliver(key), deliver(key), deliver(key)] == [True, False, False]
    assert Team.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_no_half_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    open_team(by=SYSTEM, at=AT, name="A")
    key = str(Delivery.objects.get().pk)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        deliver(key)
        raise KeyboardInterrupt  # the process goes before the commit
    assert Team.objects.count() == 1
    assert deliver(key) is True and Team.objects.count() == 2


def test_an_event_carries_only_plain_fields() -> None:
    with pytest.raises(TypeError, match="not plain"):

        @declare("test.wordy")
        @dataclass(frozen=True, slots=True, kw_only=True)
        class Wordy(Event):
            words: dict[str, str]


@pytest.mark.django_db
def test_publishing_outside_an_action_is_refused() -> None:
    with pytest.raises(ActionFault):
        publish(TeamOpened(team="x"))
