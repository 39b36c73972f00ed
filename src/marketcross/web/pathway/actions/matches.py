"""A listed service that could meet a want: found, told, chosen or declined, or lost again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.messages import send
from marketcross.web.pathway.events import PreferenceMet
from marketcross.web.pathway.models import Match, UnmetPreference
from marketcross.web.pathway.moves import require
from marketcross.web.people.queries import workers_of

from .steps import name_of

FOUND = "service_for_a_want"


@action("pathway.match_found")
def find_matches(
    *, by: Actor, at: datetime, service: UUID, preferences: Iterable[UUID], tell_workers: bool = True
) -> list[Match]:
    """Put a service before the workers of those who want it: one match a want, one message a worker, naming nobody."""
    name, on = name_of(service), timezone.localdate(at)
    made = [
        # A service that a worker found by hand may have been listed before the want.
        Match.objects.create(preference=want, service=service, service_name=name, found_on=max(on, want.noted_on))
        for want in UnmetPreference.objects.filter(pk__in=list(preferences)).order_by("pk")
    ]
    for match in made:
        note(match, preference=match.preference_id, service=service, found_on=match.found_on)
    if tell_workers:
        _tell_workers(by, at, made)
    return made


def _tell_workers(by: Actor, at: datetime, matches: list[Match]) -> None:
    people = UnmetPreference.objects.filter(matches__in=matches).values_list("person", flat=True).distinct()
    emails = {worker.email for person in people for worker in workers_of(person, timezone.localdate(at))}
    for email in sorted(emails):
        send(by=by, at=at, template=FOUND, to=email, about=matches[0])


def _locked(match: UUID) -> Match:
    return Match.objects.select_for_update(of=("self",)).select_related("preference").get(pk=match)


def _moved(match: Match, move: str, state: str, **days: object) -> Match:
    require("match", match.state, move)
    match.state = state
    for name, day in days.items():
        setattr(match, name, day)
    match.save(update_fields=["state", *days])
    note(match, state=state, **days)
    return match


@action("pathway.match_told")
def tell(*, by: Actor, at: datetime, match: UUID) -> Match:
    """The person has heard of the service."""
    return _moved(_locked(match), "tell", Match.State.TOLD, told_on=timezone.localdate(at))


@action("pathway.match_chosen")
def choose(*, by: Actor, at: datetime, match: UUID) -> Match:
    """The person chooses the service: the want has come to its choice."""
    found, on = _locked(match), timezone.localdate(at)
    want = UnmetPreference.objects.select_for_update().get(pk=found.preference_id)
    require("preference", want.state, "choose")
    _moved(found, "choose", Match.State.CHOSEN, answered_on=on)
    want.state, want.met_by, want.chosen_on = UnmetPreference.State.CHOSEN, found.service, on
    want.save(update_fields=["state", "met_by", "chosen_on"])
    note(want, met_by=found.service, chosen_on=on)
    publish(PreferenceMet(preference=str(want.pk), service=str(found.service)))
    return found


@action("pathway.match_declined")
def decline(*, by: Actor, at: datetime, match: UUID) -> Match:
    """The person does not want this one; they still want what they wanted."""
    return _moved(_locked(match), "decline", Match.State.DECLINED, answered_on=timezone.localdate(at))


@action("pathway.match_lost")
def lose_matches(*, by: Actor, at: datetime, matches: Iterable[UUID]) -> None:
    """The service is no longer listed: nobody is told of it any more, and nobody can choose it."""
    for match in matches:
        _moved(_locked(match), "lose", Match.State.LOST, lost_on=timezone.localdate(at))


@action("pathway.match_found_again")
def find_again(*, by: Actor, at: datetime, matches: Iterable[UUID]) -> None:
    """The service is listed again."""
    for match in matches:
        days = {"found_on": timezone.localdate(at), "told_on": None, "lost_on": None}
        _moved(_locked(match), "find again", Match.State.FOUND, **days)
