"""Send rows to tables in streams, as fast as PostgreSQL takes them: while it takes one block, the next is made."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import StringIO
from itertools import groupby, islice
from typing import Any

from django.db import connection, models

_BLOCK = 10_000  # rows made into text at once
_AHEAD = 24  # blocks that wait to be sent: some tables are slower to make, others to take


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows for the table of ``model``, each the values of ``columns`` in their order. Others get their default."""

    model: type[models.Model]
    columns: tuple[str, ...]
    rows: Iterable[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Block:
    """Some rows of one table as text. A table without rows has one block without rows."""

    table: Table
    rows: int
    text: str


def copy(tables: Iterable[Table]) -> list[int]:
    """COPY the rows of each table in turn; every constraint holds as for any other row. Returns how many of each."""
    of_tables = groupby(_ahead(_blocks(tables)), key=lambda block: block.table)
    return [_copied(table, blocks) for table, blocks in of_tables]


def _copied(table: Table, blocks: Iterable[_Block]) -> int:
    options, sent = table.model._meta, 0
    names = ", ".join(f'"{options.get_field(name).column}"' for name in table.columns)
    order = f'COPY "{options.db_table}" ({names}) FROM STDIN (FORMAT csv)'
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(order) as stream:
        for block in blocks:
            stream.write(block.text)
            sent += block.rows
    return sent


def _blocks(tables: Iterable[Table]) -> Iterator[_Block]:
    for table in tables:
        left = iter(table.rows)
        yield _block(table, list(islice(left, _BLOCK)))
        while rows := list(islice(left, _BLOCK)):
            yield _block(table, rows)


def _block(table: Table, rows: list[tuple[Any, ...]]) -> _Block:
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)  # quoted, so that empty text is not null
    return _Block(table, len(rows), text.getvalue())


def _ahead(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """The same blocks; those that come are made in a thread, which never speaks to the database, while one is sent."""
    with ThreadPoolExecutor(1) as maker:
        coming = deque(maker.submit(next, blocks, None) for _ in range(_AHEAD))
        while block := coming.popleft().result():
            coming.append(maker.submit(next, blocks, None))
            yield block
