"""A made small grant for a demonstration: £300 for a group's first weeks."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User

from .actions import apply_for_grant, decide_grant, note_paid, tell_what_came
from .models import SmallGrant


def make(*, at: datetime, organisations: Sequence[UUID], decided_by: User) -> list[SmallGrant]:
    """One grant that was paid and told of, and one that waits for a decision; of the first two organisations."""
    begun = at - timedelta(days=200)
    made = [
        apply_for_grant(
            by=SYSTEM, at=when, organisation=organisation, amount_pence=300_00, user=None,
            purpose="Hire a hall for twelve weeks, and buy tea and tools.", who_it_helps="People who live nearby.",
        )
        for organisation, when in zip(organisations[:2], (begun, at - timedelta(days=3)), strict=False)
    ]  # fmt: skip
    if made:
        _finish(made[0], begun, decided_by)
    return made


def _finish(grant: SmallGrant, begun: datetime, decided_by: User) -> None:
    agreed, paid = begun + timedelta(days=9), begun + timedelta(days=14)
    reason = "Many people asked for it, and it is close to their homes."
    decide_grant(by=SYSTEM, at=agreed, grant=grant.pk, agreed=True, reason=reason, user=decided_by)
    note_paid(by=SYSTEM, at=paid, grant=grant.pk, paid_on=paid.date(), reference="made")
    told = begun + timedelta(days=120)
    tell_what_came(by=SYSTEM, at=told, grant=grant.pk, came_of_it="The group meets each week and pays its own way now.")
