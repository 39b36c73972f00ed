"""Small grants: an organisation applies, a commissioner decides, finance pays, the organisation tells."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.core.queries import today
from marketcross.web.directory.queries.organisations import organisations_of

from . import actions, queries
from .forms import ApplicationForm, DecisionForm, OutcomeForm, PaidForm
from .models import SmallGrant
from .money import pounds

COLUMNS = (
    Column(gettext_lazy("Organisation"), lambda one: one.organisation.name, href=lambda one: _address(one)),
    Column(gettext_lazy("Amount"), lambda one: pounds(one.amount_pence), numeric=True),
    Column(gettext_lazy("Asked on"), lambda one: date_format(one.applied_on, "j M Y"), sort="-applied_on"),
    Column(gettext_lazy("Where it stands"), lambda one: one.get_state_display(), sort="state"),
)


def _address(grant: SmallGrant) -> str:
    return reverse("commissioning:grant", args=[grant.pk])


@require_safe
def grants(request: HttpRequest) -> HttpResponse:
    """Every application."""
    shown = listing(request, queries.grants(), COLUMNS, _("Small grants"))
    return render(request, "commissioning/grants.html", {"listing": shown})


@require_safe
def own_grants(request: HttpRequest) -> HttpResponse:
    """The applications of the organisations that somebody speaks for."""
    keys = [one.id for one in organisations_of(request.user, today())]
    shown = listing(request, queries.grants().filter(organisation__in=keys), COLUMNS, _("Your small grants"))
    return render(request, "commissioning/own_grants.html", {"listing": shown, "any": bool(keys)})


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """Apply, on one page."""
    speaks_for = organisations_of(request.user, today())
    form = ApplicationForm([(str(one.id), one.name) for one in speaks_for], request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = actions.apply_for_grant(
            by=Actor.of(request.user), at=timezone.now(), user=request.user, organisation=UUID(said["organisation"]),
            amount_pence=form.pence, purpose=said["purpose"], who_it_helps=said["who_it_helps"],
        )  # fmt: skip
        messages.success(request, _("We have your application. We will tell you here what we decide, and why."))
        return redirect(_address(made))
    return render(request, "commissioning/apply.html", {"form": form, "any": bool(speaks_for)})


@require_safe
def grant(request: HttpRequest, grant: UUID) -> HttpResponse:
    """One grant: what was asked for, decided and done."""
    return _page(request, grant)


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, grant: UUID) -> HttpResponse:
    """Agree or decline."""
    form = DecisionForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, grant, form=form)
    said = form.cleaned_data
    return _done(
        request,
        grant,
        actions.decide_grant,
        agreed=said["decision"] == "agree",
        reason=said["reason"],
        user=request.user,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def paid(request: HttpRequest, grant: UUID) -> HttpResponse:
    """Note the payment."""
    found = queries.grants().get(pk=grant)
    form = PaidForm(found.decided_on or today(), today(), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, grant, form=form)
    return _done(
        request,
        grant,
        actions.note_paid,
        paid_on=form.cleaned_data["paid_on"],
        reference=form.cleaned_data["reference"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, grant: UUID) -> HttpResponse:
    """Tell what came of it."""
    form = OutcomeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, grant, form=form)
    return _done(request, grant, actions.tell_what_came, came_of_it=form.cleaned_data["came_of_it"])


def _done(request: HttpRequest, grant: UUID, act: object, **said: object) -> HttpResponse:
    try:
        act(by=Actor.of(request.user), at=timezone.now(), grant=grant, **said)  # type: ignore[operator]
        messages.success(request, _("Saved."))
    except actions.NotNow:
        messages.warning(request, _("Somebody was quicker: this was done already. Nothing was changed."))
    return redirect("commissioning:grant", grant=grant)


def _page(request: HttpRequest, key: UUID, form: object = None) -> HttpResponse:
    found = queries.grants().get(pk=key)
    steps = [(name, address) for name, address, roles, state in _steps() if _may(request, found, roles, state)]
    context = {"grant": found, "amount": pounds(found.amount_pence), "rows": _rows(found), "steps": steps, "form": form}
    return render(request, "commissioning/grant.html", context)


def _may(request: HttpRequest, grant: SmallGrant, roles: tuple[str, ...], state: str) -> bool:
    """Nobody decides or pays for a group that they speak for, and nobody else tells what came of the money."""
    own = grant.organisation_id in {one.id for one in organisations_of(request.user, today())}
    return grant.state == state and request.user.has_role(*roles) and own is (roles == ("provider",))


def _steps() -> tuple[tuple[str, str, tuple[str, ...], str], ...]:
    """What can be done next: its name, address, who may, and at which state."""
    return (
        (_("Decide"), "decide", ("commissioner",), "applied"),
        (_("Note the payment"), "paid", ("commissioner", "finance_officer"), "agreed"),
        (_("Tell us what came of it"), "tell", ("provider",), "paid"),
    )


def _rows(one: SmallGrant) -> list[dict[str, str]]:
    said = [
        (_("Where it stands"), one.get_state_display()),
        (_("Amount"), pounds(one.amount_pence)),
        (_("What it is for"), one.purpose),
        (_("Who it helps"), one.who_it_helps),
        (_("Asked on"), date_format(one.applied_on, "j F Y")),
        (_("Decided on"), date_format(one.decided_on, "j F Y") if one.decided_on else ""),
        (_("Reason"), one.reason),
        (_("Paid on"), date_format(one.paid_on, "j F Y") if one.paid_on else ""),
        (_("What came of it"), one.came_of_it),
    ]
    return [{"key": key, "value": value} for key, value in said if value]
