"""Who speaks for an organisation."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role
from marketcross.web.directory.models import OrganisationMember


@action("directory.taken_over")
def take_over(*, by: Actor, at: datetime, organisation: UUID, user: User) -> OrganisationMember:
    """Let ``user`` change what an organisation says of itself; who had no such role becomes a provider by it."""
    day = timezone.localtime(at).date()
    member, _ = OrganisationMember.objects.get_or_create(
        organisation_id=organisation, user=user, ends_on=None, defaults={"starts_on": day}
    )
    note(member, organisation=str(organisation), user=str(user.pk), starts_on=member.starts_on)
    if not user.has_role(Role.PROVIDER):
        give_role(by=by, at=at, user=user, role=Role.PROVIDER, starts_on=day)
        del user._current_roles  # it was read before the role was given
    return member
