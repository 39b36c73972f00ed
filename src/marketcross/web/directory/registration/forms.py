"""Match a service by number; narrow the list of changes."""

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.models import Registration, RegistrationChange

from .rule import normal_number


class NumberForm(forms.Form):
    """A location's number, which must stand in the register that we loaded."""

    number = forms.CharField(
        max_length=20,
        label=_("CQC location number"),
        help_text=_("For example, 1-123456789. It stands in the address of the place's page on the CQC's website."),
        widget=forms.TextInput(attrs={"width": "20"}),
        error_messages={"required": _("Enter the CQC location number")},
    )

    def clean_number(self) -> str:
        number = normal_number(self.cleaned_data["number"])
        if not Registration.objects.filter(pk=number).exists():
            raise forms.ValidationError(now("The register that we loaded does not have this number. Check it."))
        return number


class ChangesFilter(forms.Form):
    """Narrow what changed."""

    kind = forms.ChoiceField(
        required=False, label=_("What changed"), choices=[("", _("All")), *RegistrationChange.Kind.choices]
    )
    listed = forms.BooleanField(required=False, label=_("Only places in our directory"))
