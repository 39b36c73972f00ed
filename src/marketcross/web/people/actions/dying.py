"""That a person has died."""

from datetime import date, datetime

from django.utils import timezone

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.events import Died
from marketcross.web.people.models import Person

from .standing import keep_what_stood


@about_person("people.died")
def record_death(*, by: Actor, at: datetime, person: Person, died_on: date | None) -> None:
    """Note the day of death; None takes a mistaken one back. What was lent opens nothing from then on.

    :raises ValidationError: the day is before the birth or in the future.
    """
    facts = {"born_on": person.born_on, "born_about": person.born_about, "died_on": died_on}
    refuse(dict(problems_of(facts, timezone.localdate())))
    keep_what_stood(person, "died_on")
    person.died_on = died_on
    person.save(update_fields=["died_on"])
    note(person, died_on=died_on)
    if died_on:
        publish(Died(person=str(person.pk)))
