"""Publishing's background work. Run twice, each does its work once."""

from datetime import date

from procrastinate.contrib.django import app

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.jobs import RETRY


@app.task(name="publishing.count_wants", queue="publishing", retry=RETRY)
def count_wants(starts_on: str, ends_on: str, threshold: int, rounded_to: int, by: str) -> None:
    """Count the wants of some months; months that were counted meanwhile stay as they are."""
    from uuid import UUID

    from django.utils import timezone

    from marketcross.web.core.models.audit import ActorKind

    from .actions import MonthsTaken
    from .actions import count_wants as count

    try:
        count(
            by=Actor(ActorKind.USER, UUID(by)) if by else SYSTEM,
            at=timezone.now(),
            starts_on=date.fromisoformat(starts_on),
            ends_on=date.fromisoformat(ends_on),
            threshold=threshold,
            rounded_to=rounded_to,
        )
    except MonthsTaken:
        return


@app.task(name="publishing.publish_edition", queue="publishing", retry=RETRY)
def publish_edition(edition: str) -> None:
    """Build an edition and put it where everybody reads it; on failure the old one stands."""
    from uuid import UUID

    from .live.publishing import publish

    publish(UUID(edition))
