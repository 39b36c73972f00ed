"""Structured logs that never carry a person.

A line holds only fields that are named here. Messages of libraries are kept as their template, without arguments: an
argument may be an address, a name or a query's parameter.
"""

import json
import logging
from datetime import UTC, datetime

from .request import current_request_id

FIELDS = ("route", "method", "status", "ms", "job", "count", "state")


class NoPerson(logging.Filter):
    """Drops the arguments of a message and the text of an exception; keeps where it was raised and its type."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.args = None
        return True


class Line(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": str(record.msg)
            if "%" in str(record.msg) or record.name.startswith("marketcross")
            else record.msg,
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if request_id := current_request_id():
            line["request"] = str(request_id)
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["raised_at"] = _place(record)
        return json.dumps(line, default=str)


def _place(record: logging.LogRecord) -> list[str]:
    """File and line of each step of a traceback, without source text or values."""
    traceback = record.exc_info[2] if record.exc_info else None
    places = []
    while traceback:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/marketcross/')[2]}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return places[-12:]
