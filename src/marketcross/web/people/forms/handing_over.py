"""Ask for everything, look it over, hand it over; hand a record to another council and take one in."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.exporting.checking import Item
from marketcross.web.people.models import HeldBack, SubjectRequest
from marketcross.web.people.queries.summary import PersonSummary

from .days import day_field


class AskedForm(forms.Form):
    """Somebody asked for everything, by letter or by word of mouth."""

    how = forms.ChoiceField(
        label=_("How did they ask?"),
        choices=SubjectRequest.How.choices[1:],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they asked")},
    )
    asked_on = day_field(_("When did they ask?"), help_text=_("The month begins on this day."))


class LongerForm(forms.Form):
    """More time, within the first month."""

    until = day_field(_("Until when?"))
    why = forms.CharField(
        label=_("Why does it take longer? The person reads this."),
        max_length=400,
        error_messages={"required": _("Say why it takes longer. The person reads it.")},
    )


class LookOverForm(forms.Form):
    """One choice for each text that may speak of somebody else: it goes out, or is held back for a reason."""

    narrows = True  # nothing need be chosen

    def __init__(self, items: list[Item], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[item.key] = forms.ChoiceField(
                label=f"{item.section}: {item.title}",
                help_text=item.words,
                choices=[("", _("Send it")), *HeldBack.Why.choices],
                required=False,
            )
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput)

    @property
    def back(self) -> dict[tuple[str, int, str], str]:
        """What is held back, and why."""
        return {item.place: self.cleaned_data[item.key] for item in self.items if self.cleaned_data.get(item.key)}


class MoveForm(forms.Form):
    """Which council, and when."""

    council = forms.CharField(
        label=_("The other council"),
        max_length=200,
        error_messages={"required": _("Enter the name of the other council")},
    )
    moves_on = day_field(_("When do they move?"))


class TakeInForm(forms.Form):
    """The file that another council sent."""

    file = forms.FileField(
        label=_("The file that the other council sent"),
        max_length=1_000,
        widget=forms.FileInput,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty. Choose another one.")},
    )


class DecisionForm(forms.Form):
    """Somebody new, somebody we know, or nobody."""

    what = forms.ChoiceField(
        label=_("Who is this?"), widget=forms.RadioSelect, error_messages={"required": _("Choose what to do")}
    )
    moves_on = day_field(_("When do they move here?"))

    def __init__(self, alike: list[PersonSummary], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.id), _("The same as %(who)s") % {"who": _told(one)}) for one in alike]
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            *known,
            ("add", _("Somebody new: add them")),
            ("leave", _("Do not take them in, and remove the file")),
        ]

    @property
    def join(self) -> UUID | None:
        """The record that they become one with."""
        what = self.cleaned_data["what"]
        return None if what in {"add", "leave"} else UUID(what)


def _told(one: PersonSummary) -> str:
    return f"{one.name} ({one.born_on.year})" if one.born_on else one.name


class HoldForm(forms.Form):
    """Why a record is kept although its time is over."""

    words = forms.CharField(
        label=_("Why must this record be kept?"),
        help_text=_("For example a claim, a complaint or an inquiry, with its number."),
        max_length=400,
        error_messages={"required": _("Say why the record is held: a claim, a complaint, an inquiry")},
    )
