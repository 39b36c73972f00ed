"""Start a plan, and open one for a change so that nobody overwrites another."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Plan
from marketcross.web.pathway.moves import MoveRefused, require
from marketcross.web.people.merging import hold_still
from marketcross.web.people.queries import person as person_of_key


class PlanChanged(MoveRefused):
    """Somebody changed the plan after this writer opened it."""


@action("pathway.plan_started")
def start_plan(*, by: Actor, at: datetime, person: UUID, of: str = Plan.Of.ADULT) -> Plan:
    """Start a plan; the practitioner is whoever starts it. A person has one open plan of a kind."""
    person = hold_still(person)  # a merge that runs now ends first, and one that ended is followed
    _one_at_a_time(person)
    found = person_of_key(person)
    if found is None or found.died_on:
        raise MoveRefused(_("This record is closed, so no plan can be started."))
    if Plan.objects.filter(person_id=person, of=of).exclude(state=Plan.State.ENDED).exists():
        raise MoveRefused(_("There is an open plan already. Go on with that one, or end it first."))
    plan = Plan.objects.create(
        person_id=person, of=of, practitioner_id=by.id, started_on=timezone.localdate(at), changed_by_id=by.id
    )
    note(plan, person=person, of=of, practitioner=by.id, started_on=plan.started_on)
    return plan


def _one_at_a_time(person: UUID) -> None:
    """Whoever starts a plan for the same person waits here. No constraint: merged records may bring two open plans."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"pathway.plan {person}"])


def opened(plan: UUID, *, edition: int, move: str = "change") -> Plan:
    """The plan, locked, for a move that was begun on ``edition``.

    :raises PlanChanged: somebody else changed it since.
    """
    found = Plan.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=plan)
    require("plan", found.state, move)
    if found.edition != edition:
        who = found.changed_by.name if found.changed_by else _("Somebody")
        raise PlanChanged(
            _(
                "%(who)s changed this plan while you were writing. Nothing of yours was saved yet. "
                "Read the plan as it is now; if yours still fits, send it again."
            )
            % {"who": who}
        )
    return found


AGREEMENT = {"person_agreed_on": None, "person_agreed_how": "", "council_agreed_on": None, "council_agreed_by_id": None}


def next_edition(plan: Plan, by: Actor, *, agreed: bool = False) -> None:
    """Count a change. What either side had agreed is taken back, unless the change is an agreement."""
    values = {} if agreed else AGREEMENT
    for name, value in (values | {"edition": plan.edition + 1, "changed_by_id": by.id}).items():
        setattr(plan, name, value)
    plan.save()
