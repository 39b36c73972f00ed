"""Keep the index as the register is: every action that changes what people are found by calls it, as its last step."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from marketcross.web.core import actions
from marketcross.web.people.models import Person
from marketcross.web.people.models.finding import Findable, FindingWord

from .adding import keep_waiting_few
from .gathering import gathered
from .keys import vocabulary
from .nearness import nearby


def keep(*people: UUID) -> None:
    """Make the index right for these people; those who are restricted or merged into others leave it."""
    actions.current()
    rows = Person.objects.filter(pk__in=people)
    listed = [one for one in rows if not one.restricted and one.merged_into_id is None]
    Findable.objects.filter(person__in=set(people) - {one.pk for one in listed}).delete()
    found = gathered(listed, actions.current().at.date())
    keep_words({word for one in found.values() for word in vocabulary(one.keys)})
    keep_waiting_few()
    Findable.objects.bulk_create(
        [Findable(person_id=key, keys=sorted(one.keys), sorts_as=one.sorts_as) for key, one in found.items()],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["keys", "sorts_as"],
    )


def keep_words(words: Iterable[str]) -> None:
    """Add those that are not known, and hold all until the transaction ends, so that no sweep takes one away."""
    missing = sorted(set(words))
    while missing:
        new = [FindingWord(word=word, nearby=sorted(nearby(word))) for word in missing]
        FindingWord.objects.bulk_create(new, batch_size=5_000, ignore_conflicts=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT word FROM people_findingword WHERE word = ANY(%s) FOR KEY SHARE", [missing])
            missing = sorted(set(missing) - {row[0] for row in cursor.fetchall()})
