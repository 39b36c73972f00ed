"""The one box."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.finding.reading import LONGEST_TEXT


class FindForm(forms.Form):
    """Whatever is known of somebody, in any order."""

    text = forms.CharField(
        label=_("Who are you looking for?"),
        help_text=_(
            "A name, a date of birth, an NHS number, a telephone number or an address: what you know, in any order. "
            "You need not spell it right."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter something that you know about them, such as a name or a date of birth"),
            "max_length": _("Enter %(limit_value)d letters or fewer: a name and a year of birth are enough"),
        },
    )
