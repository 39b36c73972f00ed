"""Gather the looks of a period for the auditor: who and when, and of the person no more than an opaque number."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.audit.viewing import SEEN
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.people.models import AccessReason, Address, Name, Person, PersonAccount
from marketcross.web.people.unusual import Seen

from .looks import KIND

MOST = 20_000  # looks in one gathering; a council of 300,000 has fewer in a week


def looks_between(from_: date, until: date) -> list[Seen]:
    """All looks of staff and helpers at people's records on days ``[from_, until)``, newest first."""
    start, end = (timezone.make_aware(datetime(day.year, day.month, day.day)) for day in (from_, until))
    events = AuditEvent.objects.filter(action=SEEN, record_kind=KIND, at__gte=start, at__lt=end).order_by("-at")
    return list(_seen(list(events[:MOST])))


def _seen(events: list[AuditEvent]) -> Iterator[Seen]:
    users = User.objects.in_bulk({event.actor_id for event in events})
    people = {str(p.pk): p for p in Person.objects.filter(pk__in={event.record_id for event in events})}
    names, homes = _family_names(people.values()), _homes({p.pk for p in people.values()})
    own = {row.user_id: row.person_id for row in PersonAccount.objects.filter(user__in=users)}
    own_homes = _homes(set(own.values()))
    reasons = list(AccessReason.objects.filter(user__in=users, person__in=[p.pk for p in people.values()]))
    for event in events:
        user, person = users[event.actor_id], people.get(event.record_id)
        if person is None:
            continue
        reason = _reason(reasons, user.pk, person.pk, timezone.localdate(event.at))
        mine = own_homes.get(own.get(user.pk, user.pk), set())
        yield Seen(
            at=event.at,
            user=user.pk,
            user_name=user.name,
            reference=str(person.return_id),
            beyond=reason is not None,
            emergency=bool(reason and reason.emergency),
            same_family_name=_family(user.name) in names.get(person.pk, set()),
            same_address=bool(mine & homes.get(person.pk, set())) and own.get(user.pk) != person.pk,
        )


def _reason(reasons: list[AccessReason], user: UUID, person: UUID, on: date) -> AccessReason | None:
    held = [r for r in reasons if r.user_id == user and r.person_id == person and r.starts_on <= on < r.ends_on]
    return max(held, key=lambda one: one.emergency, default=None)


def _family(name: str) -> str:
    """The last word of an account's name, without what stands in brackets after it."""
    words = name.partition("(")[0].split()
    return words[-1].casefold() if words else ""


def _family_names(people: object) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    for name in Name.objects.filter(person__in=list(people)).exclude(family=""):  # type: ignore[call-overload]
        found.setdefault(name.person_id, set()).add(name.family.casefold())
    return found


def _homes(people: set[UUID]) -> dict[UUID, set[tuple[str, str]]]:
    """Addresses of now and before, alike however they were spaced and written large or small."""
    found: dict[UUID, set[tuple[str, str]]] = {}
    for home in Address.objects.filter(person__in=people).exclude(lines=""):
        key = (" ".join(home.lines.casefold().replace(",", " ").split()), home.postcode)
        found.setdefault(home.person_id, set()).add(key)
    return found


def unread_reasons(since: date) -> list[AccessReason]:
    """Reasons that nobody has read yet, of the last weeks, for the auditor."""
    rows = AccessReason.objects.filter(read_on__isnull=True, starts_on__gte=since - timedelta(days=90))
    return list(rows.select_related("user", "person").order_by("-recorded_at")[:100])
