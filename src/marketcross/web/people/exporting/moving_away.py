"""Somebody moves to another council: their record goes with them (Care Act 2014, section 37(5))."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.models import Move, Person

from .file import for_another_council
from .gathering import held_about


@action("people.moved_away")
def hand_to_council(
    *, by: Actor, at: datetime, person: Person, user: User, council: str, moves_on: date
) -> tuple[Move, dict[str, Any]]:
    """The file for the other council, and the note that it was made; who looked and what we did stays here.

    :raises ValidationError: no council is named.
    """
    if not council.strip():
        raise ValidationError({"council": [_("Enter the name of the other council")]})
    on = timezone.localdate(at)
    held = held_about(person.pk)
    document = for_another_council(held, on=on)
    made = Move.objects.create(
        person=person, way=Move.Way.OUT, council=council.strip(), moves_on=moves_on, handed_on=on, handed_by=user,
        checksum=document["checksum"],
    )  # fmt: skip
    note(made, person=str(person.pk), way=made.way, council=made.council, moves_on=moves_on, checksum=made.checksum)
    return made, document
