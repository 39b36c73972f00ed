"""What the pages of a plan ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import User
from marketcross.web.pathway.models import Plan, PlanLine, UnmetEligibleNeed
from marketcross.web.pathway.outcomes import outcomes

from .choosing import CHOOSE, PoundsField, one_of, words

BY_STAFF = [choice for choice in Plan.Ending.choices if choice[0] != Plan.Ending.DIED]
NEED_ENDS = [choice for choice in UnmetEligibleNeed.Ending.choices if choice[0] != UnmetEligibleNeed.Ending.DIED]


class Edition(forms.Form):
    """Carries the edition that the writer saw, so that nobody overwrites another."""

    edition = forms.IntegerField(widget=forms.HiddenInput)


class StartForm(forms.Form):
    of = one_of(_("Whose plan is it?"), Plan.Of.choices, _("Choose whose plan it is"))


class OutcomeForm(Edition):
    words = words(
        _("What does the person want?"),
        _("Write down what the person wants"),
        hint=_("In their own words: what they want to change, or keep."),
    )
    code = one_of(
        _("Which outcome of the regulations is it about?"), (), _("Choose the outcome that comes nearest"), radios=False
    )
    eligible = forms.BooleanField(
        label=_("The assessment found this outcome eligible"),
        help_text=_("Then the council has to see that it is met."),
        required=False,
    )

    def __init__(self, of: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [CHOOSE, *outcomes(of).items()]  # type: ignore[attr-defined]


class LineForm(Edition):
    """Who does what; money only where it costs."""

    means = one_of(_("Who does it, or how is it had?"), PlanLine.Means.choices, _("Choose who does it"))
    words = words(_("What happens?"), _("Write down what happens"), hint=_("What, how often, and with whom."), rows=2)
    weekly = PoundsField(label=_("Cost a week in pounds"), help_text=_("Only where it is paid for. For example, 42.50"))
    once = PoundsField(label=_("Cost once in pounds"), help_text=_("Something that is bought or learned once."))
    held_as = forms.ChoiceField(
        label=_("How is the money held?"), required=False, choices=[("", _("No money")), *PlanLine.Held.choices]
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        costs = given.get("means") == PlanLine.Means.MONEY
        sums = given.get("weekly") is not None or given.get("once") is not None
        if costs and not sums and not {"weekly", "once"} & set(self.errors):
            self.add_error("weekly", say("Enter what it costs, a week or once"))
        if costs and not given.get("held_as"):
            self.add_error("held_as", say("Choose how the money is held"))
        if given.get("means") and not costs and (sums or given.get("held_as")):
            self.add_error("means", say("Choose that it is paid for, or take the cost and how it is held away"))
        return given


class NeedForm(forms.Form):
    """Who has to see that it is met."""

    manager = one_of(
        _("Which manager has to see that it is met?"), (), _("Choose a manager"),
        hint=_("They are told at once, and it stays on their list until it is met."),
    )  # fmt: skip

    def __init__(self, managers: list[User], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["manager"].choices = [(str(one.pk), one.name) for one in managers]  # type: ignore[attr-defined]


class MeetForm(forms.Form):
    line = one_of(_("Which line meets it now?"), (), _("Choose the line that meets it"))

    def __init__(self, lines: list[PlanLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["line"].choices = [(str(one.pk), one.words) for one in lines]  # type: ignore[attr-defined]


class CloseNeedForm(forms.Form):
    because = one_of(_("Why is it closed?"), NEED_ENDS, _("Choose why it is closed"))


class AgreeForm(Edition):
    how = one_of(
        _("How did the person agree?"),
        [choice for choice in Plan.How.choices if choice[0] != Plan.How.ONLINE],
        _("Choose how the person agreed"),
    )


class EndPlanForm(Edition):
    because = one_of(_("Why does the plan end?"), BY_STAFF, _("Choose why the plan ends"))
