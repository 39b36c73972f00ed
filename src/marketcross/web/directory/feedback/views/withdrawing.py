"""With their code, an author sees how their feedback stands and takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from marketcross.web.core.actor import ANONYMOUS
from marketcross.web.core.drafts.forms import ResumeForm
from marketcross.web.directory.feedback.withdrawing import feedback_of, withdraw


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def yours(request: HttpRequest) -> HttpResponse:
    """How it stands. A concern that was passed on reads "Not shown": who holds a code need not be who wrote."""
    form = ResumeForm(request.POST or None)
    found = feedback_of(form.cleaned_data["code"]) if request.method == "POST" and form.is_valid() else None
    if form.is_bound and not form.errors and found is None:
        form.add_error("code", _("This code opens nothing. Check it. You may have taken your feedback back already."))
    return render(request, "directory/feedback_yours.html", {"form": form, "feedback": found})


@never_cache
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Delete it."""
    form = ResumeForm(request.POST)
    found = feedback_of(form.cleaned_data["code"]) if form.is_valid() else None
    if found:
        withdraw(by=ANONYMOUS, at=timezone.now(), feedback=found)
        messages.success(request, _("You have taken it back. It is not shown any more."))
    return redirect("directory:your_feedback")
