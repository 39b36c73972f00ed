"""Decisions about capacity, and authorisations to deprive somebody of their liberty."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import refuse
from marketcross.web.people.models import CapacityDecision, LibertyAuthorisation, Person
from marketcross.web.people.vocabulary import LibertyKind

LONGEST = {LibertyKind.STANDARD: 366, LibertyKind.URGENT: 14}  # days; docs/method/people.md says by which law


@about_person("people.capacity_recorded")
def record_capacity(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    decision: str,
    has_capacity: bool,
    decided_on: date,
    decided_by: User,
    best_interests: str = "",
    look_again_on: date | None = None,
) -> CapacityDecision:
    """Keep whether somebody could take one decision on one day, and, where not, what was decided for them and why.

    :raises ValidationError: no decision is named, or best interests go with capacity.
    """
    problems = {}
    if not decision.strip():
        problems["decision"] = _("Say which decision it is about. Capacity is never about everything")
    if has_capacity and best_interests.strip():
        problems["best_interests"] = _("They could decide themselves: leave best interests empty")
    refuse(problems)
    made = CapacityDecision.objects.create(
        person=person,
        decision=decision.strip(),
        has_capacity=has_capacity,
        decided_on=decided_on,
        decided_by=decided_by,
        best_interests=best_interests.strip(),
        look_again_on=look_again_on,
    )
    note(made, person=str(person.pk), decision=decision, has_capacity=has_capacity, best_interests=best_interests)
    return made


@about_person("people.liberty_authorised")
def authorise_liberty(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    kind: str,
    authority: str,
    starts_on: date,
    ends_on: date,
    conditions: str = "",
) -> LibertyAuthorisation:
    """Keep an authorisation for ``[starts_on, ends_on)``.

    :raises ValidationError: it ends before it starts, or is longer than the law lets it be.
    """
    longest = LONGEST.get(LibertyKind(kind))
    if ends_on <= starts_on:
        raise ValidationError({"ends_on": [_("The last day must be after the first")]})
    if longest and (ends_on - starts_on).days > longest:
        sentence = _("This kind of authorisation lasts %(days)s days at most. Check both days")
        raise ValidationError({"ends_on": [sentence % {"days": longest}]})
    made = LibertyAuthorisation.objects.create(
        person=person, kind=kind, authority=authority, starts_on=starts_on, ends_on=ends_on, conditions=conditions
    )
    note(made, person=str(person.pk), kind=kind, authority=authority, ends_on=ends_on, conditions=conditions)
    return made


@action("people.liberty_ended")
def end_liberty(*, by: Actor, at: datetime, authorisation: LibertyAuthorisation, ends_on: date) -> None:
    """End an authorisation before its time; ``ends_on`` is the first day without it.

    :raises ValidationError: it is not within the authorisation.
    """
    if not authorisation.starts_on < ends_on <= authorisation.ends_on:
        raise ValidationError({"ends_on": [_("Enter a day within the authorisation")]})
    authorisation.ends_on = ends_on
    authorisation.save(update_fields=["ends_on"])
    note(authorisation, ends_on=ends_on)
