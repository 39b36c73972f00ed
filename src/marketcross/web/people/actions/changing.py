"""Change or correct a fact about a person. ``at`` is from when it is true; the database says since when it is known.

What is said about a day in the past leaves alone what was said about a later day (``lines.put``, ``history.line``).
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.finding import keep
from marketcross.web.people.history import history_of
from marketcross.web.people.models import Person

from .standing import keep_what_stood

COLUMNS = ("born_on", "born_about", "sex", "reach_by", "language", "interpreter", "access_needs")


@about_person("people.changed")
def change(*, by: Actor, at: datetime, person: Person, **facts: Any) -> None:
    """Change columns of the record: those of ``COLUMNS``.

    :raises ValidationError: with all that is wrong.
    """
    unknown = set(facts) - set(COLUMNS)
    if unknown:
        raise TypeError(f"no such facts: {sorted(unknown)}")
    refuse_the_future(at)
    stands = Person.objects.select_for_update().get(pk=person.pk)
    births = {name: getattr(stands, name) for name in ("born_on", "born_about", "died_on")}
    refuse(dict(problems_of(births | facts, timezone.localdate())))
    keep_what_stood(stands, *facts, before=at)
    note(person, **facts)
    for name in facts:
        setattr(person, name, _true_now(person, name))
    person.save(update_fields=list(facts))
    keep(person.pk)


def refuse_the_future(at: datetime) -> None:
    """What is true from tomorrow is said tomorrow.

    :raises ValidationError: ``at`` is a later day.
    """
    if timezone.localdate(at) > timezone.localdate():
        raise ValidationError({"starts_on": [_("The day from which it is true cannot be in the future")]})


def _true_now(person: Person, name: str) -> Any:
    """The value that holds today by all that was said, in the column's own type."""
    return Person._meta.get_field(name).to_python(history_of(person.pk, name).value(timezone.localdate()))
