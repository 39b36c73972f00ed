"""Lend a record to somebody who helps, and keep parts of it back."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.people.acting import about_person
from marketcross.web.people.lines import close
from marketcross.web.people.models import KeptPart, Lending, Person, Relationship


@about_person("people.lent")
def lend(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    user: User,
    starts_on: date,
    ends_on: date | None = None,
    kept_back: Iterable[str] = (),
    relationship: Relationship | None = None,
) -> Lending:
    """Let ``user`` see a record but for some parts; by the person's wish or, with ``relationship``, by an authority.

    :raises ValidationError: the authority is about somebody else or no evidence of it was seen; it is lent already, or
        would end before it starts.
    """
    if relationship and (relationship.person_id != person.pk or not relationship.evidence):
        raise ValidationError(_("Note first which paper shows the authority, and when it was seen"))
    if ends_on and ends_on <= starts_on:
        raise ValidationError({"ends_on": [_("The end must be after the start")]})
    if Lending.objects.filter(person=person, user=user, ends_on__isnull=True).exists():
        raise ValidationError(_("The record is lent to them already"))
    made = Lending.objects.create(
        person=person,
        user=user,
        starts_on=starts_on,
        ends_on=ends_on,
        kept_back=sorted(kept_back),
        relationship=relationship,
    )
    note(made, person=str(person.pk), user=str(user.pk), starts_on=starts_on, kept_back=made.kept_back)
    return made


@action("people.lending_ended")
def end_lending(*, by: Actor, at: datetime, lending: Lending, on: date) -> None:
    """Lend no more, at once: what was lent today is closed today as well."""
    note(lending, ends_on=on)
    close(lending, on)


@about_person("people.part_kept")
def keep_part(*, by: Actor, at: datetime, person: Person, part: str, kept_from: str, on: date) -> KeptPart:
    """Keep a part from helpers or off the internet from today on; what is kept already stays so."""
    held = KeptPart.objects.filter(in_force(on), person=person, part=part, kept_from=kept_from).first()
    kept = held or KeptPart.objects.create(person=person, part=part, kept_from=kept_from, starts_on=on)
    note(kept, person=str(person.pk), part=part, kept_from=kept_from)
    return kept


@about_person("people.part_shown")
def show_part(*, by: Actor, at: datetime, person: Person, part: str, kept_from: str, on: date) -> None:
    """Show a part again. Views let helpers' parts be shown by the person, and internet parts only by staff."""
    note(person, **{f"shown_{kept_from}": part})
    for kept in KeptPart.objects.filter(in_force(on), person=person, part=part, kept_from=kept_from):
        close(kept, on)
