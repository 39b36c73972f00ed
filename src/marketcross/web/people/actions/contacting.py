"""Numbers and addresses by which a person can be reached."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.finding import keep
from marketcross.web.people.lines import cut
from marketcross.web.people.models import ContactDetail, Person
from marketcross.web.people.vocabulary import ContactKind

from .changing import refuse_the_future
from .standing import keep_what_stood


@about_person("people.contact_changed")
def change_contact(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    kind: str,
    value: str,
    preferred: bool = False,
    safe: bool | None = None,
) -> ContactDetail | None:
    """Say the number or address of a kind from a day on, in place of the one before; an empty value ends it.

    ``preferred`` takes that mark from any other. ``safe``: whether a message may be left there.

    :raises ValidationError: it cannot be one.
    """
    refuse_the_future(at)
    value, starts_on = " ".join(value.split()), timezone.localdate(at)
    _check(kind, value)
    keep_what_stood(person, str(kind))
    rows = ContactDetail.objects.select_for_update().filter(person=person)
    _end(rows.filter(kind=kind), starts_on)
    if preferred:
        rows.filter(preferred=True).update(preferred=False)
    note(person, **{kind: {"value": value, "preferred": preferred, "safe": safe}})
    if not value:
        keep(person.pk)
        return None
    made = ContactDetail.objects.create(
        person=person, kind=kind, value=value, preferred=preferred, safe=safe, starts_on=starts_on
    )
    said = {"kind": kind, "value": value, "preferred": preferred, "safe": safe, "starts_on": starts_on}
    note(made, person=str(person.pk), **said)  # whose it was: the row may be taken away, and erasing follows this
    keep(person.pk)
    return made


def _end(rows: QuerySet[ContactDetail], on: date) -> None:
    """What stood before ends; what began on this day or later was said too soon, and only history keeps it."""
    rows.filter(starts_on__gte=on).delete()
    cut(rows, on)


def _check(kind: str, value: str) -> None:
    if kind == ContactKind.EMAIL and value:
        try:
            validate_email(value)
        except ValidationError:
            sentence = _("Enter an email address in full, such as name@example.org, or leave it empty")
            raise ValidationError({"email": [sentence]}) from None
    if kind in {ContactKind.TELEPHONE, ContactKind.MOBILE} and value and sum(c.isdigit() for c in value) < 5:
        raise ValidationError({str(kind): [_("Enter a telephone number with all its digits, or leave it empty")]})
