"""Stay signed in, and go on after having been signed out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from marketcross.web.core.models import User
from marketcross.web.core.sessions import kept
from marketcross.web.core.sessions.limits import limits_of, touch


@never_cache
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The button of the warning: somebody is there. A script asks without leaving the page and reads the header."""
    at = timezone.now()
    touch(request.session, at=at, now=True)
    limits = limits_of(request.session)
    back = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if ours else settings.LOGIN_REDIRECT_URL)
    if request.headers.get("Sec-Fetch-Mode") == "cors":
        response = HttpResponse(status=204)
    response["X-Session-Seconds"] = str(limits.seconds_left(at) if limits else 0)
    return response


@never_cache
def kept_form(request: HttpRequest) -> HttpResponse:
    """What was typed before the session ended: send it, or let it go."""
    form = kept.kept_for(request, request.user) if isinstance(request.user, User) else None
    if form is None or request.method == "POST":
        kept.forget(request)
        return redirect(form.address if form else settings.LOGIN_REDIRECT_URL)
    rows = [
        {"key": name.replace("_", " ").capitalize(), "value": ", ".join(values)}
        for name, values in form.fields.items()
        if any(values)
    ]
    return render(request, "core/sessions/kept.html", {"kept": form, "rows": rows})
