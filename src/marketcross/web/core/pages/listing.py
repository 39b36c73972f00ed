"""A table of records with sort, filter and pages; all of it in the address, so that it can be kept and sent."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.formats import date_format

ROWS = 25
MOST = 10_000  # rows that a list counts and turns to; who needs more narrows it by the filter


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, how a cell is had from a record, and the field to sort by.

    No field: not sortable. With "-" before it, the greatest come first where nobody asked otherwise.
    """

    title: str
    text: Callable[[Any], Any]
    sort: str = ""
    numeric: bool = False
    href: Callable[[Any], str] | None = None


@dataclass(slots=True)
class Listing:
    """What ``{% table %}`` shows. Two queries, however long the list."""

    caption: str
    columns: list[dict[str, Any]]
    rows: list[list[dict[str, Any]]]
    total: int
    pages: int
    more: bool = False
    sort: str = ""
    previous: str = ""
    next: str = ""
    form: forms.Form | None = None
    filters: Sequence[str] = field(default_factory=tuple)


def listing(
    request: HttpRequest,
    records: QuerySet[Any],
    columns: Sequence[Column],
    caption: str,
    form: forms.Form | None = None,
) -> Listing:
    """Sort and cut ``records`` as the address says; an unknown sort or page is ignored, never an error."""
    wanted, first = request.GET.get("sort", ""), next((c.sort for c in columns if c.sort), "")
    sort = wanted if _plain(wanted) in {_plain(c.sort) for c in columns if c.sort} else first
    total = records.order_by()[: MOST + 1].count()  # to count on would cost more than anybody reads
    pages = max(1, -(-min(total, MOST) // ROWS))
    page = _page(request, pages)
    ordered = records.order_by(sort, "pk") if sort else records
    rows = [_cells(record, columns) for record in ordered[(page - 1) * ROWS : page * ROWS]]
    return Listing(
        caption=caption,
        columns=[_heading(request, column, sort) for column in columns],
        rows=rows,
        total=min(total, MOST),
        more=total > MOST,
        pages=pages,
        sort=wanted if wanted == sort else "",
        previous=_address(request, page=page - 1) if page > 1 else "",
        next=_address(request, page=page + 1) if page < pages else "",
        form=form,
        filters=tuple(form.fields) if form else (),
    )


def moment(at: datetime) -> str:
    """A moment in a cell: the council's own time, 24 hours, so that no half of the day can be mistaken."""
    return date_format(timezone.localtime(at), "j M Y, H:i")


def _page(request: HttpRequest, pages: int) -> int:
    asked = request.GET.get("page", "1")
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1


def _cells(record: Any, columns: Iterable[Column]) -> list[dict[str, Any]]:
    return [
        {"text": c.text(record), "label": c.title, "numeric": c.numeric, "href": c.href(record) if c.href else ""}
        for c in columns
    ]


def _plain(sort: str) -> str:
    """The field that is sorted by, whichever way round; two signs are no field."""
    return sort.removeprefix("-")


def _heading(request: HttpRequest, column: Column, sort: str) -> dict[str, Any]:
    field = _plain(column.sort)
    state = {field: "ascending", f"-{field}": "descending"}.get(sort, "none") if field else ""
    turned = {"ascending": f"-{field}", "descending": field}.get(state, column.sort)
    href = _address(request, sort=turned) if field else ""
    return {"title": column.title, "numeric": column.numeric, "sorted": state, "href": href}


def _address(request: HttpRequest, **changes: object) -> str:
    words: QueryDict = request.GET.copy()
    for name, value in changes.items():
        words[name] = str(value)
    return f"?{words.urlencode()}"
