"""Plain text and tables: what may stand in them."""

import csv
import io
import re

from django.utils.translation import gettext as _

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# What a spreadsheet would run when the table is opened; a signed number or telephone number is none.
FORMULA = re.compile(r"\s*(?:[=@]|[+\-](?![\d\s.,()£+\-]*$))")


def decoded(content: bytes) -> str | None:
    """The text of a file in UTF-8; None where it is not text at all."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text


def inspect_text(content: bytes, *, table: bool = False) -> str | None:
    """None where this is no plain text; else what is wrong with it, empty where nothing is."""
    text = decoded(content)
    if text is None or text.lstrip().startswith("<"):  # a page or a drawing, which a browser might run
        return None
    return _formula_in(text) if table else ""


def _formula_in(text: str) -> str:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), strict=True), start=1):
            if any(FORMULA.match(cell) for cell in row):
                said = _("Row %(row)s holds a formula. Save the table with values only, and send that.")
                return said % {"row": number}
    except csv.Error:
        return _("This table cannot be read. Save it again as CSV in UTF-8, and send that.")
    return ""
