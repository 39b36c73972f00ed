"""The names of codes, and how a gap is said."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketcross.web.directory.queries import category
from marketcross.web.directory.vocabulary import ANY, EVERYBODY, GROUPS, TIMES
from marketcross.web.places.queries import locality

from .evidence.asking import NOT_SAID


class Coded(Protocol):
    """Whatever says what, where, for whom and when in codes."""

    category: str
    locality: str
    group: str
    time: str


@dataclass(frozen=True, slots=True)
class Said:
    """A gap in words."""

    what: str
    where: str
    who: str
    when: str

    @property
    def whole(self) -> str:
        return ", ".join(filter(None, (self.what, self.where, self.who, self.when)))


def said(one: Coded) -> Said:
    """The codes in words; an empty code says that it is all together."""
    return Said(what_words(one.category), where_words(one.locality), who_words(one.group), when_words(one.time))


def what_words(code: str) -> str:
    found = category(code) if code else None
    return found.title if found else code or _("All kinds of support")


def where_words(code: str) -> str:
    if code == NOT_SAID:
        return _("Place not said")
    found = locality(code) if code else None
    return found.name if found else code or _("Anywhere")


def who_words(code: str) -> str:
    if code == EVERYBODY:
        return _("No group named")
    return str(GROUPS[code]) if code in GROUPS else code or _("Everybody")


def when_words(code: str) -> str:
    if code == ANY:
        return _("No time named")
    return str(TIMES[code]) if code in TIMES else code or _("Any time")


def period_words(starts_on: date, ends_on: date) -> str:
    """'1 April 2026 to 31 October 2026'."""
    last = ends_on - timedelta(days=1)
    return _("%(from)s to %(to)s") % {
        "from": date_format(starts_on, "j F Y"), "to": date_format(last, "j F Y"),
    }  # fmt: skip


def count_words(count: int | None, threshold: int, rounded_to: int = 1) -> str:
    """A count, or the words in its place; 'fewer than 5' and 'held back' are one and the same on purpose."""
    if count is None:
        return _("Fewer than %(threshold)d, or held back so that nobody can work out such a number") % {
            "threshold": threshold
        }
    wants = ngettext("%(count)d want", "%(count)d wants", count) % {"count": count}
    return wants if rounded_to == 1 else _("about %(wants)s") % {"wants": wants}
