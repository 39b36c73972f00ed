"""Wagtail's clock: what an editor scheduled is published, and what has expired is taken down."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="directory.publish_scheduled", queueing_lock="directory.publish_scheduled")
def publish_scheduled(timestamp: int) -> None:
    """Publish and take down what is due, every five minutes. Done twice, it finds nothing left to do."""
    call_command("publish_scheduled")
