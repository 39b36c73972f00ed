"""The council's table of how long each kind of record is kept: ``people/retention.yaml``."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from marketcross.web.people.exporting.clock import months_after

FILE = Path(__file__).parents[1] / "retention.yaml"


@dataclass(frozen=True, slots=True)
class Kept:
    """One row: how long a record is kept, from what, and why."""

    record: str
    years: int
    days: int
    counted_from: str
    why: str

    @property
    def words(self) -> str:
        """The record as people read it."""
        return self.record.replace("_", " ")

    def due_after(self, since: date) -> date:
        """The day on which it must go: years later, on the same day or the last of that month."""
        return months_after(since, 12 * self.years) + timedelta(days=self.days)


@cache
def schedule() -> dict[str, Kept]:
    """All rows by their record."""
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {row["record"]: _row(row) for row in rows}


def _row(row: dict[str, Any]) -> Kept:
    """:raises ValueError: a period that is none."""
    kept = row["kept"]
    if not kept or set(kept) - {"years", "days"} or not all(isinstance(n, int) and n > 0 for n in kept.values()):
        raise ValueError(f"retention.yaml, {row['record']}: kept must be years or days above 0")
    return Kept(row["record"], kept.get("years", 0), kept.get("days", 0), row["from"], row["why"])
