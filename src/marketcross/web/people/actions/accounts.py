"""Whose account is whose."""

from datetime import date, datetime

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.people.acting import about_person
from marketcross.web.people.models import Person, PersonAccount


@about_person("people.account_linked")
def link_account(*, by: Actor, at: datetime, person: Person, user: User, starts_on: date) -> PersonAccount:
    """Let ``user`` see their own record: somebody has checked that they are this person."""
    made = PersonAccount.objects.create(person=person, user=user, starts_on=starts_on)
    note(made, person=str(person.pk), user=str(user.pk), starts_on=starts_on)
    return made


@action("people.account_ended")
def end_account(*, by: Actor, at: datetime, account: PersonAccount, ends_on: date) -> None:
    """The account is no longer this person's from ``ends_on`` on."""
    account.ends_on = ends_on
    account.save(update_fields=["ends_on"])
    note(account, ends_on=ends_on)
