"""The numbers under which a person is known."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.finding import keep
from marketcross.web.people.lines import cut
from marketcross.web.people.models import Identifier, Person
from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.nhs_number import normal_nhs_number

from .changing import refuse_the_future
from .standing import keep_what_stood

# One sentence, whoever bears it: it must not tell whether a record that cannot be seen exists.
TAKEN = _(
    "This number already belongs to a record of the register. Check its digits. Where they are right, search for the "
    "number; if you find nobody, keep the field empty and ask the person who looks after the register."
)


@about_person("people.number_changed")
def change_number(*, by: Actor, at: datetime, person: Person, value: str, system: str = NHS) -> Identifier | None:
    """Say a number from a day on, in place of the one before; an empty value ends it.

    :raises ValidationError: it is no such number, or another record bears it.
    """
    refuse_the_future(at)
    if system == NHS:
        refuse(dict(problems_of({NHS: value}, timezone.localdate())))
        value = normal_nhs_number(value) or ""
    starts_on = timezone.localdate(at)
    keep_what_stood(person, system)
    rows = Identifier.objects.select_for_update().filter(person=person, system=system, set_aside=False)
    rows.filter(starts_on__gte=starts_on).delete()
    cut(rows, starts_on)
    note(person, **{system: value})
    if not value:
        keep(person.pk)
        return None
    made = _made(Identifier(person=person, system=system, value=value, starts_on=starts_on))
    note(made, person=str(person.pk), system=system, value=value, starts_on=starts_on)
    keep(person.pk)
    return made


def _made(identifier: Identifier) -> Identifier:
    try:
        with transaction.atomic():
            identifier.save(force_insert=True)
    except IntegrityError as problem:
        if "identifier_names_one_person" not in str(problem):
            raise
        raise ValidationError({identifier.system: [TAKEN]}) from None
    return identifier
