"""What the register does by night."""

from procrastinate.contrib.django import app

from marketcross.web.core.actor import SYSTEM


@app.periodic(cron="37 2 * * *")
@app.task(name="people.list_likely_same", queueing_lock="people.list_likely_same")
def list_likely_same(timestamp: int) -> None:
    """Look whether somebody who was added lately has another record, each night."""
    from django.utils import timezone

    from .merging.listing import list_likely_same as listed

    listed(by=SYSTEM, at=timezone.now())


@app.periodic(cron="7 4 * * *")
@app.task(name="people.sweep_words", queueing_lock="people.sweep_words")
def sweep_words(timestamp: int) -> None:
    """Forget the words of names that nobody bears any more, each night."""
    from django.utils import timezone

    from .finding.sweeping import sweep_words as swept

    swept(by=SYSTEM, at=timezone.now())
