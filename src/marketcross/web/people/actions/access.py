"""Open a record that is not one's own to look after: with a reason, seen by the person and told to their team."""

from datetime import datetime, timedelta

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.messages.actions import send
from marketcross.web.core.models import User
from marketcross.web.people.acting import about_person
from marketcross.web.people.events import LookedBeyond
from marketcross.web.people.models import AccessReason, Person
from marketcross.web.people.queries.reports import told_of
from marketcross.web.people.vocabulary import Reason

DAYS = 7  # for which a reason opens a record
EMERGENCY_DAYS = 2  # today and tomorrow: an emergency may last beyond midnight


@about_person("people.reason_given")
def give_reason(
    *, by: Actor, at: datetime, person: Person, user: User, reason: str, words: str = "", emergency: bool = False
) -> AccessReason:
    """Open the record for ``user`` at once, and tell the person's team or, where there is none, the auditors."""
    starts_on = timezone.localdate(at)
    made = AccessReason.objects.create(
        user=user,
        person=person,
        reason=Reason.EMERGENCY if emergency else reason,
        words=words.strip(),
        emergency=emergency,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=EMERGENCY_DAYS if emergency else DAYS),
    )
    note(made, person=str(person.pk), user=str(user.pk), reason=made.reason, words=made.words, emergency=emergency)
    publish(LookedBeyond(reason=str(made.pk), person=str(person.pk), emergency=emergency))
    for reader in told_of(made, on=starts_on):
        send(by=by, at=at, template="looked_beyond", to=reader.email, about=made, name=reader.name, emergency=emergency)
    return made


@action("people.reason_read")
def mark_reason_read(*, by: Actor, at: datetime, reason: AccessReason, reader: User) -> None:
    """Somebody of the team, or an auditor, has read why."""
    reason.read_by, reason.read_on = reader, timezone.localdate(at)
    reason.save(update_fields=["read_by", "read_on"])
    note(reason, read_by=str(reader.pk))
