"""Codes as words: what a page or a letter says of a plan, a want and a budget."""

from typing import Any

from django.utils.translation import gettext as _

from marketcross.engine.vocabulary.money import pounds
from marketcross.web.directory.queries import category
from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES
from marketcross.web.pathway.models import IndicativeBudget, Plan, PlanLine, PlanOutcome, UnmetPreference
from marketcross.web.pathway.outcomes import outcomes
from marketcross.web.places.queries import locality

from .content import live_lines, live_outcomes, once_total, weekly_total


def what(code: str) -> str:
    """The title of a kind of support; the code itself where the directory no longer knows it."""
    found = category(code)
    return found.title if found else code


def where(code: str) -> str:
    found = locality(code)
    return found.name if found else code


def want_words(want: UnmetPreference) -> str:
    """A want in one line: "Men's groups in Eastbrook. Men, weekday afternoons, up to £5 a session"."""
    rest = [str(GROUPS.get(want.group, want.group)), str(TIMES.get(want.time, want.time)).lower()]
    rest.append(str(PRICES.get(want.price, want.price)).lower())
    head = _("%(what)s in %(where)s") % {"what": what(want.category), "where": where(want.locality)}
    return f"{head}. {', '.join(rest)}"


def cost_words(line: PlanLine) -> str:
    """What a line costs, or nothing."""
    sums = []
    if line.weekly_pence:
        sums.append(_("%(sum)s a week") % {"sum": pounds(line.weekly_pence)})
    if line.once_pence:
        sums.append(_("%(sum)s once") % {"sum": pounds(line.once_pence)})
    return ", ".join(sums)


def outcome_shown(plan: Plan, outcome: PlanOutcome) -> dict[str, Any]:
    """One outcome with its lines, what is owed and what is still wanted."""
    return {
        "outcome": outcome,
        "about": outcomes(plan.of).get(outcome.code, outcome.code),
        "lines": [{"line": line, "cost": cost_words(line)} for line in live_lines(outcome)],
        "needs": list(outcome.needs.filter(state="open").select_related("manager")),
        "wants": [
            {"want": want, "words": want_words(want), "instead": what(want.taken_instead) if want.taken_instead else ""}
            for want in outcome.preferences.exclude(state="withdrawn").order_by("noted_on", "pk")
        ],
    }


def plan_shown(plan: Plan) -> dict[str, Any]:
    """A whole plan, for a page."""
    return {
        "plan": plan,
        "outcomes": [outcome_shown(plan, outcome) for outcome in live_outcomes(plan)],
        "weekly": pounds(weekly_total(plan)),
        "once": pounds(once) if (once := once_total(plan)) else "",
        "budget": budget_shown(plan.budgets.order_by("recorded_at", "pk").last()),
    }


def budget_shown(budget: IndicativeBudget | None) -> dict[str, Any] | None:
    """A budget's sums as words, beside the record."""
    if budget is None:
        return None
    names = ("least", "usual", "most", "once")
    sums = {name: getattr(budget, f"{name}_pence") for name in names}
    return {"record": budget} | {name: pounds(sum_) if sum_ is not None else "" for name, sum_ in sums.items()}
