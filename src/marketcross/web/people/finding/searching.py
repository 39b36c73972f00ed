"""Ask the database what ``matching`` would say of everybody, and take the best.

Those who are exactly as typed are asked for first. Only where they do not fill the page are words resolved to the words
near them, on the small table of words, and then people looked for by all of these.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.db.models.expressions import Combinable

from marketcross.web.people.models.finding import Findable

from .nearness import NEAR, SAME, SHORTEST_NEAR, loss, nearby
from .reading import Term

# Key by key, since PostgreSQL thinks that many keys at once fit a third of all words, and reads all of them.
_SHARING = """
    SELECT held.word FROM unnest(%s::varchar[]) AS key JOIN people_findingword held ON held.nearby @> ARRAY[key]
    UNION SELECT held.word FROM unnest(%s::varchar[]) AS start
    JOIN people_findingword held ON held.word >= start AND held.word < start || '{'  -- the sign after z
"""

Answers = dict[int, list[str]]  # what is lost: the keys by which no more is
Row = tuple[int, str, UUID]  # what is lost in all, how the person is sorted, the person


def search(terms: list[Term], limit: int) -> list[Row]:
    """The best ``limit`` people of the index, best first; ties by name and then by key."""
    exact = _people([_exactly(term) for term in terms], limit)
    return exact if len(exact) == limit else _people(_nearly(terms), limit)


def _exactly(term: Term) -> Answers:
    found = [key for key, lost in term.keys.items() if lost == SAME]
    return {SAME: found + [word for word, lost in term.words.items() if lost == SAME]}


def _nearly(terms: list[Term]) -> list[Answers]:
    """For each term the keys that answer it, by what is lost."""
    near = words_near({word for term in terms for word in term.words})
    return [_answers(term, near) for term in terms]


def words_near(asked: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """For each word the words near it that somebody bears, with what is lost."""
    asked = [word for word in asked if len(word) >= SHORTEST_NEAR]
    held = _sharing({key for word in asked for key in nearby(word)}, asked) if asked else []
    return {word: [(one, lost) for one in held if (lost := loss(word, one)) is not None] for word in asked}


def _sharing(keys: set[str], beginnings: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_SHARING, [sorted(keys), beginnings])
        return [word for (word,) in cursor.fetchall()]


def _answers(term: Term, near: dict[str, list[tuple[str, int]]]) -> Answers:
    best: dict[str, int] = dict(term.keys)
    for word, more in term.words.items():
        for held, lost in {word: SAME, **dict(near.get(word, ()))}.items():
            for key, all_in_all in ((held, lost + more), (f"@{held}", lost + more + NEAR)):
                best[key] = min(all_in_all, best.get(key, all_in_all))
    by_loss: Answers = defaultdict(list)
    for key, lost in best.items():
        by_loss[lost].append(key)
    return by_loss


def _people(answers: list[Answers], limit: int) -> list[Row]:
    found: QuerySet[Findable] = Findable.objects.all()
    for one in answers:
        found = found.filter(keys__overlap=[key for keys in one.values() for key in keys])
    lost: Combinable = Value(SAME)
    for one in answers:
        lost = lost + _lost(one)
    ordered = found.annotate(lost=lost).order_by("lost", "sorts_as", "person_id")
    return [(row[0], row[1], row[2]) for row in ordered.values_list("lost", "sorts_as", "person_id")[:limit]]


def _lost(answers: Answers) -> Combinable:
    """What is lost in one term: the least of its answers that the person has."""
    *better, worst = sorted(answers)
    if not better:
        return Value(worst)
    whens = [When(keys__overlap=answers[lost], then=Value(lost)) for lost in better]
    return Case(*whens, default=Value(worst), output_field=IntegerField())
