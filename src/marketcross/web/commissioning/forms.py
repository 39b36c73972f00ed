"""The forms of small grants."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models.small_grant import MOST_PENCE


def _long(label: Any, help_text: Any, missing: Any, *, most: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": missing, "max_length": _("Write %(limit_value)d letters or fewer")},
    )


class ApplicationForm(forms.Form):
    """An application of one page."""

    organisation = forms.ChoiceField(
        label=_("Your organisation"), error_messages={"required": _("Choose the organisation that applies")}
    )
    amount = forms.DecimalField(
        label=_("How much do you need, in pounds?"),
        help_text=_("Up to £5,000. For example, 300"),
        min_value=1,
        max_value=MOST_PENCE // 100,
        decimal_places=2,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "width": "5"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value", "max_decimal_places", "max_digits"),
            _("Enter an amount from 1 to 5000 pounds, such as 300 or 300.50"),
        ),
    )
    purpose = _long(
        _("What will you do with it?"),
        _("For example, rent a hall for twelve weeks and buy tools and tea."),
        _("Say what you will do with the money"),
        most=2_000,
    )
    who_it_helps = _long(
        _("Who will it help, and where?"),
        _("Do not name anybody."),
        _("Say who it will help, and where"),
        most=1_000,
    )

    def __init__(self, organisations: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(organisations)
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["organisation"].initial = choices[0][0]

    @property
    def pence(self) -> int:
        """The amount in whole pence, exactly."""
        return int(self.cleaned_data["amount"] * 100)


class DecisionForm(forms.Form):
    """Agree or decline, and why."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("agree", _("Agree")), ("decline", _("Decline"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you agree or decline")},
    )
    reason = _long(
        _("Reason"), _("The organisation reads this."), _("Give the reason: the organisation reads it"), most=1_000
    )


class PaidForm(forms.Form):
    """When finance paid it."""

    paid_on = forms.DateField(
        label=_("Paid on"),
        help_text=_("For example, 27/11/2026"),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"width": "10"}, format="%d/%m/%Y"),
        error_messages=dict.fromkeys(("required", "invalid"), _("Enter the day it was paid, like 27/11/2026")),
    )
    reference = forms.CharField(label=_("Payment reference"), required=False, max_length=60)

    def __init__(self, decided_on: date, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decided_on, self.today = decided_on, today

    def clean_paid_on(self) -> date:
        day: date = self.cleaned_data["paid_on"]
        if not self.decided_on <= day <= self.today:
            raise forms.ValidationError(_("Enter a day from the decision to today"))
        return day


class OutcomeForm(forms.Form):
    """What came of it."""

    came_of_it = _long(
        _("What came of it?"),
        _("What you did, how many came, what changed. Do not name anybody."),
        _("Say what came of it"),
        most=2_000,
    )
