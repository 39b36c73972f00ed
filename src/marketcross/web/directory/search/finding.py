"""Ask the index. One statement: a service's step is the loosest condition that it needs, and exact hits have none.

Widening is therefore an order, not another search: it can add hits at the end, and never lose one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from .asking import NEAR, Asked

# In the order in which a search gives way: what it costs first, what it is last.
STEPS = ("price", "direct_payments", "time", "group", "place", "kind")
ENOUGH = 3  # hits as asked for: with fewer, the search is widened


@dataclass(frozen=True, slots=True)
class Found:
    """One service: which conditions it does not meet, how far it is where both places are known, who may use it."""

    service: UUID
    differs: tuple[str, ...]
    metres: int | None
    eligible: bool


_SQL = Path(__file__).with_name("finding.sql").read_text(encoding="utf-8")


def find(asked: Asked, *, limit: int) -> list[Found]:
    """The best hits, those that are as asked for first; widened only as far as it takes to have ENOUGH."""
    if asked.nothing_read:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SQL, _parameters(asked, limit=max(limit, ENOUGH)))
        rows = cursor.fetchall()
    if not rows:
        return []
    widest = rows[min(ENOUGH, len(rows)) - 1][4]
    return [
        Found(service, tuple(step for step, failed in zip(STEPS, fails, strict=True) if failed), metres, eligible)
        for service, fails, metres, eligible, step in rows[:limit]
        if step <= widest
    ]


def _parameters(asked: Asked, *, limit: int) -> dict[str, Any]:
    here = asked.here
    return {
        "chosen": bool(asked.only),
        "only": sorted(asked.only),
        "nearest": sorted(asked.nearest),
        "worded": bool(asked.meant or asked.lexemes),
        "meant": sorted(asked.meant),
        "meant_nearly": sorted(asked.meant_nearly),
        "lexemes": sorted(asked.lexemes),
        "placed": here is not None,
        "near": NEAR,
        "here": sorted(here.localities) if here else [],
        "easting": here.easting if here else None,
        "northing": here.northing if here else None,
        "group": asked.group,
        "time": asked.time,
        "most": asked.most_pence,
        "direct": asked.direct_payments,
        "limit": limit,
    }
