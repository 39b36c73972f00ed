"""An eligible need that nothing meets: name its manager, say what meets it now, or close it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from marketcross.web.core.models import User
from marketcross.web.pathway import actions
from marketcross.web.pathway.forms import plans as forms
from marketcross.web.pathway.models import PlanOutcome, UnmetEligibleNeed
from marketcross.web.pathway.queries.content import live_lines
from marketcross.web.pathway.queries.work import managers_for

from .asking import ask
from .finding import of_person
from .plans import address

asks = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@asks
def open_need(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """Nothing meets an eligible outcome: name the manager, who is told at once."""
    found = of_person(PlanOutcome, person, outcome, plan=plan)
    assert isinstance(request.user, User)
    managers = managers_for(request.user, found.plan.person_id, timezone.localdate())
    return ask(
        request,
        forms.NeedForm(managers, request.POST or None),
        lambda by, at, given: actions.open_need(
            by=by, at=at, outcome=found.pk, manager=next(m for m in managers if str(m.pk) == given["manager"])
        ),
        title=_("Nothing meets this: %(words)s") % {"words": found.words},
        back=address(found.plan),
        done=_("The manager was told, and has it on their list until it is met."),
        about="" if managers else _("Nobody else of your team may open this record. Ask for your manager to join it."),
    )


@never_cache
@asks
def meet_need(request: HttpRequest, person: UUID, plan: UUID, need: UUID) -> HttpResponse:
    """A line of the plan meets it now."""
    found = of_person(UnmetEligibleNeed, person, need, outcome__plan=plan)
    lines = list(live_lines(found.outcome))
    return ask(
        request,
        forms.MeetForm(lines, request.POST or None),
        lambda by, at, given: actions.meet_need(by=by, at=at, need=found.pk, line=UUID(given["line"])),
        title=_("This need is met now"),
        back=address(found.outcome.plan),
        about="" if lines else _("Add a line to this outcome first: it is what meets the need."),
    )


@never_cache
@asks
def close_need(request: HttpRequest, person: UUID, plan: UUID, need: UUID) -> HttpResponse:
    """Its manager closes it, with a reason."""
    found = of_person(UnmetEligibleNeed, person, need, outcome__plan=plan)
    return ask(
        request,
        forms.CloseNeedForm(request.POST or None),
        lambda by, at, given: actions.close_need(by=by, at=at, need=found.pk, **given),
        title=_("Close this need"),
        back=address(found.outcome.plan),
    )
