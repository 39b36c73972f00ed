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


@app.periodic(cron="27 4 * * *")
@app.task(name="directory.go_stale", queueing_lock="directory.go_stale")
def ask_hide_and_archive(timestamp: int) -> None:
    """Ask about listings that nobody has said to be right for months, hide and archive them, each night."""
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.stale.going import due, go_stale

    at = timezone.now()
    on = timezone.localtime(at).date()
    for service, stage in list(due(on)):
        go_stale(by=SYSTEM, at=at, service=service, stage=stage, on=on)


@app.periodic(cron="47 4 * * *")
@app.task(name="directory.erase_feedback", queueing_lock="directory.erase_feedback")
def erase_old_feedback(timestamp: int) -> None:
    """Erase what people wrote about services three years ago, each night; their answers stay as counts."""
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.feedback.erasing import erase_words, old_words

    at = timezone.now()
    for words in list(old_words(timezone.localtime(at).date())):
        erase_words(by=SYSTEM, at=at, words=words)
