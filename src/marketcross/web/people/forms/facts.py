"""Capacity and liberty."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.vocabulary import LibertyKind

from .days import day_field

CAPACITY = [("yes", _("They could decide this themselves")), ("no", _("They lacked capacity for this decision"))]


class CapacityForm(forms.Form):
    """One decision, on one day."""

    decision = forms.CharField(
        label=_("Which decision?"),
        max_length=300,
        help_text=_("Capacity is about one decision at one time: for example, where to live."),
        error_messages={"required": _("Say which decision it is about")},
    )
    has_capacity = forms.ChoiceField(
        label=_("What did the assessment find?"),
        choices=CAPACITY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was found")},
    )
    best_interests = forms.CharField(
        label=_("What was decided in their best interests, and why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    decided_on = day_field(_("On which day?"), initial=timezone.localdate)
    look_again_on = day_field(_("When will you look at it again?"), required=False)

    def clean_has_capacity(self) -> bool:
        return bool(self.cleaned_data["has_capacity"] == "yes")


class LibertyForm(forms.Form):
    """One authorisation."""

    kind = forms.ChoiceField(label=_("What kind?"), choices=LibertyKind.choices)
    authority = forms.CharField(
        label=_("Who authorised it?"), max_length=200, error_messages={"required": _("Say who authorised it")}
    )
    starts_on = day_field(_("First day"), initial=timezone.localdate)
    ends_on = day_field(_("First day on which it no longer holds"))
    conditions = forms.CharField(label=_("Conditions"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
