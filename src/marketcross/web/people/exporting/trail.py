"""What stands beside the rows: what fields were before, who looked, messages, the account and files."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import History, Message, Upload, User
from marketcross.web.people.models import PersonAccount, Relationship
from marketcross.web.people.queries.looks import looks_at

from .rows import Row

HISTORY, LOOKS, MESSAGES, ACCOUNT, FILES = ("core.history", "core.looks", "core.message", "core.user", "core.upload")
TITLES = {
    HISTORY: _("What stood here before"),
    LOOKS: _("Who looked at the record"),
    MESSAGES: _("Messages"),
    ACCOUNT: _("The account here"),
    FILES: _("Files that were sent"),
}
LOOKED_OVER = {HISTORY: ("value",), MESSAGES: ("body",), FILES: ("name",)}
_MOST_LOOKS = 10_000


def trail_of(people: list[UUID], rows: list[tuple[str, str]], told: set[str]) -> list[tuple[str, list[Row]]]:
    """Each kind of trail with its rows, those without any left out. ``people`` begins with the record itself;
    ``told`` are the texts that the rows themselves tell: history tells what stood there before."""
    users = list(User.objects.filter(pk__in=PersonAccount.objects.filter(person__in=people).values("user")))
    found = [
        (HISTORY, list(_history(people, rows, told))),
        (LOOKS, list(_looks(people[0]))),
        (MESSAGES, list(_messages(users))),
        (ACCOUNT, [{"name": one.name, "email": one.email, "made_on": _day(one.recorded_at)} for one in users]),
        (FILES, [{"name": one.name, "sent_on": _day(one.at)} for one in Upload.objects.filter(owner__in=users)]),
    ]
    return [(name, one) for name, one in found if one]


def texts_in(value: Any) -> Iterator[str]:
    """Every value in plain data, as text."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)
    elif value not in (None, ""):
        yield str(value)


def _history(people: list[UUID], rows: list[tuple[str, str]], told: set[str]) -> Iterator[Row]:
    """What each field was, where it no longer is. A key of another record is no value, and no row told names whoever is
    restricted."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in rows:
        by_kind.setdefault(kind, []).append(key)
    named = Relationship.objects.filter(other__in=people).exclude(person__in=people).values_list("pk", flat=True)
    others = {str(key) for key in named}
    wanted = Q(pk__in=[])
    for kind, keys in by_kind.items():
        wanted |= Q(record_kind=kind, record_id__in=[key for key in keys if key not in others])
    for row in History.objects.filter(wanted).order_by("recorded_at", "pk"):
        if _is_key(row.value) or told.issuperset(texts_in(row.value)):
            continue
        yield {
            "what": row.record_kind, "field": row.field, "value": row.value,
            "true_from": _day(row.at), "known_from": _day(row.recorded_at),
        }  # fmt: skip


def _is_key(value: Any) -> bool:
    try:
        UUID(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def _looks(person: UUID) -> Iterator[Row]:
    for one in looks_at(person, most=_MOST_LOOKS):
        yield {
            "who": one.name.partition("(")[0].strip(),
            "roles": sorted(one.roles),
            "on": timezone.localtime(one.at).isoformat(timespec="minutes"),
            "reason": one.reason.reason if one.reason else "",
        }


def _messages(users: list[User]) -> Iterator[Row]:
    """What was sent to the person's own account, but for links that let somebody in."""
    from marketcross.web.core.letters.of_message import WAY_IN

    for one in Message.objects.filter(to__in=[user.email for user in users]).order_by("at", "pk"):
        yield {"on": _day(one.at), "subject": one.subject, "body": WAY_IN.sub("", one.body)}


def _day(moment: Any) -> str:
    return timezone.localdate(moment).isoformat()
