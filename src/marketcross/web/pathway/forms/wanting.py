"""What was wanted and not found: lists only, and words apart that stay with the record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES
from marketcross.web.pathway.models import UnmetPreference

from .choosing import category_choices, locality_choices, one_of, words

ENDINGS = [choice for choice in UnmetPreference.Ending.choices if choice[0] != UnmetPreference.Ending.DIED]


class WantForm(forms.Form):
    category = one_of(_("What was wanted?"), (), _("Choose what was wanted"), radios=False)
    locality = one_of(_("Where?"), (), _("Choose where"), radios=False)
    group = one_of(_("For whom?"), (), _("Choose for whom"), radios=False)
    time = one_of(_("When?"), (), _("Choose when"), radios=False)
    price = one_of(_("At what price?"), (), _("Choose a price"), radios=False)
    why = one_of(_("What was wrong?"), UnmetPreference.Why.choices, _("Choose what was wrong"))
    taken_instead = forms.ChoiceField(label=_("What was taken instead?"), required=False)
    words = words(
        _("A note beside it"), "", required=False, rows=2,
        hint=_("Stays in this record. The lists above are counted, without a name, to show what is missing here."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {
            "category": category_choices(),
            "locality": locality_choices(),
            "group": list(GROUPS.items()),
            "time": list(TIMES.items()),
            "price": list(PRICES.items()),
            "taken_instead": category_choices(_("Nothing")),
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    because = one_of(_("Why is it no longer wanted?"), ENDINGS, _("Choose why it is no longer wanted"))
