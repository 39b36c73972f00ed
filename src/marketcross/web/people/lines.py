"""Rows that follow one after another: a used name, a home, a practice. One ends where the next begins."""

from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from marketcross.web.core.queries import in_force

from .models.period import Dated

R = TypeVar("R", bound=Dated)


def put(rows: QuerySet[R], new: R) -> R:
    """Let ``new`` hold from its ``starts_on``: the row before it ends there, and it ends where the next begins.

    A row that began on the same day was said of that day before: it takes the new one's values. History keeps both.
    """
    later = rows.filter(starts_on__gt=new.starts_on).order_by("starts_on").first()
    new.ends_on = later.starts_on if later else None
    same = rows.filter(starts_on=new.starts_on).first()
    if same:
        new.pk, new._state.adding = same.pk, False
        new.save()
        return new
    rows.filter(in_force(new.starts_on)).update(ends_on=new.starts_on)
    new.save()
    return new


def cut(rows: QuerySet[R], on: date) -> None:
    """Let what holds on a day end there; what began that very day is ended the day after."""
    rows.filter(in_force(on), starts_on__lt=on).update(ends_on=on)


def close(row: Dated, on: date) -> None:
    """End a row, so that ``on`` is the first day without it; one that began that very day is taken away.

    What it held stands in the audit and in history either way.
    """
    if row.starts_on >= on:
        row.delete()
        return
    row.ends_on = on
    row.save(update_fields=["ends_on"])
