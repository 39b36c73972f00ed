"""Take each listing that nobody has said to be right one step further."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models.functions import Greatest

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.messages.actions import send
from marketcross.web.directory.actions.standing import stand
from marketcross.web.directory.models import Service, StaleEntry
from marketcross.web.directory.queries.organisations import speakers_of

from .stages import Stage, next_stage

_SOONEST = timedelta(days=150)  # fewer days than the fewest months of stages.MONTHS: only what may be due is looked at
_TEMPLATES = {Stage.ASKED: "still_right", Stage.HIDDEN: "hidden_as_stale"}


def due(on: date) -> Iterator[tuple[Service, str]]:
    """Each service with the step that is due. What was hidden on purpose is left alone."""
    old = (
        Service.objects.select_related("stale", "organisation")
        .annotate(said_on=Greatest("confirmed_on", "checked_on"))
        .filter(said_on__lte=on - _SOONEST)
        .order_by("said_on", "pk")
    )
    for service in old:
        entry: StaleEntry | None = getattr(service, "stale", None)
        if entry is None and service.standing == Service.Standing.HIDDEN:
            continue
        stage = next_stage(
            said_on=service.said_on, on=on, stage=entry.stage if entry else None, since=entry.since if entry else None
        )
        if stage:
            yield service, stage


@action("directory.service_went_stale")
def go_stale(*, by: Actor, at: datetime, service: Service, stage: str, on: date) -> StaleEntry:
    """Take one service one step: ask, hide or archive. An archived one has to be checked anew."""
    addresses = [user.email for user in speakers_of(service.organisation_id, on)] or [service.email]
    addresses = [address for address in addresses if address]
    entry, _ = StaleEntry.objects.update_or_create(
        service=service, defaults={"stage": stage, "since": on, "told": bool(addresses)}
    )
    if stage == Stage.ARCHIVED:
        service.checked_on = None
    if stage == Stage.ASKED:
        note(service, stale=stage)
    else:
        stand(service, Service.Standing.HIDDEN)
    for address in addresses if stage in _TEMPLATES else ():
        send(
            by=by, at=at, template=_TEMPLATES[Stage(stage)], to=address, about=service, service=service.name,
            said_on=service.confirmed_on,
        )  # fmt: skip
    return entry
