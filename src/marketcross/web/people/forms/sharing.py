"""Who somebody is, and what they wish about sharing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.equalities import questions
from marketcross.web.people.lawful_bases import purposes
from marketcross.web.people.models import EqualityAnswer
from marketcross.web.people.vocabulary import Agreed, Sharer, Wish

DECLINED = "declined"


class EqualitiesForm(forms.Form):
    """Each question once. Left empty, nothing is said; "did not want to say" is an answer."""

    def __init__(self, answers: dict[str, EqualityAnswer], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for question in questions():
            held = answers.get(question.code)
            choices = [("", _("Not asked yet")), *question.answers, (DECLINED, _("Did not want to say"))]
            self.fields[question.code] = forms.ChoiceField(
                label=question.asks,
                help_text=question.about,
                choices=choices,
                required=False,
                initial=(DECLINED if held.declined else held.answer) if held else "",
            )

    @property
    def said(self) -> dict[str, str]:
        """The answers that differ from what stood there; an answer is never made unsaid by an empty field."""
        return {name: self.cleaned_data[name] for name in self.changed_data if self.cleaned_data[name]}


class SharingForm(forms.Form):
    """A wish about each kind of reader, each yes that is free, and the purposes that are noted for the person."""

    def __init__(self, wishes: dict[str, str], agreed: set[str], used: set[str], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for code, label in Sharer.choices:
            choices = [("", _("Nothing said")), *Wish.choices]
            self.fields[f"wish_{code}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=wishes.get(code, "")
            )
        self.fields["agreed"] = forms.MultipleChoiceField(
            label=_("They say yes to"),
            help_text=_("A no changes nothing about their care."),
            choices=Agreed.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=sorted(agreed),
        )
        special = [(one.code, one.plain) for one in purposes() if not one.everybody]
        self.fields["used"] = forms.MultipleChoiceField(
            label=_("We use their information also"),
            choices=special,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=sorted(used),
        )
