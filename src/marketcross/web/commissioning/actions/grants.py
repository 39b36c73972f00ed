"""Apply for a small grant, decide, note that it was paid, and tell what came of it."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.commissioning.models import SmallGrant
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User

State = SmallGrant.State


class NotNow(ValueError):
    """A grant that is not at the step at which this can be done."""


@action("commissioning.grant_applied_for")
def apply_for_grant(
    *,
    by: Actor,
    at: datetime,
    organisation: UUID,
    amount_pence: int,
    purpose: str,
    who_it_helps: str,
    user: User | None,
) -> SmallGrant:
    """Keep an application; ``user`` is who wrote it, None where the council entered a letter."""
    made = SmallGrant.objects.create(
        organisation_id=organisation,
        amount_pence=amount_pence,
        purpose=purpose,
        who_it_helps=who_it_helps,
        applied_on=timezone.localtime(at).date(),
        applied_by=user,
    )
    note(made, organisation=str(organisation), amount_pence=amount_pence, purpose=purpose, who_it_helps=who_it_helps)
    return made


@action("commissioning.grant_decided")
def decide_grant(*, by: Actor, at: datetime, grant: UUID, agreed: bool, reason: str, user: User) -> SmallGrant:
    """Agree or decline, with a reason that the organisation reads.

    :raises NotNow: it was decided already.
    """
    found = _at_step(grant, State.APPLIED)
    found.state = State.AGREED if agreed else State.DECLINED
    found.decided_on, found.decided_by, found.reason = timezone.localtime(at).date(), user, reason
    found.save(update_fields=["state", "decided_on", "decided_by", "reason"])
    note(found, state=found.state, decided_on=found.decided_on, decided_by=str(user.pk), reason=reason)
    return found


@action("commissioning.grant_paid")
def note_paid(*, by: Actor, at: datetime, grant: UUID, paid_on: date, reference: str = "") -> SmallGrant:
    """Note that finance paid it, on which day.

    :raises NotNow: it is not agreed, or was paid before it was agreed.
    """
    found = _at_step(grant, State.AGREED)
    if found.decided_on and paid_on < found.decided_on:
        raise NotNow("paid before it was agreed")
    found.state, found.paid_on, found.payment_reference = State.PAID, paid_on, reference
    found.save(update_fields=["state", "paid_on", "payment_reference"])
    note(found, state=found.state, paid_on=paid_on, payment_reference=reference)
    return found


@action("commissioning.grant_told")
def tell_what_came(*, by: Actor, at: datetime, grant: UUID, came_of_it: str) -> SmallGrant:
    """Keep what the organisation tells of what came of the money.

    :raises NotNow: it is not paid, or was told already.
    """
    found = _at_step(grant, State.PAID)
    found.state, found.came_of_it = State.TOLD, came_of_it
    found.save(update_fields=["state", "came_of_it"])
    note(found, state=found.state, came_of_it=came_of_it)
    return found


def _at_step(key: UUID, state: str) -> SmallGrant:
    """The grant, locked until the transaction ends: two who press at once are one after the other."""
    found = SmallGrant.objects.select_for_update().get(pk=key)
    if found.state != state:
        raise NotNow(f"the grant is {found.state}, not {state}")
    return found
