"""The directory's background work."""

from procrastinate.contrib.django import app

from .api import jobs as api_jobs  # noqa: F401 - its tasks register themselves


@app.periodic(cron="37 3 * * *")
@app.task(name="directory.forget_marks", queueing_lock="directory.forget_marks")
def forget_old_marks(timestamp: int) -> None:
    """Delete what keeps a want from counting twice once it has done so for four weeks, each night."""
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.actions.wants import forget_marks, old_days

    at = timezone.now()
    if old_days(at).exists():
        forget_marks(by=SYSTEM, at=at)
