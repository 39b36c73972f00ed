"""Who changed what a service says, and when."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from marketcross.web.core.models import AuditEvent, History, User

SAID = {
    "directory.service_listed": lazy("Listed"),
    "directory.service_changed": lazy("Changed"),
    "directory.service_confirmed": lazy("Still right"),
    "directory.service_checked": lazy("Checked"),
    "directory.service_hidden": lazy("Hidden"),
    "directory.service_shown": lazy("Shown again"),
    "directory.service_held_back": lazy("Waits: the CQC's register does not carry it"),
    "directory.registration_confirmed": lazy("CQC location confirmed"),
    "directory.registration_denied": lazy("CQC location is not theirs"),
    "directory.service_went_stale": lazy("Nobody said that it is still right"),
}
FIELDS = {
    "name": lazy("name"),
    "category": lazy("kind"),
    "description": lazy("what happens there"),
    "groups": lazy("who it is for"),
    "price_pence": lazy("price"),
    "price_includes": lazy("what the price includes"),
    "takes_direct_payments": lazy("direct payments"),
    "how_to_start": lazy("how to start"),
    "phone": lazy("phone"),
    "email": lazy("email"),
    "website": lazy("website"),
    "hours": lazy("times"),
    "happens": lazy("where it happens"),
    "places": lazy("place"),
    "areas": lazy("areas"),
    "cqc_location": lazy("CQC location"),
}


def changes(service: UUID) -> list[dict[str, Any]]:
    """What happened to a service, newest first: items of a timeline, with the names of the fields that changed."""
    events = list(
        AuditEvent.objects.filter(record_kind="directory.service", record_id=str(service), action__in=SAID).order_by(
            "-at", "-recorded_at"
        )[:50]
    )
    names = dict(User.objects.filter(pk__in=[e.actor_id for e in events if e.actor_id]).values_list("pk", "name"))
    fields = defaultdict(set)
    for event, field in History.objects.filter(event__in=events).values_list("event_id", "field"):
        fields[event].add(field)
    return [
        {
            "title": SAID[event.action],
            "at": event.at,
            "by": names.get(event.actor_id, _("the service")),
            "text": _changed(fields[event.pk]) if event.action == "directory.service_changed" else "",
        }
        for event in events
    ]


def _changed(fields: set[str]) -> str:
    named = ", ".join(str(words) for field, words in FIELDS.items() if field in fields)
    return _("Changed: %(fields)s") % {"fields": named} if named else _("Nothing was changed")
