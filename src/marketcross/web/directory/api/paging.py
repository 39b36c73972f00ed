"""One page of a list, in the specification's envelope."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from .asking import Page
from .problems import beyond_the_end

Item = TypeVar("Item", bound=BaseModel)


class Envelope(BaseModel, Generic[Item]):
    """What surrounds a page's entries."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[Item]


@dataclass(frozen=True, slots=True)
class Slice:
    """Which entries of how many a page shows."""

    total: int
    number: int
    per_page: int

    @property
    def pages(self) -> int:
        """At least one: an empty list has one empty page."""
        return max(1, -(-self.total // self.per_page))

    @property
    def bounds(self) -> slice:
        return slice((self.number - 1) * self.per_page, self.number * self.per_page)


def sliced(total: int, question: Page) -> Slice:
    """Where the asked page lies.

    :raises Problem: beyond the end.
    """
    found = Slice(total, question.page, question.size)
    if found.number > found.pages:
        raise beyond_the_end(found.pages)
    return found


def enveloped(part: Slice, contents: Sequence[Any]) -> Envelope[Any]:
    """A page with its numbers."""
    return Envelope[Any].model_construct(
        total_items=part.total,
        total_pages=part.pages,
        page_number=part.number,
        size=len(contents),
        first_page=part.number == 1,
        last_page=part.number == part.pages,
        empty=not contents,
        contents=list(contents),
    )


def page_of(rows: Any, question: Page, show: Callable[[Any], Any]) -> Envelope[Any]:
    """A page of a sequence that is already in memory."""
    part = sliced(len(rows), question)
    return enveloped(part, [show(row) for row in rows[part.bounds]])
