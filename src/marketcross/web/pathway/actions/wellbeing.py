"""Write down how somebody says they are, before and after."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Introduction, Wellbeing
from marketcross.web.pathway.moves import MoveRefused


@action("pathway.wellbeing_recorded")
def record_wellbeing(
    *, by: Actor, at: datetime, introduction: UUID, moment: str, answers: Mapping[str, int | None]
) -> Wellbeing:
    """Keep the answers ``before`` or ``after``; given again, they replace those of that moment."""
    found = Introduction.objects.select_for_update().get(pk=introduction)
    if found.begun_on is None:
        raise MoveRefused(_("Begin with the introduction first."))
    if moment == Wellbeing.Moment.AFTER and not found.wellbeing.filter(moment=Wellbeing.Moment.BEFORE).exists():
        raise MoveRefused(_("There are no answers from before, so there is nothing to compare with."))
    values = {name: answers.get(name) for name in ("satisfied", "worthwhile", "happy", "anxious")}
    kept, _made = Wellbeing.objects.update_or_create(
        introduction=found, moment=moment, defaults=values | {"on": timezone.localdate(at)}
    )
    note(kept, moment=moment, on=kept.on, **values)
    return kept
