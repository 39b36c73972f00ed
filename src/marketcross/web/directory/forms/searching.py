"""The one form of a search. It is sent by GET, so that a search can be kept as an address and shown to somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES

from .choices import of_category

LONGEST = 200
_TOO_LONG = _("Use %(limit_value)d letters or fewer")


class SearchForm(forms.Form):
    """What, where, and as much more as somebody likes to say."""

    narrows = True

    q = forms.CharField(
        required=False,
        max_length=LONGEST,
        label=_("What are you looking for?"),
        help_text=_("In your own words, like “can't get in the bath” or “somewhere to meet people”."),
        error_messages={"max_length": _TOO_LONG},
    )
    where = forms.CharField(
        required=False,
        max_length=60,
        label=_("Where?"),
        help_text=_("A postcode, or the name of a place."),
        widget=forms.TextInput(attrs={"width": "10"}),
        error_messages={"max_length": _TOO_LONG},
    )
    category = forms.ChoiceField(required=False, label=_("What kind of thing is it?"))
    group = forms.ChoiceField(required=False, label=_("Who is it for?"), choices=list(GROUPS.items()))
    time = forms.ChoiceField(required=False, label=_("When?"), choices=list(TIMES.items()))
    price = forms.ChoiceField(required=False, label=_("What may it cost?"), choices=list(PRICES.items()))
    direct_payments = forms.BooleanField(required=False, label=_("It takes direct payments"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = of_category(_("Any kind"))  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked, without what could not be read."""
        self.is_valid()
        return dict(getattr(self, "cleaned_data", {}))  # an empty form asks nothing

    @property
    def says_more(self) -> bool:
        """Whether any of the further choices is made."""
        return any(self.asked.get(name) not in (None, "", "any", "everybody", False) for name in self.MORE)

    MORE = ("category", "group", "time", "price", "direct_payments")

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE]
