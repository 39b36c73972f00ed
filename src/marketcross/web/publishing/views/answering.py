"""An organisation says what it can bring."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.directory.queries.organisations import organisations_of
from marketcross.web.publishing import actions
from marketcross.web.publishing.actions.opportunities import OPEN
from marketcross.web.publishing.forms import AnswerForm
from marketcross.web.publishing.models import Opportunity

from .opportunities import shown_of


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """Answer in the name of an organisation that one speaks for."""
    found = Opportunity.objects.filter(pk=opportunity, state__in=OPEN).select_related("evidence__snapshot").first()
    if found is None:
        raise Http404
    speaks_for = organisations_of(request.user, today())
    form = AnswerForm([(str(one.id), one.name) for one in speaks_for], request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.answer(
                by=Actor.of(request.user), at=timezone.now(), opportunity=found.pk, user=request.user,
                organisation=UUID(given["organisation"]), words=given["words"], needs=given["needs"],
            )  # fmt: skip
            messages.success(request, _("We have your answer, and will be in touch. You can list your service today."))
        except actions.NotNow:
            messages.warning(request, _("This opportunity was closed meanwhile. Your answer was not sent."))
        return redirect("publishing:opportunity", opportunity=found.pk)
    context = {"form": form, "any": bool(speaks_for)} | shown_of(found)
    return render(request, "publishing/answer.html", context)
