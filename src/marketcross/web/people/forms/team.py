"""Who works beside a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import Team
from marketcross.web.people.vocabulary import AssignedPart

from .restricting import NameForm

PARTS = [choice for choice in AssignedPart.choices if choice[0] != AssignedPart.TEAM]


class AssignForm(NameForm):
    """A colleague, by the address of their account, and the part they play."""

    part = forms.ChoiceField(label=_("Their part"), choices=PARTS)


class TeamForm(forms.Form):
    """A whole team."""

    team = forms.ModelChoiceField(
        label=_("Team"),
        empty_label=_("Choose a team"),
        queryset=Team.objects.order_by("name"),
        error_messages={"required": _("Choose a team"), "invalid_choice": _("Choose a team of the list")},
    )


def bound_where(form: type[forms.Form], posted: Any, field: str) -> forms.Form:
    """The form with what was sent, where that was this form."""
    return form(posted) if field in posted else form()
