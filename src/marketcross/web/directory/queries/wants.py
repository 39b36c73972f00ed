"""What people looked for in vain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Coalesce

from marketcross.web.directory.models import Want


@dataclass(frozen=True, slots=True)
class WantRow:
    """One want in codes; ``locality`` is "" where nobody said where."""

    id: UUID
    category: str
    locality: str
    group: str
    time: str
    price: str
    on: date
    source: str


def wants(from_: date, until: date) -> Iterator[WantRow]:
    """The wants of the days ``[from_, until)``, oldest first."""
    rows = (
        Want.objects.filter(on__gte=from_, on__lt=until)
        .order_by("on", "id")
        .annotate(where=Coalesce("locality__code", Value("")))
        .values_list("id", "category_id", "where", "group", "time", "price", "on", "source")
    )
    return (WantRow(*row) for row in rows.iterator())
