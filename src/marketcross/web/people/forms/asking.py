"""Why somebody opens a record that is not theirs to look after."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.vocabulary import Reason

REASONS = [choice for choice in Reason.choices if choice[0] != Reason.EMERGENCY]


class AskForm(forms.Form):
    """A reason from the list and in words; or the emergency button, which asks nothing first."""

    reason = forms.ChoiceField(
        label=_("Why do you need it?"),
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person can read this."),
        error_messages={"required": _("Say in a few words why")},
    )

    def __init__(self, *words: Any, emergency: bool = False, **named: Any) -> None:
        super().__init__(*words, **named)
        if emergency:
            for field in self.fields.values():
                field.required = False
