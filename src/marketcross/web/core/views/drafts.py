"""Save and come back later: the code, its email, the way back, and forgetting."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marketcross.web.core.actor import Actor
from marketcross.web.core.drafts import saving
from marketcross.web.core.drafts.actions import KEPT_DAYS
from marketcross.web.core.drafts.forms import EmailCodeForm, ResumeForm
from marketcross.web.core.drafts.kinds import Kind, kinds
from marketcross.web.core.drafts.working import work_of
from marketcross.web.core.messages.unkept import send_unkept
from marketcross.web.core.sign_in import throttle


@never_cache
@sensitive_post_parameters("code")
def resume(request: HttpRequest) -> HttpResponse:
    """Type a code and go on. A wrong code, an old one and none at all get one answer."""
    form, at = ResumeForm(request.POST or None), timezone.now()
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        if throttle.blocked(request, what="draft", account=typed, at=at):
            form.add_error("code", _("Too many tries. Wait 15 minutes and try again."))
        elif opened := saving.resume(request, typed, at=at):
            return opened
        else:
            throttle.failed(request, what="draft", account=typed, at=at)
            form.add_error("code", _("No saved answers have this code. Check it, or they may be older than 90 days."))
    return render(request, "core/drafts/resume.html", {"form": form})


@never_cache
@sensitive_post_parameters("email")
def saved(request: HttpRequest, kind: str) -> HttpResponse:
    """The code of what was just saved, and a form to have it sent by email."""
    found, at = _kind(kind), timezone.now()
    code = work_of(request, found).code
    if code is None:
        return redirect("core:resume")
    form, until = EmailCodeForm(request.POST or None), at + timedelta(days=KEPT_DAYS)
    context = {"form": form, "kind": found, "code": code, "until": until, "days": KEPT_DAYS}
    if request.method == "POST" and form.is_valid():
        context["sent"] = _email(request, form, code=code, until=until)
    return render(request, "core/drafts/saved.html", context)


def _email(request: HttpRequest, form: EmailCodeForm, **words: object) -> bool:
    """Send the code; what stops it becomes the form's error."""
    to, at = form.cleaned_data["email"].lower(), timezone.now()
    if throttle.blocked(request, what="draft_email", account=to, at=at):
        form.add_error("email", _("Too many emails. Wait 15 minutes, or write the code down."))
        return False
    throttle.failed(request, what="draft_email", account=to, at=at)  # every email counts
    address = request.build_absolute_uri(reverse("core:resume"))
    left = send_unkept(by=Actor.of(request.user), at=at, template="resume_code", to=to, address=address, **words)
    if not left:
        form.add_error("email", _("We cannot send emails just now. Write the code down, or print this page."))
    return left


@require_POST
def forget(request: HttpRequest, kind: str) -> HttpResponse:
    """Delete the answers, here and where they were saved."""
    saving.forget(request, _kind(kind), at=timezone.now())
    return render(request, "core/drafts/forgotten.html")


def _kind(name: str) -> Kind:
    found = next((kind for kind in kinds() if kind.name == name), None)
    if found is None:
        raise Http404
    return found
