"""What was restricted while two records were one stays so when they are two again: somebody may be in hiding."""

from datetime import datetime

from django.utils import timezone

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.queries import in_force
from marketcross.web.people.actions.restricting import restrict
from marketcross.web.people.models import NamedForRestricted, Person
from marketcross.web.people.models.merging import Merge


def restricted_since(merge: Merge) -> list[User]:
    """Who is named for the kept record, where it was restricted after the merge; nobody where it was not.

    Keys of events and merges are given in the order of time.
    """
    said = AuditEvent.objects.filter(action="people.restricted", record_id=str(merge.kept_id), pk__gt=merge.pk)
    if not (said.exists() and Person.objects.filter(pk=merge.kept_id, restricted=True).exists()):
        return []
    named = NamedForRestricted.objects.filter(in_force(timezone.localdate()), person=merge.kept_id)
    return list(User.objects.filter(pk__in=named.values("user")))


def restrict_both(by: Actor, at: datetime, merge: Merge, users: list[User]) -> None:
    """Restrict both records to ``users``: whom it was about, nobody can tell. Without users nothing changes."""
    for person in Person.objects.filter(pk__in=[merge.kept_id, merge.gone_id]) if users else ():
        restrict(by=by, at=at, person=person, users=users, starts_on=timezone.localdate(at))
