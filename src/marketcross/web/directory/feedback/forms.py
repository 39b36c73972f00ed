"""Three questions and a box; a decision; a reply; a filter."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.models.feedback import Answer, Reason, Standing

from .giving import Said
from .showing import QUESTIONS

LONGEST = 1_000
PUBLISH, DECLINE, DIVERT = "publish", "decline", "divert"
_ANSWERS = [("yes", _("Yes")), ("partly", _("Partly")), ("no", _("No"))]
assert [code for code, _words in _ANSWERS] == Answer.values


def _question(name: str) -> forms.ChoiceField:
    label = QUESTIONS[name]
    refused = {"required": _("Choose yes, partly or no"), "invalid_choice": _("Choose yes, partly or no")}
    return forms.ChoiceField(label=label, choices=_ANSWERS, widget=forms.RadioSelect, error_messages=refused)


def _box(label: Any, hint: Any, *, required: bool, missing: Any = "") -> forms.CharField:
    return forms.CharField(
        required=required,
        max_length=LONGEST,
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": missing, "max_length": _("Use 1,000 letters or fewer")},
    )


class FeedbackForm(forms.Form):
    """How it was. No field asks who somebody is."""

    wanted = _question("wanted")
    treated = _question("treated")
    promised = _question("promised")
    words = _box(
        _("What else should people know?"),
        _("Leave out names, phone numbers and where people live. A person reads it before it is shown."),
        required=False,
    )

    def said(self) -> Said:
        return Said(**{name: self.cleaned_data[name] for name in (*QUESTIONS, "words")})


class ReplyForm(forms.Form):
    """What the provider answers."""

    text = _box(
        _("Your reply"),
        _("Leave out who somebody is or may be. A person checks it before it is shown."),
        required=True,
        missing=_("Write your reply"),
    )


class DecisionForm(forms.Form):
    """Show, do not show, or pass on; a reason belongs to the second alone."""

    decision = forms.ChoiceField(
        label=_("What should happen with it?"),
        widget=forms.RadioSelect,
        choices=[
            (PUBLISH, _("Show it")),
            (DECLINE, _("Do not show it")),
            (DIVERT, _("Somebody may be at risk: pass it on to the council now, and do not show it")),
        ],
        error_messages={
            "required": _("Choose what should happen with it"),
            "invalid_choice": _("Choose one from the list"),
        },
    )
    reason = forms.ChoiceField(
        required=False,
        label=_("Why is it not shown?"),
        choices=[("", _("It is shown, or passed on")), *Reason.choices],
        error_messages={"invalid_choice": _("Choose a reason from the list")},
    )

    def __init__(self, *args: Any, without: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        field.choices = [choice for choice in field.choices if choice[0] != without]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("decision") == DECLINE and not said.get("reason") and "reason" not in self.errors:
            self.add_error("reason", now("Choose why it is not shown"))
        return said


class StandingFilter(forms.Form):
    """What waits, or what is shown already and may have to go."""

    narrows = True
    standing = forms.ChoiceField(
        required=False,
        label=_("Which"),
        choices=[("", _("To check")), (Standing.PUBLISHED.value, _("Shown already"))],
    )
