"""The forms of publishing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.vocabulary import GROUPS, TIMES

from .evidence import month_after, whole_months
from .models import EvidenceSnapshot

MOST_MONTHS = 36
USUAL_MONTHS = 6


def text(label: Any, missing: Any, *, most: int, help_text: Any = "", rows: int = 4, required: bool = True) -> Any:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={"required": missing, "max_length": _("Write %(limit_value)d letters or fewer")},
    )


def choice(label: Any, choices: Iterable[tuple[str, Any]], *, required: bool = False, missing: Any = "") -> Any:
    return forms.ChoiceField(
        label=label, choices=list(choices), required=required, error_messages={"required": missing}
    )


class CountForm(forms.Form):
    """Which months to count, and how."""

    first = choice(_("From"), (), required=True, missing=_("Choose the first month"))
    last = choice(_("To the end of"), (), required=True, missing=_("Choose the last month"))
    threshold = choice(_("Show no count below"), [("5", "5"), ("10", "10")], required=True)
    rounded_to = choice(
        _("Round counts"), [("1", _("No, show them as they are")), ("5", _("To the nearest 5"))], required=True
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.months = free_months(today)
        named = [(str(month), date_format(month, "F Y")) for month in self.months]
        for name in ("first", "last"):
            self.fields[name].choices = named  # type: ignore[attr-defined]
        if named:
            self.fields["first"].initial = str(newest_run(self.months)[-USUAL_MONTHS:][0])
            self.fields["last"].initial = named[-1][0]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "first" in said and "last" in said:
            first, last = date.fromisoformat(said["first"]), date.fromisoformat(said["last"])
            said["starts_on"], said["ends_on"] = first, month_after(last)
            if last < first:
                self.add_error("last", _("Choose a last month that is not before the first"))
            elif not set(whole_months(first, month_after(last))) <= set(self.months):
                self.add_error("last", _("A month between was counted already: choose months without it"))
        return said


def free_months(today: date) -> list[date]:
    """The months of the last three years that are over and not counted yet, oldest first."""
    start = date(today.year - MOST_MONTHS // 12, today.month, 1)
    taken = {
        month
        for starts, ends in EvidenceSnapshot.objects.values_list("starts_on", "ends_on")
        for month in whole_months(starts, ends)
    }
    return [month for month in whole_months(start, today.replace(day=1)) if month not in taken]


def newest_run(months: Sequence[date]) -> list[date]:
    """The last of ``months`` and those right before it, with no month missing between."""
    run = list(months[-1:])
    for month in reversed(months[:-1]):
        if month_after(month) != run[0]:
            break
        run.insert(0, month)
    return run


class GapFilter(forms.Form):
    """Narrow the gaps."""

    narrows = True
    group = choice(_("For whom"), [("", _("All")), *GROUPS.items()])
    time = choice(_("When"), [("", _("All")), *TIMES.items()])


class OpportunityForm(forms.Form):
    """An opportunity in words."""

    title = text(
        _("Title"), _("Give it a title"), most=120, rows=0, help_text=_("For example: A men's group in Eastbrook")
    )
    words = text(_("What we want, and why"), _("Say what you want, and why"), most=2_000)
    we_offer = text(
        _("What the council offers"), "", most=1_000, required=False,
        help_text=_("For example: a small grant of up to £500, and a hall at no cost."),
    )  # fmt: skip
    how_to_answer = text(_("How to answer"), _("Say how to answer"), most=500, rows=2)


class AnswerForm(forms.Form):
    """What an organisation can bring."""

    organisation = choice(_("Your organisation"), (), required=True, missing=_("Choose who answers"))
    words = text(_("What can you bring?"), _("Say what you can bring"), most=2_000, help_text=_("Do not name anybody."))
    needs = text(
        _("What would you need to begin?"), "", most=1_000, rows=2, required=False,
        help_text=_("For example: £300 for a hall and tools."),
    )  # fmt: skip

    def __init__(self, organisations: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = list(organisations)  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    """Why it is withdrawn."""

    because = text(_("Why is it withdrawn?"), _("Say why it is withdrawn"), most=500, rows=2)


class GrantForm(forms.Form):
    """Which grant made it possible."""

    grant = choice(_("Small grant"), (), required=True, missing=_("Choose the grant"))

    def __init__(self, grants: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grant"].choices = list(grants)  # type: ignore[attr-defined]


class EditionForm(forms.Form):
    """Begin an edition."""

    message = text(
        _("Our message to people who run services"), _("Write the message in a few sentences"), most=2_000,
        help_text=_("What has changed, and what matters most. Numbers come from the counts by themselves."),
    )  # fmt: skip
