"""Whose word counts where two records differ."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.merging.choosing import GONE, KEPT, Side


class MergeForm(forms.Form):
    """One question for each thing that both records say differently; and, where work is open on both, one about it."""

    def __init__(self, sides: list[Side], work: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for side in sides:
            self.fields[side.name] = forms.ChoiceField(
                label=side.title,
                choices=[(KEPT, side.kept), (GONE, side.gone)],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose which of the two is right: %(what)s") % {"what": side.title}},
            )
        if work:
            self.fields["work_decided"] = forms.BooleanField(
                label=_("Work is open on both records: all of it goes on under the record that is kept"),
                error_messages={"required": _("Say that all open work goes on, or end one piece of work first")},
            )

    def choices(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value in {KEPT, GONE}}
