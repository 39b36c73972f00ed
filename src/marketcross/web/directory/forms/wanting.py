"""What is missing: chosen from lists. There is no field for words, so that none can be kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.models import Want
from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES

from .choices import of_category, of_locality

# What somebody without a staff account may say of themselves.
SOURCES = (Want.Source.SELF, Want.Source.FOR_SOMEBODY, Want.Source.LIBRARY)


class WantForm(forms.Form):
    """What, where, for whom, when and at what price. ``source`` is asked of those who do not sign in as staff."""

    narrows = True

    category = forms.ChoiceField(
        label=_("What is missing?"),
        error_messages={
            "required": _("Choose what is missing"),
            "invalid_choice": _("Choose what is missing from the list"),
        },
    )
    locality = forms.ChoiceField(required=False, label=_("Where should it be?"))
    group = forms.ChoiceField(label=_("Who should it be for?"), choices=list(GROUPS.items()), required=False)
    time = forms.ChoiceField(label=_("When?"), choices=list(TIMES.items()), required=False)
    price = forms.ChoiceField(label=_("What could it cost?"), choices=list(PRICES.items()), required=False)
    source = forms.ChoiceField(
        label=_("Who is this for?"),
        choices=[(source.value, source.label) for source in SOURCES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say who this is for")},
    )

    def __init__(self, *args: Any, staff: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = of_category(_("Choose one"))  # type: ignore[attr-defined]
        self.fields["locality"].choices = of_locality(_("Anywhere, or I would rather not say"))  # type: ignore[attr-defined]
        if staff:
            del self.fields["source"]
