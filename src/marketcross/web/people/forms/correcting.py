"""Correct one field: its form, what stands in it now, and the action that it is sent to."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.actor import Actor
from marketcross.web.people import actions
from marketcross.web.people.models import Person
from marketcross.web.people.vocabulary import AccessNeed, ContactKind, Language, ReachBy, Sex

from .days import day_field, from_when

LANGUAGES = [("", _("Not known")), *Language.choices]
SAFE = [("", _("Nobody asked")), ("yes", _("Yes")), ("no", _("No"))]


class Correction(forms.Form):
    """One fact and from when it is true. ``act`` sends it to its action."""

    field_order = None

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["starts_on"] = from_when()

    def act(self, person: Person, by: Actor) -> None:
        """Write what the form says."""
        facts = dict(self.cleaned_data)
        day = facts.pop("starts_on")
        at = timezone.make_aware(datetime(day.year, day.month, day.day))
        self.write(person=person, by=by, at=at, **facts)

    def write(self, **facts: Any) -> None:
        actions.change(**facts)


class NameForm(Correction):
    given = forms.CharField(label=_("Given names"), max_length=150, required=False)
    family = forms.CharField(label=_("Family name"), max_length=150, required=False)
    whole = forms.CharField(
        label=_("Whole name in the order in which it is used"),
        max_length=310,
        required=False,
        help_text=_("Only where it is not the given names and then the family name."),
    )

    def write(self, **facts: Any) -> None:
        actions.change_name(**facts)


class BornForm(Correction):
    born_on = day_field(_("Date of birth"), required=False)
    born_about = forms.IntegerField(label=_("Year of birth, where the day is not known"), required=False)

    def act(self, person: Person, by: Actor) -> None:
        """Somebody was born once: what is said now holds for all time."""
        actions.change(person=person, by=by, at=person.recorded_at, **self.cleaned_data)

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        del self.fields["starts_on"]


class DiedForm(Correction):
    died_on = day_field(_("Day of death"), required=False, help_text=_("Leave it empty to take a mistaken one back."))

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        del self.fields["starts_on"]

    def act(self, person: Person, by: Actor) -> None:
        actions.record_death(person=person, by=by, at=timezone.now(), **self.cleaned_data)


class SexForm(Correction):
    sex = forms.ChoiceField(label=_("Sex as recorded"), choices=Sex.choices)


class HomeForm(Correction):
    lines = forms.CharField(
        label=_("Address"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    no_fixed_address = forms.BooleanField(label=_("They have no fixed address"), required=False)

    def write(self, **facts: Any) -> None:
        actions.change_home(**facts)


class ContactForm(Correction):
    kind = ""
    value = forms.CharField(max_length=254, required=False)
    preferred = forms.BooleanField(label=_("This is where they want to be reached first"), required=False)
    safe = forms.ChoiceField(label=_("May a message be left there?"), choices=SAFE, required=False)

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["value"].label = dict(ContactKind.choices)[self.kind]

    def write(self, **facts: Any) -> None:
        safe = {"yes": True, "no": False}.get(facts.pop("safe"))
        actions.change_contact(kind=self.kind, safe=safe, **facts)


class TelephoneForm(ContactForm):
    kind = ContactKind.TELEPHONE


class MobileForm(ContactForm):
    kind = ContactKind.MOBILE


class EmailForm(ContactForm):
    kind = ContactKind.EMAIL


class ReachForm(Correction):
    reach_by = forms.ChoiceField(
        label=_("How to reach them"), choices=[("", _("Not known")), *ReachBy.choices], required=False
    )


class LanguageForm(Correction):
    language = forms.ChoiceField(label=_("First language"), choices=LANGUAGES, required=False)


class InterpreterForm(Correction):
    interpreter = forms.BooleanField(label=_("They need an interpreter"), required=False)


class NeedsForm(Correction):
    access_needs = forms.MultipleChoiceField(
        label=_("What they need from us"),
        choices=AccessNeed.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NumberForm(Correction):
    nhs_number = forms.CharField(label=_("NHS number"), max_length=14, required=False)

    def write(self, **facts: Any) -> None:
        actions.change_number(value=facts.pop("nhs_number"), **facts)


class GpForm(Correction):
    practice = forms.CharField(
        label=_("Name of the practice"), max_length=200, error_messages={"required": _("Enter the practice's name")}
    )
    code = forms.RegexField(
        r"^[A-Z][0-9]{5}$",
        label=_("Its code"),
        required=False,
        error_messages={"invalid": _("Enter a code such as A12345, or leave it empty")},
    )

    def write(self, **facts: Any) -> None:
        actions.change_gp(**facts)


FORMS: dict[str, type[Correction]] = {
    "name": NameForm,
    "born_on": BornForm,
    "died_on": DiedForm,
    "sex": SexForm,
    "home": HomeForm,
    "telephone": TelephoneForm,
    "mobile": MobileForm,
    "email": EmailForm,
    "reach_by": ReachForm,
    "language": LanguageForm,
    "interpreter": InterpreterForm,
    "access_needs": NeedsForm,
    "nhs_number": NumberForm,
    "gp": GpForm,
}
