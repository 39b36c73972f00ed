"""Forget words that nobody bears any more, so that a rare name does not outlive its record."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.people.models.finding import FindingWord

_BATCH = 1_000


@action("people.words_swept")
def sweep_words(*, by: Actor, at: datetime) -> int:
    """Remove the words that no findable person has; words that somebody is about to use are skipped.

    Returns how many went. The audit gets the count and no word.
    """
    words = FindingWord.objects.select_for_update(skip_locked=True).order_by("word")
    gone, last = 0, ""
    while batch := list(words.filter(word__gt=last).values_list("word", flat=True)[:_BATCH]):
        borne = set(_borne(batch))
        gone += FindingWord.objects.filter(word__in=set(batch) - borne).delete()[0]
        last = batch[-1]
    note(FindingWord(word="*"), removed=gone)
    return gone


def forget_words(keys: Iterable[str]) -> None:
    """Remove those of one record's words that nobody bears any more; whoever erases it calls this, in its action."""
    known = FindingWord.objects.filter(word__in=[key.lstrip("@") for key in keys])
    words = sorted(known.values_list("word", flat=True))
    FindingWord.objects.filter(word__in=set(words) - set(_borne(words))).delete()


def _borne(words: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(%s::text[]) AS word "
            "WHERE EXISTS (SELECT FROM people_findable WHERE keys && ARRAY[word, '@' || word])",
            [words],
        )
        return [row[0] for row in cursor.fetchall()]
