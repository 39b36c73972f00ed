"""The forms of signing in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PasswordForm(forms.Form):
    """The first step of staff."""

    email = forms.EmailField(
        label=_("Email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter your email address"),
            "invalid": _("Enter an email address, such as name@example.org"),
        },
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=400,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Enter your password")},
    )


class LinkForm(forms.Form):
    """The first step of residents, carers and representatives."""

    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("We send you a link that works once, for 15 minutes."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter your email address"),
            "invalid": _("Enter an email address, such as name@example.org"),
        },
    )


class CodeForm(forms.Form):
    """The second step of everybody."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("The 6 numbers in your authenticator app, or a code from your card."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "width": "10"}),
        error_messages={"required": _("Enter the code")},
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split()).lower()
