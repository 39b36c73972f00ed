"""Rows as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """UTF-8 text with CRLF, as RFC 4180 says."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves do."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
