"""A letter on paper: tagged PDF/UA by typst. All text goes in as data, so that no text can become markup."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from marketcross.statement.styles import FONTS, built

from .easy_read import lines_of
from .letter import Letter
from .printable import printable

TEMPLATE = Path(__file__).parent / "letter.typ"


class CannotPrintError(Exception):
    """A letter in a script that our fonts do not hold; the page of it can still be printed by the reader's browser."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to print: the size of its smallest letters in points, and whether it takes the easy-read wording."""

    name: str
    points: int
    easy: bool = False


FORMS = {form.name: form for form in (Form("standard", 12), Form("large", 18), Form("easy", 16, easy=True))}


@cache
def _compiler() -> typst.Compiler:
    """One for the life of the process: fonts are loaded once, ours and those in typst, none of the machine."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(built(FONTS))])
    return typst.Compiler(str(TEMPLATE), font_paths=fonts)


def as_pdf(letter: Letter, form: Form) -> bytes:
    """The letter as PDF/UA-1.

    :raises NotEasyToReadError: easy read was asked of a letter without a wording for it.
    :raises CannotPrintError: it holds letters that no font of ours can show.
    """
    data = json.dumps(_as_data(letter, form), ensure_ascii=False)
    moment = datetime.combine(letter.on, time(), UTC) if letter.on else None
    try:
        pdf = _compiler().compile(sys_inputs={"letter": data}, format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            raise CannotPrintError from error
        raise
    assert isinstance(pdf, bytes), "typst gives one file"
    return pdf


def _as_data(letter: Letter, form: Form) -> dict[str, Any]:
    parts = lines_of(letter) if form.easy else letter.parts
    data = {
        "title": letter.title,
        "language": letter.language.partition("-")[0],
        "sender": asdict(letter.sender),
        "to": list(letter.to),
        "on": date_format(letter.on, "j F Y") if letter.on else "",
        "year": [letter.on.year, letter.on.month, letter.on.day] if letter.on else [],
        "parts": [asdict(part) for part in parts],
        "points": form.points,
        "easy": form.easy,
        "page": letter.page or str(_("Page")),
        "answer": letter.answer or str(_("Talk to us:")),
    }
    return _printable(data)


def _printable(data: Any) -> Any:
    match data:
        case str():
            return printable(data)
        case dict():
            return {key: _printable(value) for key, value in data.items()}
        case list() | tuple():
            return [_printable(value) for value in data]
    return data
