"""Background work. Every job may be run twice and does its work once; a killed worker's job is taken up again."""

from procrastinate.contrib.django import app

from .events.delivery import deliver

RETRIES = 5


@app.task(name="core.deliver_event", queue="events", retry=RETRIES)
def deliver_event(delivery: str) -> None:
    """Deliver one event to one subscriber."""
    deliver(delivery)
