"""Restrict a record to those named, and name them."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.people.acting import about_person
from marketcross.web.people.events import Restricted
from marketcross.web.people.finding import keep
from marketcross.web.people.lines import close
from marketcross.web.people.models import NamedForRestricted, Person


@about_person("people.restricted")
def restrict(*, by: Actor, at: datetime, person: Person, users: Iterable[User], starts_on: date) -> None:
    """From now on only ``users``, and the person, know of this record. There is always somebody who does.

    :raises ValidationError: nobody is named.
    """
    named = list(users)
    if not named:
        raise ValidationError({"users": [_("Name at least one person who may see the record")]})
    person.restricted = True
    person.save(update_fields=["restricted"])
    note(person, restricted=True)
    keep(person.pk)
    for user in named:
        name_for(by=by, at=at, person=person, user=user, starts_on=starts_on)
    publish(Restricted(person=str(person.pk)))


@about_person("people.restriction_lifted")
def lift_restriction(*, by: Actor, at: datetime, person: Person, on: date) -> None:
    """The record is like any other again."""
    person.restricted = False
    person.save(update_fields=["restricted"])
    note(person, restricted=False)
    keep(person.pk)
    for named in NamedForRestricted.objects.filter(in_force(on), person=person):
        note(named, ends_on=on)
        close(named, on)
    publish(Restricted(person=str(person.pk), lifted=True))


@about_person("people.named_for_restricted")
def name_for(*, by: Actor, at: datetime, person: Person, user: User, starts_on: date) -> NamedForRestricted:
    """Let one more user see a restricted record; who is named already stays so."""
    held = NamedForRestricted.objects.filter(person=person, user=user, ends_on__isnull=True).first()
    made = held or NamedForRestricted.objects.create(person=person, user=user, starts_on=starts_on)
    note(made, person=str(person.pk), user=str(user.pk))
    return made


@action("people.naming_ended")
def end_naming(*, by: Actor, at: datetime, named: NamedForRestricted, on: date) -> None:
    """Somebody may no longer see the record from ``on`` on.

    :raises ValidationError: they are the last who can.
    """
    others = NamedForRestricted.objects.select_for_update().filter(in_force(on), person=named.person_id)
    if not others.exclude(pk=named.pk).filter(user__is_active=True).exists():
        raise ValidationError(_("Name somebody else first: nobody could open this record any more"))
    note(named, ends_on=on)
    close(named, on)
