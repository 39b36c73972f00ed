"""Try a service together, and write down what came of it."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.queries import service as service_of
from marketcross.web.pathway.models import Introduction, Step
from marketcross.web.pathway.moves import WHY, MoveRefused


def name_of(service: UUID) -> str:
    """The name of a listed service.

    :raises MoveRefused: it is not in the directory now.
    """
    found = service_of(service)
    if found is None or not found.listed:
        raise MoveRefused(_("This service is not in the directory now. Look for another."))
    return found.name


@action("pathway.step_suggested")
def suggest_step(*, by: Actor, at: datetime, introduction: UUID, service: UUID) -> Step:
    """Suggest a service of the directory; a service is suggested once in an introduction."""
    found = Introduction.objects.select_for_update().get(pk=introduction)
    if found.state != Introduction.State.BEGUN:
        raise MoveRefused(str(WHY["introduction", found.state]))
    if found.steps.filter(service=service).exists():
        raise MoveRefused(_("You have this service on your list already."))
    step = Step.objects.create(
        introduction=found, service=service, service_name=name_of(service), suggested_on=timezone.localdate(at)
    )
    note(step, introduction=introduction, service=service, suggested_on=step.suggested_on)
    return step


@action("pathway.step_tried")
def record_result(*, by: Actor, at: datetime, step: UUID, result: str) -> Step:
    """What came of it; a later answer replaces an earlier one, and history keeps both."""
    found = Step.objects.select_for_update().get(pk=step)
    found.result, found.result_on = result, timezone.localdate(at)
    found.save(update_fields=["result", "result_on"])
    note(found, result=result, result_on=found.result_on)
    return found
