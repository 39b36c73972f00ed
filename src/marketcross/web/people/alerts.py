"""What somebody must know before they call, write to or visit a person."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from .checks import age_on
from .fields import day
from .models import CapacityDecision, LibertyAuthorisation, Person
from .vocabulary import AccessNeed


def alerts_about(
    person: Person,
    facts: dict[str, Any],
    on: date,
    *,
    capacity: Iterable[CapacityDecision],
    liberty: Iterable[LibertyAuthorisation],
) -> Iterator[str]:
    """Sentences, the weightiest first."""
    if person.died_on:
        yield _("They died on %(day)s. Do not write to them or call them.") % {"day": day(person.died_on)}
    if person.restricted:
        yield _("This record is restricted. Speak of it to nobody who is not named for it.")
    for one in liberty:
        if one.starts_on <= on < one.ends_on:
            words = _("Their liberty is restricted by law until %(day)s: %(authority)s.")
            yield words % {"day": day(one.ends_on), "authority": one.authority}
    if any(not one.has_capacity for one in capacity):
        yield _("For some decisions they were found to lack capacity. See which, below.")
    if person.born_on and not person.died_on and age_on(person.born_on, on) < 18:
        yield _("They are under 18.")
    ways = [facts[kind] for kind in ("telephone", "mobile", "email") if kind in facts]
    if any(way["safe"] is False for way in ways):
        yield _("Leave no message where it says so: somebody else may hear or read it.")
    if AccessNeed.NO_TELEPHONE in person.access_needs:
        yield _("They cannot use a telephone.")
    if person.interpreter:
        yield _("They need an interpreter.")
