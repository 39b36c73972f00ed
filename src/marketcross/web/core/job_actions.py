"""What staff may do with background jobs."""

from datetime import datetime

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from .actions import action, note
from .actor import Actor


@action("job.tried_again")
def retry_job(*, by: Actor, at: datetime, job: ProcrastinateJob) -> None:
    """Put a failed job back into its queue, to be tried at once."""
    app.job_manager.retry_job_by_id(job.pk, at)
    note(job)
