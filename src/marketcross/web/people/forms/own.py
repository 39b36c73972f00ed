"""What a person does with their own record: keep parts back, let somebody help."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import User
from marketcross.web.people.vocabulary import Part

from .days import day_field

CAN_BE_KEPT = [choice for choice in Part.choices if choice[0] != Part.MONEY]  # not a page of ours yet
CAN_BE_LENT = [choice for choice in CAN_BE_KEPT if choice[0] != Part.WHO_LOOKED]


class PartsForm(forms.Form):
    """Which parts the helpers do not see, and which do not show on these pages."""

    helpers = forms.MultipleChoiceField(
        label=_("Keep these from people who help me"),
        choices=CAN_BE_LENT,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    internet = forms.MultipleChoiceField(
        label=_("Take these off my pages on the internet"),
        help_text=_("To put a part back, talk to us. That way nobody can do it for you without you."),
        choices=CAN_BE_KEPT,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class LendForm(forms.Form):
    """Let somebody with an account see the record, but for some parts, for a while or until it is ended."""

    email = forms.EmailField(
        label=_("Their email address"),
        help_text=_("The one with which they sign in here."),
        error_messages={"required": _("Enter their email address"), "invalid": _("Enter a whole email address")},
    )
    kept_back = forms.MultipleChoiceField(
        label=_("Keep these parts back"), choices=CAN_BE_LENT, required=False, widget=forms.CheckboxSelectMultiple
    )
    ends_on = day_field(_("Until when?"), required=False, help_text=_("Leave it empty if you do not know yet."))

    @property
    def user(self) -> User | None:
        """A helper's account of this address. The page says the same whether there is one or not."""
        found: Any = User.objects.filter(email=self.cleaned_data["email"].lower(), is_active=True).first()
        return found if found and found.has_role("carer", "representative", "outside_helper") else None
