"""Add a person, with the few things that are needed to know them again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.vocabulary import Sex

from .days import day_field


class AddForm(forms.Form):
    """Everything but a name may be left out."""

    given = forms.CharField(
        label=_("Given names"),
        max_length=150,
        required=False,
        help_text=_("One name is enough: here."),
    )
    family = forms.CharField(label=_("Family name"), max_length=150, required=False)
    born_on = day_field(_("Date of birth"), required=False)
    born_about = forms.IntegerField(
        label=_("Year of birth, where the day is not known"),
        required=False,
        widget=forms.NumberInput(attrs={"width": "4"}),
        error_messages={"invalid": _("Enter a year of four digits")},
    )
    sex = forms.ChoiceField(label=_("Sex as recorded"), choices=Sex.choices, initial=Sex.UNKNOWN)
    died_on = day_field(_("Day of death, if they have died"), required=False)
    lines = forms.CharField(
        label=_("Address"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    no_fixed_address = forms.BooleanField(
        label=_("They have no fixed address"), required=False, help_text=_("Say above where they can usually be found.")
    )
    telephone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    mobile = forms.CharField(label=_("Mobile"), max_length=40, required=False)
    email = forms.CharField(label=_("Email"), max_length=254, required=False)
    nhs_number = forms.CharField(label=_("NHS number"), max_length=14, required=False)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def facts(self) -> dict[str, object]:
        """What ``add_person`` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "sure"}
