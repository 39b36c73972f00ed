"""Read a file about a person, and say all that is wrong with it at once. Nothing in it is believed or run."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.people.exporting.file import FORMAT, VERSION, checksum
from marketcross.web.people.exporting.kinds import Goes, kind_named

from .rows import problems_of_row
from .shape import problems_of_body

MOST_BYTES = 10 * 1_048_576
MOST_ROWS = 20_000
MOST_PROBLEMS = 200
_NAME = re.compile(r"[a-z]{1,30}\.[a-z_]{1,49}")


class BadFile(ValueError):
    """A file that is not taken in: every problem, each with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that may be taken in. ``rows`` are for tables of ours, ``as_came`` for keeping as they came."""

    council: str
    checksum: str
    rows: dict[str, list[dict[str, Any]]]
    as_came: dict[str, list[dict[str, Any]]]


def read(content: bytes) -> Reading:
    """The file as data.

    :raises BadFile: with all that is wrong.
    """
    document = _document(content)
    problems = list(_problems(document))
    if problems:
        raise BadFile(problems[:MOST_PROBLEMS])
    sections = {section["kind"]: section["rows"] for section in document["record"]}
    return Reading(
        document["council"],
        document["checksum"],
        {name: rows for name, rows in sections.items() if _is_ours(name)},
        {name: rows for name, rows in sections.items() if not _is_ours(name)},
    )


def _is_ours(name: str) -> bool:
    kind = kind_named(name)
    return kind is not None and kind.goes is Goes.AS_ROWS


def _document(content: bytes) -> dict[str, Any]:
    """The outermost shape, without which nothing else can be said."""
    if len(content) > MOST_BYTES:
        raise BadFile([_("The file is larger than 10 MB. No record of a person is.")])
    try:
        document = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadFile([_("This is not a file about a person: it must be JSON in UTF-8, each name once.")]) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadFile([_("This is not a file about a person that another council made with this program.")])
    if document.get("version") != VERSION:
        words = _("The file is of version %(theirs)s. This installation reads version %(ours)s: upgrade it first.")
        raise BadFile([words % {"theirs": str(document.get("version"))[:20], "ours": VERSION}])
    return document


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _problems(document: dict[str, Any]) -> Iterator[str]:
    if document.get("checksum") != checksum(document):
        yield _("checksum: the file was changed after it was made. Ask for it again.")
    council = document.get("council")
    if not isinstance(council, str) or not 0 < len(council) <= 200 or not council.isprintable():
        yield _("council: the file does not say which council made it")
    record = document.get("record")
    if not isinstance(record, list) or not all(_is_section(one) for one in record):
        yield _("record: must be a list of sections, each with its kind and its rows")
        return
    names = [one["kind"] for one in record]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield _("%(kind)s: stands twice") % {"kind": name[:80]}
    if sum(len(one["rows"]) for one in record) > MOST_ROWS:
        yield _("record: more than %(most)s rows") % {"most": MOST_ROWS}
        return
    if next((len(one["rows"]) for one in record if one["kind"] == "people.person"), 0) != 1:
        yield _("people.person: there must be one row, of one person")
    if not any(one["kind"] == "people.name" and one["rows"] for one in record):
        yield _("people.name: there must be a name at least")
    for section in record:
        yield from _section_problems(section["kind"], section["rows"])


def _is_section(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and set(one) == {"kind", "rows"}
        and isinstance(one["kind"], str)
        and isinstance(one["rows"], list)
    )


def _section_problems(name: str, rows: list[Any]) -> Iterator[str]:
    kind = kind_named(name)
    if (kind is not None and kind.goes is Goes.STAYS) or not _NAME.fullmatch(name):
        yield _("%(kind)s: this kind of row is not handed over") % {"kind": name[:80]}
        return
    for number, row in enumerate(rows):
        where = f"{name}[{number}]"
        if not isinstance(row, dict):
            yield _("%(where)s: must be names and values") % {"where": where}
        elif kind is not None and kind.goes is Goes.AS_ROWS:
            yield from (f"{where}.{problem}" for problem in problems_of_row(kind, row))
        else:
            yield from (f"{where}.{problem}" for problem in problems_of_body(row))
