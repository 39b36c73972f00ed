"""The folder that ``marketcross project`` writes."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from marketcross.statement.projecting.projected import Projected

DEMAND_COLUMNS = ("area", "year", "condition", "people")
CLIENT_COLUMNS = ("area", "year", "service", "group", "method", "people")


def files_of(projected: Projected) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of a projection."""
    yield "demand.csv", _csv(DEMAND_COLUMNS, projected.demand)
    yield "clients.csv", _csv(CLIENT_COLUMNS, projected.clients)
    yield "notes.txt", "".join(f"{note}\n" for note in projected.notes).encode()


def _csv(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([*keys, _decimal(people)] for *keys, people in rows)
    return text.getvalue().encode()


def _decimal(number: object) -> str:
    """To the millionth, without noughts that say nothing: 8354.5."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
