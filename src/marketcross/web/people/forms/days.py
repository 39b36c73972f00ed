"""Days in forms."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DayInput(forms.DateInput):
    """The browser's own day field, which sends a day as the standard writes it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, *, help_text: Any = "", required: bool = True, **more: Any) -> forms.DateField:
    """A day, typed or chosen."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DayInput(),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"],
        error_messages={"required": _("Enter a day"), "invalid": _("Enter a day such as 27 3 1950, as 27/03/1950")},
        **more,
    )


def from_when() -> forms.DateField:
    """From when a fact is true: today, unless told otherwise."""
    label, hint = _("From when is this true?"), _("For a slip of the pen, the day from which it stood there wrongly.")
    return day_field(label, help_text=hint, initial=timezone.localdate)
