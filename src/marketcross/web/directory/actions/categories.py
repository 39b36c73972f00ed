"""Copy the shipped categories to where foreign keys find them."""

from datetime import datetime

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.models import Category


class UnknownCategory(LookupError):
    """A code that stands in no list of ours."""


def category_row(code: str, *, at: datetime) -> Category:
    """The row of a category, made where it is missing; for use inside an action.

    :raises UnknownCategory: there is no such code.
    """
    if code not in kinds():
        raise UnknownCategory(code)
    return Category.objects.filter(code=code).first() or load_categories(by=SYSTEM, at=at)[code]


@action("directory.categories_loaded")
def load_categories(*, by: Actor, at: datetime) -> dict[str, Category]:
    """Bring the table to what categories.yaml says. A code that left the file stays: wants may refer to it."""
    rows: dict[str, Category] = {}
    for kind in kinds().values():
        rows[kind.code] = Category(code=kind.code, title=kind.title, parent_id=kind.parent or None, words=[*kind.words])
    Category.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["code"], update_fields=["title", "parent", "words"]
    )
    for row in rows.values():
        note(row, title=row.title, parent=row.parent_id)
    return rows
