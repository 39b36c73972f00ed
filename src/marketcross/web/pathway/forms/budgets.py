"""The questions of the council's allocation scheme, made into a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.engine.rules.allocation.answers import AGREE, UNUSUAL, met_column
from marketcross.web.pathway.allocating import problems
from marketcross.web.pathway.schemes import Scheme

from .plans import Edition


class BudgetForm(Edition):
    """Each question with its answers in the person's words, and how much of it others already meet.

    No answer is chosen beforehand: a need that nobody asked about would count as none.
    """

    def __init__(self, scheme: Scheme, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        shares = [(share, _share(percent)) for share, percent in scheme.met_by_others.items()]
        for question in scheme.questions:
            levels = [(level.id, level.says) for level in question.levels]
            self.fields[question.id] = forms.ChoiceField(
                label=question.ask,
                choices=levels,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose an answer about %(topic)s") % {"topic": question.topic}},
            )
            self.fields[met_column(question.id)] = forms.ChoiceField(
                label=_("How much of this do people close to you already do? (%(topic)s)") % {"topic": question.topic},
                choices=shares,
            )
        self.fields[AGREE] = forms.BooleanField(
            label=_("Those who help without pay were asked, and are willing and able to go on"), required=False
        )
        self.fields[UNUSUAL] = forms.BooleanField(
            label=_("The needs are so unusual that a sum would mislead: cost the plan instead"), required=False
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors:
            for column, what in problems(self.scheme, given):
                self.add_error(column, what)
        return given


def _share(percent: int) -> Any:
    return _("None of it") if percent == 0 else _("%(percent)s%% of it") % {"percent": percent}
