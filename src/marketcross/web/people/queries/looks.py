"""Who looked at a record, and why: from the audit and the reasons that were given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marketcross.web.core.audit.viewing import SEEN
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.queries import roles_of
from marketcross.web.people.models import AccessReason, Person

KIND = "person"  # as the access rules call it: pages about a person note it


@dataclass(frozen=True, slots=True)
class Look:
    """One look of one user; ``roles`` are those they held that day; ``reason`` where it was beyond their work."""

    at: datetime
    user: UUID
    name: str
    roles: frozenset[str]
    reason: AccessReason | None


def looks_at(person: UUID, *, most: int = 200) -> list[Look]:
    """The last looks at a record, newest first, with those at records that were merged into it."""
    keys = [str(person), *(str(key) for key in Person.objects.filter(merged_into=person).values_list("pk", flat=True))]
    seen = AuditEvent.objects.filter(action=SEEN, record_kind=KIND, record_id__in=keys).order_by("-at")[:most]
    return list(_looks(list(seen), person))


def _looks(seen: list[AuditEvent], person: UUID) -> Iterator[Look]:
    users = User.objects.in_bulk({event.actor_id for event in seen})
    reasons = list(AccessReason.objects.filter(person=person))
    for event in seen:
        user, day = users[event.actor_id], event.at.date()
        given = [one for one in reasons if one.user_id == user.pk and one.starts_on <= day < one.ends_on]
        yield Look(event.at, user.pk, user.name, roles_of(user, on=day), given[-1] if given else None)
