"""People in somebody's life: add one, note a paper, end it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.vocabulary import RelationshipKind, Scope

from .days import day_field


class RelationshipForm(forms.Form):
    """Who they are, what they are to the person, and what they may decide about."""

    kind = forms.ChoiceField(label=_("What are they to the person?"), choices=RelationshipKind.choices)
    outside_name = forms.CharField(
        label=_("Their name"), max_length=200, error_messages={"required": _("Enter their name")}
    )
    outside_contact = forms.CharField(
        label=_("How to reach them"),
        max_length=254,
        required=False,
        help_text=_("A telephone number or an email."),
    )
    described_as = forms.CharField(
        label=_("In the person's own words"), max_length=80, required=False, help_text=_("For example, my niece.")
    )
    scope = forms.MultipleChoiceField(
        label=_("For an attorney or a deputy: what they may decide about"),
        choices=Scope.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = day_field(_("Since when?"), initial=timezone.localdate)


class EvidenceForm(forms.Form):
    """The paper that shows an authority."""

    evidence = forms.CharField(
        label=_("Which paper did you see?"),
        max_length=200,
        help_text=_("For example, the registered power of attorney with the stamp of the Public Guardian."),
        error_messages={"required": _("Say which paper you saw")},
    )
    seen_on = day_field(_("On which day?"), initial=timezone.localdate)


class EndForm(forms.Form):
    """The first day without it."""

    ends_on = day_field(_("The first day on which it no longer holds"), initial=timezone.localdate)
