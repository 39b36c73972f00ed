"""How new rows reach the index of keys: by way of a list, which is sorted in as a whole when it is longer than allowed.

PostgreSQL keeps such a list for every GIN index with ``fastupdate``, and each question reads all of it. So it stays
short while people are changed one by one, and grows only for the length of a load, which it makes faster. To have it
sorted in is the owner's right; but so does whoever adds a row when the list is longer than allowed.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from marketcross.web.people.models.finding import Findable

_SHORTEST, _LONGEST = "64kB", "2000000kB"
_MEMORY = "256MB"  # in which a long list is sorted


@contextmanager
def added_at_once() -> Iterator[None]:
    """Let very many rows be added to ``Findable`` in the block; all of them are in the index after it."""
    _set(gin_pending_list_limit=_LONGEST, work_mem=_MEMORY)
    yield
    keep_waiting_few()
    if one := Findable.objects.first():
        Findable.objects.filter(pk=one.pk).delete()
        Findable.objects.bulk_create([one])


def keep_waiting_few() -> None:
    """Allow only a short list to what is added from here to the end of the transaction: some hundred people."""
    _set(gin_pending_list_limit=_SHORTEST)


def _set(**values: str) -> None:
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])  # true: until the transaction ends
