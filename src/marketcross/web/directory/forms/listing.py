"""What a group or provider says of itself when it is new: five short pages."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory import checking
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Organisation, Service
from marketcross.web.directory.registration.rule import registered
from marketcross.web.directory.vocabulary import DAYS, GROUPS

from .choices import of_category, of_locality
from .fields import Pounds, TimeOfDay
from .saying import SETS, hours, reached, where

_SHORT = {"width": "5"}


class GroupForm(forms.Form):
    """Who lists something: one of the user's own organisations, or a new one."""

    title = _("Your group")

    existing = forms.ChoiceField(
        label=_("Which group is it for?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which group it is for")},
    )
    organisation = forms.CharField(
        max_length=120,
        label=_("What is your group or organisation called?"),
        error_messages={"required": _("Enter the name of your group or organisation")},
    )
    kind = forms.ChoiceField(
        label=_("What are you?"),
        choices=Organisation.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you are")},
    )

    def __init__(self, *args: Any, own: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["existing"].choices = [*(own or {}).items(), ("new", now("Another one"))]  # type: ignore[attr-defined]
        if own:
            self.fields["organisation"].required = self.fields["kind"].required = False
        else:
            del self.fields["existing"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("organisation", "kind") if said.get("existing") == "new" else ():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        return said


class WhatForm(forms.Form):
    """What it is and for whom."""

    title = _("What it is")

    name = forms.CharField(
        max_length=120,
        label=_("What is it called?"),
        help_text=_("For example, Tuesday Lunch Club. It may be the name of your group."),
        error_messages={"required": _("Enter what it is called")},
    )
    category = forms.ChoiceField(
        label=_("What kind of thing is it?"),
        help_text=_("What may be personal care shows only after we have checked it."),
        error_messages={"required": _("Choose what kind of thing it is")},
    )
    cqc_location = forms.CharField(
        required=False,
        max_length=20,
        label=_("CQC location number"),
        help_text=_("Only for care homes, and for care such as help to wash. It is like 1-123456789."),
        widget=forms.TextInput(attrs={"width": "20"}),
    )
    description = forms.CharField(
        max_length=2_000,
        label=_("What happens there?"),
        help_text=_("In a few plain sentences, as you would tell a neighbour. Name nobody without asking them."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say in a sentence or two what happens there")},
    )
    groups = forms.MultipleChoiceField(
        label=_("Who is it for?"),
        choices=list(GROUPS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who it is for")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = of_category(_("Choose one"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not {"category", "cqc_location"} & set(self.errors):
            listing = Listing(name="", category=said["category"], cqc_location=said["cqc_location"])
            add(self, registered(listing, on=timezone.localdate()))
        return said


class WhenForm(forms.Form):
    """When it is, and what it costs."""

    title = _("When it is and what it costs")

    days = forms.MultipleChoiceField(
        required=False,
        label=_("Which days?"),
        help_text=_("Leave all of them empty if you agree a time with each person."),
        choices=list(DAYS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    opens = TimeOfDay(required=False, label=_("It starts at"), widget=forms.TextInput(attrs=_SHORT))
    closes = TimeOfDay(required=False, label=_("It ends at"), widget=forms.TextInput(attrs=_SHORT))
    overnight = forms.BooleanField(required=False, label=_("It goes through the night"))
    days_2 = forms.MultipleChoiceField(
        required=False,
        label=_("Other days, at another time?"),
        choices=list(DAYS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    opens_2 = TimeOfDay(required=False, label=_("On those days it starts at"), widget=forms.TextInput(attrs=_SHORT))
    closes_2 = TimeOfDay(required=False, label=_("On those days it ends at"), widget=forms.TextInput(attrs=_SHORT))
    price = forms.ChoiceField(
        label=_("What does it cost?"),
        choices=[("free", _("It is free")), ("paid", _("There is a price")), ("ask", _("It depends: people ask us"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it costs")},
    )
    pounds = Pounds(required=False, label=_("Pounds a session or hour"), widget=forms.TextInput(attrs=_SHORT))
    price_includes = forms.CharField(
        required=False, max_length=200, label=_("What does that include?"), help_text=_("For example, tea and a lift.")
    )
    takes_direct_payments = forms.BooleanField(required=False, label=_("People can pay with a direct payment"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for suffix in SETS:
            days, opens, closes = (said.get(f"{name}{suffix}") for name in ("days", "opens", "closes"))
            if days and not opens and f"opens{suffix}" not in self.errors:
                self.add_error(f"opens{suffix}", now("Enter when it starts, like 10:30"))
            if days and not closes and f"closes{suffix}" not in self.errors:
                self.add_error(f"closes{suffix}", now("Enter when it ends, like 12:00"))
            if (opens or closes) and not days:
                self.add_error(f"days{suffix}", now("Choose the days"))
        if said.get("price") == "paid" and not said.get("pounds") and "pounds" not in self.errors:
            self.add_error("pounds", now("Enter what it costs, like 3.50"))
        if not self.errors:
            add(self, checking.when(Listing(name="", category="", hours=tuple(hours(said)))))
        return said


class WhereForm(forms.Form):
    """Where it is, and who may come."""

    title = _("Where it is")

    happens = forms.ChoiceField(
        label=_("Where does it happen?"),
        choices=Service.Happens.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it happens")},
    )
    postcode = forms.CharField(
        required=False,
        max_length=10,
        label=_("Postcode of the place"),
        help_text=_("Where people come to you. Never give somebody's home without asking them."),
        widget=forms.TextInput(attrs={"width": "10"}),
    )
    place = forms.CharField(
        required=False, max_length=120, label=_("Name of the place"), help_text=_("For example, St Bride's Hall.")
    )
    address = forms.CharField(required=False, max_length=200, label=_("Street and number"))
    access = forms.CharField(
        required=False,
        max_length=300,
        label=_("How do people get in?"),
        help_text=_("Steps, a ramp, parking, the nearest bus, a hearing loop."),
    )
    areas = forms.MultipleChoiceField(
        required=False,
        label=_("Is it only for people who live in some areas?"),
        help_text=_("Leave all of them empty if anybody may come."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = of_locality()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            add(self, checking.where(Listing(name="", category="", **where(said))))
        return said


class ReachForm(forms.Form):
    """How people reach the group."""

    title = _("How people reach you")

    phone = forms.CharField(
        required=False,
        max_length=30,
        label=_("Phone number"),
        help_text=_("Everybody can see it. Give at least one of the three."),
        widget=forms.TextInput(attrs={"type": "tel", "width": "20"}),
    )
    email = forms.CharField(required=False, max_length=254, label=_("Email address"))
    website = forms.CharField(required=False, max_length=200, label=_("Website"))
    how_to_start = forms.CharField(
        required=False,
        max_length=300,
        label=_("How does somebody start?"),
        help_text=_("For example, just come along, or call Bo first."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            add(self, checking.reached(Listing(name="", category="", **reached(said))))
        return said


def add(form: forms.Form, problems: Iterable[checking.Problem]) -> None:
    """Say each problem beside its field."""
    for field, words in problems:
        form.add_error(field, words)


PAGES: Mapping[str, type[forms.Form]] = {
    "group": GroupForm,
    "what": WhatForm,
    "when": WhenForm,
    "where": WhereForm,
    "reach": ReachForm,
}
