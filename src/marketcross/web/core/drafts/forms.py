"""The forms of saved work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .code import read_code


class ResumeForm(forms.Form):
    """A resume code, however it is typed."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("It has 16 letters and numbers, such as 7K3M-0QX9-ZP2D-HV5T. Small letters and spaces are fine."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "width": "20"}),
        error_messages={"required": _("Enter your code"), "max_length": _("Enter the 16 letters and numbers only")},
    )

    def clean_code(self) -> str:
        typed = str(self.cleaned_data["code"])
        if read_code(typed) is None:
            raise forms.ValidationError(_("Enter all 16 letters and numbers of your code"))
        return typed


class EmailCodeForm(forms.Form):
    """Where to send the code."""

    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("We send the code once. We do not keep your email address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter an email address"),
            "invalid": _("Enter an email address, such as name@example.org"),
        },
    )
