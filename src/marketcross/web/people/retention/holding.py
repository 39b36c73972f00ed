"""A hold keeps everything about a person from being erased: a claim, a complaint, an inquiry."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.lines import close
from marketcross.web.people.models import LegalHold, Person


@action("people.held")
def place_hold(*, by: Actor, at: datetime, person: Person, user: User, words: str) -> LegalHold:
    """Hold the record from today on, for a reason.

    :raises ValidationError: no reason is given.
    """
    if not words.strip():
        raise ValidationError({"words": [_("Say why the record is held: a claim, a complaint, an inquiry")]})
    made = LegalHold.objects.create(
        person=person, words=words.strip(), placed_by=user, starts_on=timezone.localdate(at)
    )
    note(made, person=str(person.pk), words=made.words)
    return made


@action("people.hold_lifted")
def lift_hold(*, by: Actor, at: datetime, hold: LegalHold) -> None:
    """From today on the schedule counts again."""
    note(hold, lifted=True)
    close(hold, timezone.localdate(at))
