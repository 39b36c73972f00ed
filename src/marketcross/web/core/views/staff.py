"""Pages for those who look after the service: the audit, failed jobs, the rules of access, the style page."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from procrastinate.contrib.django.models import ProcrastinateJob

from marketcross.web.core.access.rules import Rule, all_rules
from marketcross.web.core.actor import Actor
from marketcross.web.core.job_actions import retry_job
from marketcross.web.core.models import AuditEvent
from marketcross.web.core.models.role import Role
from marketcross.web.core.pages.examples import ExampleForm, examples
from marketcross.web.core.pages.listing import Column, listing, moment


class AuditFilter(forms.Form):
    """Narrow the audit to one kind of record, one record or one action."""

    narrows = True  # a filter: none of its fields needs to say that it is optional
    action = forms.CharField(label=gettext_lazy("Action"), required=False, max_length=80)
    record = forms.CharField(label=gettext_lazy("Record's key"), required=False, max_length=64)


def audit(request: HttpRequest) -> HttpResponse:
    """What was done: by whom, to which record, which fields; never a value."""
    events, form = AuditEvent.objects.select_related("seal"), AuditFilter(request.GET)
    if form.is_valid():
        if wanted := form.cleaned_data["action"]:
            events = events.filter(action__startswith=wanted)
        if key := form.cleaned_data["record"]:
            events = events.filter(record_id=key)
    columns = [
        Column(_("When recorded"), lambda event: moment(event.recorded_at), sort="-recorded_at"),
        Column(_("Action"), lambda event: event.action, sort="action"),
        Column(_("By"), lambda event: event.actor_id or event.get_actor_kind_display()),
        Column(_("Record"), lambda event: f"{event.record_kind} {event.record_id}"),
        Column(_("Fields"), lambda event: ", ".join(event.field_names)),
        Column(_("Sealed"), lambda event: (getattr(event, "seal", None) and event.seal.position) or _("not yet")),
    ]
    return render(request, "core/staff/audit.html", {"listing": listing(request, events, columns, _("Audit"), form)})


def failed_jobs(request: HttpRequest) -> HttpResponse:
    """Background work that failed for good, with a button each."""
    jobs = ProcrastinateJob.objects.filter(status="failed")
    columns = [
        Column(
            _("Job"), lambda job: job.task_name, sort="task_name", href=lambda job: reverse("core:job", args=[job.pk])
        ),
        Column(_("Queue"), lambda job: job.queue_name),
        Column(_("Tries"), lambda job: job.attempts, numeric=True, sort="attempts"),
    ]
    return render(request, "core/staff/jobs.html", {"listing": listing(request, jobs, columns, _("Failed jobs"))})


def _job_address(job: ProcrastinateJob) -> str:
    return reverse("core:job", args=[job.pk])


def job(request: HttpRequest, job: int) -> HttpResponse:
    """One failed job: what it was and when it was tried. Its arguments are keys, never words."""
    found = get_object_or_404(ProcrastinateJob, pk=job, status="failed")
    tries: list[dict[str, Any]] = [
        {"title": event.type, "at": event.at} for event in found.procrastinateevent_set.order_by("-at")[:50]
    ]
    return render(request, "core/staff/job.html", {"job": found, "tries": tries})


@require_POST
def job_again(request: HttpRequest, job: int) -> HttpResponse:
    """Let a failed job be tried once more."""
    found = get_object_or_404(ProcrastinateJob, pk=job, status="failed")
    at: datetime = timezone.now()
    retry_job(by=Actor.of(request.user), at=at, job=found)  # type: ignore[arg-type]
    messages.success(request, _("The job will be tried again."))
    return redirect("core:failed_jobs")


def rules(request: HttpRequest) -> HttpResponse:
    """Who may do what, on one page, from the very rules that are enforced."""
    rows = [{"route": route, "rule": rule, "who": _who(rule)} for route, rule in sorted(all_rules().items())]
    return render(request, "core/staff/rules.html", {"rows": rows})


def _who(rule: Rule) -> list[str]:
    if rule.public:
        return [_("Everybody")]
    if rule.signed_in:
        return [_("Everybody with an account")]
    names = dict(Role.choices)
    return [
        f"{names[role]}: {', '.join(sorted(relations)).replace('_', ' ')}" if relations else str(names[role])
        for role, relations in rule.roles.items()
    ]


def style(request: HttpRequest) -> HttpResponse:
    """Every component, alive: what a page may be made of."""
    form = ExampleForm(request.GET if "name" in request.GET else None)
    return render(request, "core/staff/style.html", {"form": form} | examples())
