"""Introduce somebody to a link worker, begin, and end."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Introduction
from marketcross.web.pathway.moves import MoveRefused, require
from marketcross.web.people.actions import assign
from marketcross.web.people.merging import hold_still
from marketcross.web.people.queries import person as person_of_key
from marketcross.web.people.vocabulary import AssignedPart


@action("pathway.introduced")
def introduce(*, by: Actor, at: datetime, person: UUID, introduced_by: str) -> Introduction:
    """Introduce a person to the link workers; one of them takes it up."""
    person = hold_still(person)  # a merge that runs now ends first, and one that ended is followed
    found = person_of_key(person)
    if found is None or found.died_on:
        raise MoveRefused(_("This record is closed, so nobody can be introduced."))
    made = Introduction.objects.create(
        person_id=person, introduced_by=introduced_by, introduced_on=timezone.localdate(at)
    )
    note(made, person=person, introduced_by=introduced_by, introduced_on=made.introduced_on)
    return made


def _locked(introduction: UUID) -> Introduction:
    return Introduction.objects.select_for_update().get(pk=introduction)


@action("pathway.introduction_taken")
def take(*, by: Actor, at: datetime, introduction: UUID, beside: bool = False) -> Introduction:
    """A link worker says "I will do this"; unless they are ``beside`` the person already, they are from now on."""
    found = _locked(introduction)
    require("introduction", found.state, "begin")
    if found.link_worker_id not in (None, by.id):
        raise MoveRefused(_("Another link worker has taken this introduction."))
    found.link_worker_id = by.id
    found.save(update_fields=["link_worker"])
    note(found, link_worker=by.id)
    if not beside:
        _come_beside(by, at, found.person_id)
    return found


def _come_beside(by: Actor, at: datetime, person: UUID) -> None:
    from marketcross.web.core.models import User

    user = User.objects.get(pk=by.id)
    assign(by=by, at=at, person=person, user=user, part=AssignedPart.LINK_WORKER, starts_on=timezone.localdate(at))


@action("pathway.introduction_begun")
def begin(*, by: Actor, at: datetime, introduction: UUID, goal: str) -> Introduction:
    """Write down what the person wants, in their words. Whoever does is their link worker."""
    found = _locked(introduction)
    require("introduction", found.state, "begin")
    if found.link_worker_id not in (None, by.id):
        raise MoveRefused(_("Another link worker has taken this introduction."))
    found.state, found.goal, found.link_worker_id = Introduction.State.BEGUN, goal, by.id
    found.begun_on = timezone.localdate(at)
    found.save(update_fields=["state", "goal", "link_worker", "begun_on"])
    note(found, goal=goal, link_worker=by.id, begun_on=found.begun_on)
    return found


@action("pathway.introduction_ended")
def end_introduction(*, by: Actor, at: datetime, introduction: UUID, because: str) -> Introduction:
    """End an introduction, begun or not, with a reason of the list."""
    found = _locked(introduction)
    require("introduction", found.state, "end")
    found.state, found.ended_because, found.ended_on = Introduction.State.ENDED, because, timezone.localdate(at)
    found.save(update_fields=["state", "ended_because", "ended_on"])
    note(found, ended_because=because, ended_on=found.ended_on)
    return found
