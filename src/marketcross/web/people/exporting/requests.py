"""Somebody asks for everything; somebody else looks it over; then it is theirs."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.merging import hold_still
from marketcross.web.people.models import HeldBack, PersonAccount, SubjectRequest

from .checking import Place, to_look_over, without
from .clock import due_after, longest_after
from .gathering import held_about


@action("people.everything_asked")
def ask(*, by: Actor, at: datetime, person: UUID, how: str, asked_on: date | None = None) -> SubjectRequest:
    """Start the clock: an answer is due a month after the day of asking. Asked again, the open request stands."""
    kept, on = hold_still(person), asked_on or timezone.localdate(at)
    if on > timezone.localdate(at):
        raise ValidationError({"asked_on": [_("The day on which they asked cannot be in the future")]})
    standing = SubjectRequest.objects.filter(person=kept, handed_on__isnull=True).first()
    made = standing or SubjectRequest.objects.create(person_id=kept, how=how, asked_on=on, due_on=due_after(on))
    note(made, how=made.how, asked_on=made.asked_on, due_on=made.due_on)
    return made


@action("people.everything_takes_longer")
def take_longer(*, by: Actor, at: datetime, request: SubjectRequest, until: date, why: str) -> None:
    """Take up to two months more, and say why within the first month, as the law wants.

    :raises ValidationError: too late to say so, too long, or no reason.
    """
    problems = {}
    if timezone.localdate(at) > request.due_on:
        problems["until"] = [_("The first month is over. More time can only be taken before it ends.")]
    elif not request.due_on < until <= longest_after(request.asked_on):
        problems["until"] = [_("Choose a day after the first month, and at most two months later")]
    if not why.strip():
        problems["why"] = [_("Say why it takes longer. The person reads it.")]
    if problems:
        raise ValidationError(problems)
    request.longer_until, request.longer_why = until, why.strip()
    request.save(update_fields=["longer_until", "longer_why"])
    note(request, longer_until=until)


@action("people.everything_checked")
def check(
    *, by: Actor, at: datetime, request: SubjectRequest, checker: User, back: Mapping[Place, str], seen: str
) -> SubjectRequest:
    """Freeze what goes out, without what is held ``back``, each field with its reason of the list.

    ``seen`` is the digest of what was looked over: where the record has changed since, it is looked over again.

    :raises ValidationError: it has changed, is on its way already, or something held back is not on the list.
    """
    request = SubjectRequest.objects.select_for_update().get(pk=request.pk)
    held = held_about(request.person_id).as_data()
    _refuse(request, checker, held, back, seen)
    HeldBack.objects.filter(request=request).delete()
    HeldBack.objects.bulk_create(
        HeldBack(request=request, kind=kind, row=row, field=field, why=why) for (kind, row, field), why in back.items()
    )
    request.content = without(held, back)
    request.checked_by, request.checked_on = checker, timezone.localdate(at)
    request.save(update_fields=["content", "checked_by", "checked_on"])
    note(request, held_back=len(back), checked_by=str(checker.pk))
    return request


def _refuse(request: SubjectRequest, checker: User, held: dict[str, Any], back: Mapping[Place, str], seen: str) -> None:
    if request.handed_on:
        raise ValidationError(_("This answer was handed over already. A new request begins anew."))
    if PersonAccount.objects.filter(person=request.person_id, user=checker, ends_on__isnull=True).exists():
        raise ValidationError(_("This is your own record. A colleague checks it."))
    if seen != digest_of(held):
        raise ValidationError(_("The record has changed since you opened this page. Look over what is new."))
    if set(back) - {item.place for item in to_look_over(held)} or set(back.values()) - set(HeldBack.Why.values):
        raise ValidationError(_("Choose from the list what is held back, and why"))


@action("people.everything_handed_over")
def hand_over(*, by: Actor, at: datetime, request: SubjectRequest) -> SubjectRequest:
    """The answer is theirs: on their own pages, or given to them on paper after a look at who they are.

    :raises ValidationError: nobody has checked it.
    """
    request = SubjectRequest.objects.select_for_update().get(pk=request.pk)
    if request.content is None:
        raise ValidationError(_("Check the answer before it is handed over"))
    request.handed_on = timezone.localdate(at)
    request.save(update_fields=["handed_on"])
    note(request, handed_on=request.handed_on)
    return request


def digest_of(held: dict[str, Any]) -> str:
    """What was looked over, in one word. Looks change all the time and hold nothing to look over."""
    from .file import checksum

    trail = [section for section in held["trail"] if section["kind"] != "core.looks"]
    return checksum({"record": held["record"], "trail": trail, "behind": held["behind"]})
