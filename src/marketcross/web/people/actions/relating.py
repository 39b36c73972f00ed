"""Who is in a person's life, and by what authority they act."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import refuse
from marketcross.web.people.models import Person, Relationship
from marketcross.web.people.vocabulary import ACTS_BY_LAW


@about_person("people.relationship_added")
def add_relationship(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    kind: str,
    starts_on: date,
    ends_on: date | None = None,
    other: Person | None = None,
    outside_name: str = "",
    outside_contact: str = "",
    described_as: str = "",
    scope: Iterable[str] = (),
) -> Relationship:
    """Say what somebody is to a person: ``other``, of the register, or an ``outside_name``.

    :raises ValidationError: nobody or two are named, or an authority without a scope.
    """
    held, problems = sorted(scope), {}
    if (other is None) == (not outside_name.strip()):
        problems["outside_name"] = _("Enter a name, or choose somebody of the register; one of the two")
    if other and other.pk == person.pk:
        problems["outside_name"] = _("Choose somebody else: this is the same person")
    if kind in ACTS_BY_LAW and not held:
        problems["scope"] = _("Choose what they may decide about: money and property, health and welfare, or both")
    if ends_on and ends_on <= starts_on:
        problems["ends_on"] = _("The end must be after the start")
    refuse(problems)
    made = Relationship.objects.create(
        person=person,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        other=other,
        outside_name=outside_name.strip(),
        outside_contact=outside_contact.strip(),
        described_as=described_as.strip(),
        scope=held if kind in ACTS_BY_LAW else [],
    )
    note(made, person=str(person.pk), kind=kind, starts_on=starts_on, outside_name=outside_name, scope=held)
    return made


@action("people.evidence_seen")
def see_evidence(
    *, by: Actor, at: datetime, relationship: Relationship, evidence: str, seen_on: date, seen_by: User
) -> None:
    """Note which paper shows an authority, and who saw it when.

    :raises ValidationError: no paper is named.
    """
    if not evidence.strip():
        raise ValidationError({"evidence": [_("Say which paper you saw")]})
    relationship.evidence, relationship.seen_on, relationship.seen_by = evidence.strip(), seen_on, seen_by
    relationship.save(update_fields=["evidence", "seen_on", "seen_by"])
    note(relationship, evidence=evidence, seen_on=seen_on, seen_by=str(seen_by.pk))


@action("people.relationship_ended")
def end_relationship(*, by: Actor, at: datetime, relationship: Relationship, ends_on: date) -> None:
    """End it; ``ends_on`` is the first day without it. What was lent by its authority opens nothing from then on.

    :raises ValidationError: it would end before it starts.
    """
    if ends_on <= relationship.starts_on:
        raise ValidationError({"ends_on": [_("The end must be after the start")]})
    relationship.ends_on = ends_on
    relationship.save(update_fields=["ends_on"])
    note(relationship, ends_on=ends_on)
