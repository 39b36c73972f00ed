"""What a person is called."""

from datetime import datetime

from django.utils import timezone

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.finding import keep
from marketcross.web.people.lines import put
from marketcross.web.people.models import Name, Person
from marketcross.web.people.vocabulary import NameKind

from .changing import refuse_the_future
from .standing import keep_what_stood

ONE_AT_A_TIME = (NameKind.USED, NameKind.LEGAL)
FIELDS = {NameKind.USED: "name", NameKind.LEGAL: "legal_name"}


@about_person("people.name_changed")
def change_name(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    given: str = "",
    family: str = "",
    whole: str = "",
    kind: str = NameKind.USED,
) -> Name:
    """Say a name from a day on. Without ``whole`` it is the given name, then the family name.

    :raises ValidationError: there is no name in it.
    """
    refuse_the_future(at)
    refuse(dict(problems_of({"given": given, "family": family, "whole": whole}, timezone.localdate())))
    given, family, whole = (" ".join(part.split()) for part in (given, family, whole or f"{given} {family}"))
    starts_on, field = timezone.localdate(at), FIELDS.get(NameKind(kind), "other_name")
    keep_what_stood(person, field)
    name = Name(person=person, kind=kind, given=given, family=family, whole=whole, starts_on=starts_on)
    if kind in ONE_AT_A_TIME:
        name = put(Name.objects.select_for_update().filter(person=person, kind=kind), name)
    else:
        name.save()
    note(name, kind=kind, given=given, family=family, whole=whole, starts_on=starts_on)
    note(person, **{field: whole})
    keep(person.pk)
    return name
