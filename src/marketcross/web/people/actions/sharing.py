"""By what law data is used, what the person wishes, and what they agreed to."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.lawful_bases import purpose_named
from marketcross.web.people.lines import close
from marketcross.web.people.models import Consent, LawfulBasis, Person, SharingWish


@about_person("people.purpose_begun")
def use_for(*, by: Actor, at: datetime, person: Person, purpose: str, starts_on: date) -> LawfulBasis:
    """Note that a person's data is used for a purpose, by the law that ``lawful_bases.yaml`` names, from a day on.

    :raises KeyError: there is no such purpose.
    """
    basis = purpose_named(purpose)
    held = LawfulBasis.objects.filter(person=person, purpose=purpose, ends_on__isnull=True).first()
    made = held or LawfulBasis.objects.create(person=person, purpose=purpose, starts_on=starts_on)
    note(made, person=str(person.pk), purpose=purpose, basis=basis.basis, starts_on=starts_on)
    return made


@action("people.purpose_ended")
def end_purpose(*, by: Actor, at: datetime, basis: LawfulBasis, ends_on: date) -> None:
    """The data is no longer used for this purpose."""
    if ends_on <= basis.starts_on:
        raise ValidationError({"ends_on": [_("The end must be after the start")]})
    basis.ends_on = ends_on
    basis.save(update_fields=["ends_on"])
    note(basis, ends_on=ends_on)


@about_person("people.wish_said")
def say_wish(
    *, by: Actor, at: datetime, person: Person, about: str, wish: str, on: date, words: str = ""
) -> SharingWish:
    """Keep what the person wants about sharing with one kind of reader, in place of what they wanted before."""
    for before in SharingWish.objects.filter(person=person, about=about, ends_on__isnull=True):
        close(before, on)
    made = SharingWish.objects.create(person=person, about=about, wish=wish, words=words.strip(), starts_on=on)
    note(made, person=str(person.pk), about=about, wish=wish, words=words)
    return made


@about_person("people.agreed")
def agree(*, by: Actor, at: datetime, person: Person, purpose: str, on: date) -> Consent:
    """Keep a yes, where a no would change nothing else."""
    held = Consent.objects.filter(person=person, purpose=purpose, withdrawn_on__isnull=True).first()
    made = held or Consent.objects.create(person=person, purpose=purpose, given_on=on)
    note(made, person=str(person.pk), purpose=purpose, given_on=made.given_on)
    return made


@action("people.consent_withdrawn")
def withdraw(*, by: Actor, at: datetime, consent: Consent, on: date) -> None:
    """Take a yes back: as easy as it was to give."""
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    note(consent, withdrawn_on=on)
