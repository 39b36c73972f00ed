"""Background work. Every job may be run twice and does its work once; a killed worker's job is taken up again.

PostgreSQL is the queue (procrastinate), so that a job commits with what caused it.
"""

import logging

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from .actor import SYSTEM
from .events.delivery import deliver

log = logging.getLogger("marketcross.jobs")

RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)  # about nine hours from first to last
STALLED_AFTER = 30  # seconds without a sign of life from the worker that took it


@app.task(name="core.deliver_event", queue="events", retry=RETRY)
def deliver_event(delivery: str) -> None:
    """Deliver one event to one subscriber."""
    deliver(delivery)


@app.task(name="core.send_message", queue="messages", retry=RETRY)
def send_message(message: str) -> None:
    """Send one kept message."""
    from .messages.sending import send_kept

    send_kept(message)


@app.task(name="core.scan_upload", queue="uploads", retry=RETRY)
def scan_upload(upload: str) -> None:
    """Let the virus scanner judge one upload."""
    from django.utils import timezone

    from .uploads.actions import scan_kept

    scan_kept(upload, by=SYSTEM, at=timezone.now())


@app.periodic(cron="47 3 * * *")
@app.task(name="core.sweep_uploads", queueing_lock="core.sweep_uploads")
def sweep_uploads(timestamp: int) -> None:
    """Remove files that no row names, and ask again about those that wait for the scanner, each night."""
    from django.utils import timezone

    from .uploads.actions import requeue_waiting, sweep_orphans

    removed, waiting = sweep_orphans(at=timezone.now()), requeue_waiting()
    if removed or waiting:
        log.info("uploads swept", extra={"count": removed, "state": f"{waiting} waiting"})


@app.periodic(cron="17 3 * * *")
@app.task(name="core.forget_old_drafts", queueing_lock="core.forget_old_drafts")
def forget_drafts(timestamp: int) -> None:
    """Delete drafts past their 90 days, each night."""
    from django.utils import timezone

    from .drafts.actions import forget_old_drafts

    while forget_old_drafts(by=SYSTEM, at=timezone.now()):
        pass


@app.periodic(cron="7 * * * *")
@app.task(name="core.forget_attempts", queueing_lock="core.forget_attempts")
def forget_attempts(timestamp: int) -> None:
    """Delete what the doors count no more, each hour: even a digest of an address is kept no longer than it is used."""
    from django.utils import timezone

    from .sign_in.throttle import forget_old

    forget_old(at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="core.sweep", queueing_lock="core.sweep", pass_context=True)
async def sweep(context: JobContext, timestamp: int) -> None:
    """Give back the jobs of workers that were killed, so that another worker takes them."""
    manager = context.app.job_manager
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER))
    for job in stalled:
        await manager.retry_job(job)
    if stalled:
        log.warning("jobs of killed workers taken up again", extra={"count": len(stalled)})


@app.periodic(cron="27 3 * * *")
@app.task(name="core.forget_done_jobs", queueing_lock="core.forget_done_jobs", pass_context=True)
async def forget_done_jobs(context: JobContext, timestamp: int) -> None:
    """Delete jobs that were done three days ago, each night; failed ones stay until somebody looks at them."""
    await context.app.job_manager.delete_old_jobs(nb_hours=72)
