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


@app.task(name="people.erase_list", queueing_lock="people.erase_list")
def erase_list(erasure_list: str) -> None:
    """Erase what two people agreed must go; begun again after a stop it goes on where it was."""
    from django.utils import timezone

    from .models import ErasureList
    from .retention.lists import carry_out

    carry_out(ErasureList.objects.get(pk=erasure_list, confirmed_at__isnull=False), at=timezone.now())
