"""Tables of people in CSV, Parquet, JSON or JSON Lines, by the ending of the name: in and out, chunk by chunk.

A command that computes something for many people does this::

    with Writer(out, RESULTS) as table, RejectedRows(out) as rejected:
        for chunk in with_progress("Charging", read(path, FACTS)):
            rejected.add(chunk.problems)
            table.add(rule(chunk.good().values))

``compute`` does just that for a ``Task``, with the contradictions that a rule finds in a row, and ``row_of`` finds one
row to explain.

Columns are described once, as ``engine.vocabulary.column.Column``; ``row_schema`` publishes them as JSON Schema. Cells
of columns that are not given hold their defaults, and ``chunk.given`` says which those are.
"""

from marketcross.opendata.tables.computing import BadRowsError, Done, NoSuchRowError, Task, compute, row_of
from marketcross.opendata.tables.json_schema import row_schema
from marketcross.opendata.tables.parsing import Chunk, read
from marketcross.opendata.tables.problems import BadTableError, Problem
from marketcross.opendata.tables.progress import with_progress
from marketcross.opendata.tables.writing import RejectedRows, Writer, rejected_path

__all__ = [
    "BadRowsError",
    "BadTableError",
    "Chunk",
    "Done",
    "NoSuchRowError",
    "Problem",
    "RejectedRows",
    "Task",
    "Writer",
    "compute",
    "read",
    "rejected_path",
    "row_of",
    "row_schema",
    "with_progress",
]
