"""What editors do in Wagtail, copied from its log into our audit in the same transaction."""

from datetime import datetime
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ModelLogEntry, PageLogEntry

from marketcross.web.core.actions import action, current
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.audit.writing import write_event

Entry = PageLogEntry | ModelLogEntry


@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def copy_to_audit(instance: Entry, created: bool, **_: Any) -> None:
    """Who did what to which page; Wagtail's revisions keep the words."""
    if created:
        by = Actor.of(instance.user) if instance.user else SYSTEM
        _copy(by=by, at=instance.timestamp, entry=instance)


@action("cms.logged")
def _copy(*, by: Actor, at: datetime, entry: Entry) -> None:
    """One entry, under the name that Wagtail gave to what was done."""
    values = {"object": str(entry.object_id), "label": entry.label}
    write_event(action=f"cms.{entry.action}", by=by, at=at, record=entry, values=values, keep_values=False)
    current().noted += 1
