"""Choices that several forms offer: kinds of support, places, and the directory's lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketcross.engine.vocabulary.money import NotMoneyError, from_pounds, pounds
from marketcross.web.directory.queries import categories
from marketcross.web.places.queries import localities

CHOOSE = ("", _("Choose"))


def category_choices(empty: Any = CHOOSE[1]) -> list[Any]:
    """Kinds of support, each under its heading."""
    kinds = categories()
    groups: list[Any] = [("", empty)]
    for top in (kind for kind in kinds if not kind.parent):
        below = [(kind.code, kind.title) for kind in kinds if kind.parent == top.code]
        groups.append((top.title, below or [(top.code, top.title)]))
    return groups


def locality_choices() -> list[tuple[str, Any]]:
    """The council's localities by name."""
    return [CHOOSE, *((place.code, place.name) for place in localities())]


class PoundsField(forms.CharField):
    """An amount in pounds; it becomes whole pence, or None where it is left out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=12, widget=forms.TextInput(attrs={"width": "5"}), **kwargs)

    def clean(self, value: Any) -> int | None:  # type: ignore[override]
        text = super().clean(value)
        if not text:
            return None
        try:
            pence = from_pounds(text)
        except NotMoneyError:
            raise forms.ValidationError(_("Enter an amount in pounds, like 42.50")) from None
        if not 0 < pence < 10**9:
            raise forms.ValidationError(_("Enter an amount above nothing, like 42.50"))
        return pence

    def prepare_value(self, value: Any) -> Any:
        return pounds(value).lstrip("£") if isinstance(value, int) else value


def words(label: Any, missing: Any, *, rows: int = 3, hint: Any = "", required: bool = True) -> forms.CharField:
    """Somebody's own words, at most a page of them."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


def one_of(label: Any, choices: Any, missing: Any, *, hint: Any = "", radios: bool = True) -> forms.ChoiceField:
    """One choice of a list."""
    widget = forms.RadioSelect if radios else forms.Select
    return forms.ChoiceField(
        label=label, help_text=hint, choices=choices, widget=widget, error_messages={"required": missing}
    )
