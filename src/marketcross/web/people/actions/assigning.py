"""Who works beside a person."""

from datetime import date, datetime
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Team, User
from marketcross.web.people.lines import close
from marketcross.web.people.models import Assignment
from marketcross.web.people.queries import current
from marketcross.web.people.vocabulary import AssignedPart


@action("people.assigned")
def assign(
    *,
    by: Actor,
    at: datetime,
    person: UUID,
    starts_on: date,
    user: User | None = None,
    team: Team | None = None,
    part: str = "",
    ends_on: date | None = None,
) -> Assignment:
    """Let a user or a team work beside a person for a period; one of the two."""
    part = part or (AssignedPart.TEAM if team else AssignedPart.PRACTITIONER)
    made = Assignment.objects.create(
        person_id=current(person), user=user, team=team, part=part, starts_on=starts_on, ends_on=ends_on
    )
    note(made, person=str(made.person_id), user=user and str(user.pk), team=team and str(team.pk), part=part)
    return made


@action("people.assignment_ended")
def end_assignment(*, by: Actor, at: datetime, assignment: Assignment, ends_on: date) -> None:
    """End it; ``ends_on`` is the first day without it."""
    note(assignment, ends_on=ends_on)
    close(assignment, ends_on)
