"""Add a person to the register."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.models import User
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.events import PersonAdded
from marketcross.web.people.models import Person
from marketcross.web.people.vocabulary import ContactKind, Sex

from .assigning import assign
from .contacting import change_contact
from .moving import change_home
from .naming import change_name
from .numbering import change_number

WAYS = {"telephone": ContactKind.TELEPHONE, "mobile": ContactKind.MOBILE, "email": ContactKind.EMAIL}


@action("people.person_added")
def add_person(
    *,
    by: Actor,
    at: datetime,
    given: str = "",
    family: str = "",
    whole: str = "",
    born_on: date | None = None,
    born_about: int | None = None,
    sex: str = Sex.UNKNOWN,
    died_on: date | None = None,
    lines: str = "",
    postcode: str = "",
    no_fixed_address: bool = False,
    nhs_number: str = "",
    telephone: str = "",
    mobile: str = "",
    email: str = "",
    language: str = "",
    beside: User | None = None,
) -> Person:
    """Make a record with what is known; ``beside`` is assigned to it at once. Everything but a name may be missing.

    :raises ValidationError: with all that is wrong, a sentence for each field; nothing is kept.
    """
    facts: dict[str, Any] = {name: value for name, value in locals().items() if name not in {"by", "at", "beside"}}
    refuse(dict(problems_of(facts, timezone.localdate())))
    columns = {name: facts[name] for name in ("born_on", "born_about", "sex", "died_on", "language")}
    person = Person.objects.create(**columns)
    note(person, **columns)
    change_name(by=by, at=at, person=person, given=given, family=family, whole=whole)
    if lines or postcode or no_fixed_address:
        change_home(by=by, at=at, person=person, lines=lines, postcode=postcode, no_fixed_address=no_fixed_address)
    if nhs_number:
        change_number(by=by, at=at, person=person, value=nhs_number)
    for name, kind in WAYS.items():
        if facts[name]:
            change_contact(by=by, at=at, person=person, kind=kind, value=facts[name])
    if beside:
        assign(by=by, at=at, person=person.pk, user=beside, starts_on=timezone.localdate(at))
    publish(PersonAdded(person=str(person.pk)))
    return person
