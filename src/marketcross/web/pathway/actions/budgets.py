"""Keep what the council's scheme suggests for a person's answers, with how it was reached."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.allocating import Answers, problems, suggest
from marketcross.web.pathway.models import IndicativeBudget
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.pathway.schemes import digest, scheme_for

from .plans import next_edition, opened


@action("pathway.budget_suggested")
def suggest_budget(*, by: Actor, at: datetime, plan: UUID, edition: int, answers: Answers) -> IndicativeBudget:
    """Work out and keep an indicative budget; earlier ones stay. It is where planning starts, and limits nothing."""
    found, on = opened(plan, edition=edition), timezone.localdate(at)
    scheme = scheme_for(found.of, on)
    if scheme is None:
        raise MoveRefused(_("No scheme is in use for this kind of plan today. Cost the plan from its lines."))
    if wrong := problems(scheme, answers):
        raise MoveRefused(" ".join(what for _column, what in wrong))
    sums = suggest(scheme, answers, on=on)
    budget = IndicativeBudget.objects.create(
        plan=found,
        on=on,
        scheme=scheme.scheme,
        scheme_from=scheme.start,
        scheme_digest=digest(scheme),
        answers=dict(answers),
        no_figure=sums.no_figure,
        least_pence=sums.least,
        usual_pence=sums.usual,
        most_pence=sums.most,
        once_pence=sums.once,
        explanation=sums.explanation,
    )
    next_edition(found, by)
    note(budget, plan=plan, scheme=scheme.scheme, scheme_digest=budget.scheme_digest, answers=dict(answers),
         no_figure=sums.no_figure, usual_pence=sums.usual)  # fmt: skip
    return budget
