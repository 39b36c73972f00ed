"""An action is keyword-only, noted and whole; nothing else writes; and the audit can only grow."""

from datetime import UTC, datetime

import pytest
from django.db import ProgrammingError, connection, transaction

from marketcross.web.core.actions import ActionFault, action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, History, Team

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@action("test.team_made")
def make_team(*, by: Actor, at: datetime, name: str, noted: bool = True) -> Team:
    team = Team.objects.create(name=name)
    if noted:
        note(team, name=name)
    return team


@pytest.mark.django_db
def test_an_action_leaves_an_event_without_the_value_and_a_history_with_it() -> None:
    team = make_team(by=SYSTEM, at=AT, name="Home First")
    event = AuditEvent.objects.get()
    assert (event.action, event.record_kind, event.record_id) == ("test.team_made", "core.team", str(team.pk))
    assert event.field_names == ["name"] and "Home First" not in str(event.digests)
    assert History.objects.get().value == "Home First"


@pytest.mark.django_db
def test_an_action_that_notes_nothing_rolls_back() -> None:
    with pytest.raises(ActionFault):
        make_team(by=SYSTEM, at=AT, name="Silent", noted=False)
    assert not Team.objects.exists()


@pytest.mark.django_db
def test_a_write_outside_an_action_is_refused() -> None:
    with pytest.raises(ActionFault):
        Team.objects.create(name="Stray")


def test_positional_arguments_are_refused() -> None:
    with pytest.raises(ActionFault):

        @action("test.loose")
        def loose(by: Actor, at: datetime) -> None: ...


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE core_auditevent SET action = 'x'", "DELETE FROM core_auditevent"])
def test_the_database_itself_refuses_to_change_the_audit(statement: str) -> None:
    make_team(by=SYSTEM, at=AT, name="Kept")

    @action(f"test.{statement[:6].lower()}")
    def attack(*, by: Actor, at: datetime) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        attack(by=SYSTEM, at=AT)
    assert AuditEvent.objects.count() == 1
