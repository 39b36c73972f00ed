"""What a link worker is asked, and asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from marketcross.web.pathway.models import Introduction, Step
from marketcross.web.pathway.wellbeing import QUESTIONS

from .choosing import one_of, words

BY_STAFF = [choice for choice in Introduction.Ending.choices if choice[0] != Introduction.Ending.DIED]


class IntroduceForm(forms.Form):
    introduced_by = one_of(
        _("Who introduces them?"), Introduction.By.choices, _("Choose who introduces them"),
        hint=_("Anybody may. You write it down for them."),
    )  # fmt: skip


class GoalForm(forms.Form):
    goal = words(
        _("What does the person want?"),
        _("Write down what the person wants"),
        hint=_("In their own words, as they said it."),
    )


class ResultForm(forms.Form):
    result = one_of(_("What came of it?"), Step.Result.choices, _("Choose what came of it"))


class EndIntroductionForm(forms.Form):
    because = one_of(_("Why does it end?"), BY_STAFF, _("Choose why it ends"))


class WellbeingForm(forms.Form):
    """The four questions, each 0 to 10, each of which may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.name] = forms.IntegerField(
                label=question.asks,
                help_text=_("From 0, %(low)s, to 10, %(high)s") % {"low": question.low, "high": question.high},
                required=False,
                min_value=0,
                max_value=10,
                widget=forms.NumberInput(attrs={"width": "2"}),
                error_messages=dict.fromkeys(
                    ("invalid", "min_value", "max_value"), _("Enter a whole number from 0 to 10, or leave it empty")
                ),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and all(value is None for value in given.values()):
            raise forms.ValidationError(say("Answer at least one of the questions"))
        return given


class SearchForm(forms.Form):
    """Look in the directory, near where the person lives."""

    narrows = True
    text = forms.CharField(label=_("What are you looking for?"), required=False, max_length=200)
    near = forms.CharField(label=_("Near which place or postcode?"), required=False, max_length=80)
