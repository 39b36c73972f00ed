"""What the style page shows: every kind of question and every component, with made words."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

OFTEN = [("daily", lazy("Every day")), ("weekly", lazy("Every week")), ("less", lazy("Less"))]
PLACES = [("north", lazy("North")), ("south", lazy("South"))]
HELPERS = [("family", lazy("Family")), ("friends", lazy("Friends"))]


class ExampleForm(forms.Form):
    """Every kind of question."""

    name = forms.CharField(
        label=lazy("What shall we call you?"),
        help_text=lazy("The name you use."),
        error_messages={"required": lazy("Enter the name you use")},
    )
    age = forms.IntegerField(
        label=lazy("How old are you?"),
        widget=forms.NumberInput(attrs={"width": "3"}),
        error_messages={"required": lazy("Enter your age"), "invalid": lazy("Enter your age as a whole number")},
    )
    words = forms.CharField(
        label=lazy("What matters to you?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": lazy("Say what matters to you")},
    )
    often = forms.ChoiceField(
        label=lazy("How often do you go out?"),
        choices=OFTEN,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how often you go out")},
    )
    place = forms.ChoiceField(label=lazy("Where?"), choices=PLACES, error_messages={"required": lazy("Choose a place")})
    help = forms.MultipleChoiceField(
        label=lazy("Who helps you?"),
        choices=HELPERS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Choose who helps you")},
    )
    sure = forms.BooleanField(
        label=lazy("I have read this"), error_messages={"required": lazy("Say that you have read this")}
    )


def examples() -> dict[str, Any]:
    """The parts of the style page that are not its form."""
    return {
        "tasks": [
            {"title": _("About you"), "href": "#", "done": True},
            {"title": _("What matters to you"), "href": "#", "hint": _("In your own words")},
            {"title": _("Check your answers")},
        ],
        "answers": [
            {"key": _("Name"), "value": "Merrin", "change": "#"},
            {"key": _("Wishes"), "value": _("My own flat")},
        ],
        "items": [
            {"title": _("Plan agreed"), "at": datetime(2026, 6, 1, 10, 30), "by": "Merrin", "text": _("Both signed.")},
        ],
    }
