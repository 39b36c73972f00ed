"""What editors do in Wagtail, copied from its log into our audit in the same transaction."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ModelLogEntry, PageLogEntry

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.audit.writing import write_event


@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def copy_to_audit(instance: PageLogEntry | ModelLogEntry, created: bool, **_: Any) -> None:
    """Who did what to which page; Wagtail's revisions keep the words."""
    if created:
        by = Actor.of(instance.user) if instance.user else SYSTEM
        write_event(
            action=f"cms.{instance.action}",
            by=by,
            at=instance.timestamp,
            record=instance,
            values={"object": str(instance.object_id()), "label": instance.label},
            keep_values=False,
        )
