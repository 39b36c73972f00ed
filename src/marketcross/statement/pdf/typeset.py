"""From the document model to PDF, by typst. All text goes in as data, so that no text can become markup."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from marketcross.statement.document.blocks import Document
from marketcross.statement.pdf.as_data import as_data
from marketcross.statement.styles import FONTS, built

TEMPLATE = Path(__file__).parent / "statement.typ"
NOTHING = Path(__file__).parent / "nothing.typ"
FORGETTING = 5


@cache
def _compiler() -> typst.Compiler:
    """One for the life of the process: fonts are loaded once, ours and those in typst, none of the machine."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(built(FONTS))])
    return typst.Compiler(str(TEMPLATE), font_paths=fonts)


def typeset(document: Document) -> bytes:
    """The whole PDF. Its date is the day of publication; a draft has none, so that the clock plays no part."""
    data = json.dumps(as_data(document), ensure_ascii=False, separators=(",", ":"))
    pdf = _compiler().compile(
        input=str(TEMPLATE),
        sys_inputs={"document": data},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=_moment(document.published),
    )
    assert isinstance(pdf, bytes), "typst gives one file"
    _forget()
    return pdf


def _forget() -> None:
    """Typst keeps what it laid out until ten later documents did not use it, over 100 MiB each: they shall be small."""
    for _ in range(FORGETTING):
        _compiler().compile(input=str(NOTHING), format="pdf")


def _moment(published: str) -> datetime:
    return datetime.fromisoformat(published or "1970-01-01").replace(tzinfo=UTC)
