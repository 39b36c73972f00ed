"""Sign in, in two steps, and sign out."""

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe
from django_otp import match_token, user_has_device
from django_otp.plugins.otp_totp.models import TOTPDevice

from marketcross.web.core import demo
from marketcross.web.core.actor import Actor
from marketcross.web.core.messages import send
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.sessions import kept
from marketcross.web.core.sign_in import actions, link, pending, throttle
from marketcross.web.core.sign_in.forms import CodeForm, LinkForm, PasswordForm
from marketcross.web.core.sign_in.picture import qr_code

NEXT = "sign_in_next"


def _remember_next(request: HttpRequest) -> None:
    """Where to go afterwards, if it is ours."""
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        request.session[NEXT] = wanted


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Staff: email address and password."""
    if request.method == "GET":
        _remember_next(request)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, at = form.cleaned_data["email"], timezone.now()
        if throttle.blocked(request, what="password", account=email, at=at):
            form.add_error(None, _("Too many tries. Wait 15 minutes and try again, or ask for a new password."))
        else:
            user = authenticate(request, username=email, password=form.cleaned_data["password"])
            if isinstance(user, User):
                throttle.succeeded(request, what="password", account=email)
                pending.begin(request, user, way="password", at=at)
                return redirect("core:second_step")
            throttle.failed(request, what="password", account=email, at=at)
            form.add_error(None, _("The email address or the password is not right."))
    return render(request, "core/sign_in/password.html", {"form": form, "accounts": _demo_accounts()})


def _demo_accounts() -> list[User]:
    """The made accounts, in the order of the roles; none outside a demonstration."""
    if settings.ENVIRONMENT.mode != "demo":
        return []
    return list(User.objects.filter(email__endswith="@demo.example").order_by("recorded_at")[:40])


@never_cache
def ask_for_link(request: HttpRequest) -> HttpResponse:
    """Residents: a link by email. The answer is the same whether or not we know the address."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, at = form.cleaned_data["email"].lower(), timezone.now()
        if not throttle.blocked(request, what="link", account=email, at=at):
            throttle.failed(request, what="link", account=email, at=at)  # every request for a link counts
            user = User.objects.filter(email=email, is_active=True).first()
            if user:
                address = link.address_for(request, user)
                send(by=Actor.of(request.user), at=at, template="sign_in_link", to=email, about=user, link=address)
        return render(request, "core/sign_in/link_sent.html", {"email": email})
    return render(request, "core/sign_in/ask_for_link.html", {"form": form})


@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A link was opened. Only the button uses it, so that a mail scanner does not."""
    user = link.user_of(token)
    if user is None:
        return render(request, "core/sign_in/link_old.html", status=410)
    if request.method == "POST":
        pending.begin(request, user, way="link", at=timezone.now())
        return redirect("core:second_step")
    return render(request, "core/sign_in/link_open.html")


@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """Everybody: a code. Nobody is in before it."""
    at = timezone.now()
    waiting = pending.who(request, at=at)
    if waiting is None:
        return redirect("core:sign_in")
    user, way = waiting
    if not user_has_device(user):
        return redirect("core:second_factor")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = str(user.pk)
        if throttle.blocked(request, what="code", account=account, at=at):
            form.add_error("code", _("Too many tries. Wait 15 minutes and try again."))
        elif device := match_token(user, form.cleaned_data["code"]):
            throttle.succeeded(request, what="code", account=account)
            return _come_in(request, user, device, way)
        else:
            throttle.failed(request, what="code", account=account, at=at)
            form.add_error("code", _("That code is not right, or it is too old. Enter the newest one."))
    return render(request, "core/sign_in/code.html", {"form": form, "demo_code": demo.code_of(user)})


def _come_in(request: HttpRequest, user: User, device: object, way: str) -> HttpResponse:
    after = reverse("core:kept") if kept.kept_for(request, user) else request.session.get(NEXT, "")
    actions.sign_in(by=Actor.of(user), at=timezone.now(), request=request, user=user, device=device, way=way)
    return redirect(after or "core:home")


@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Set up an authenticator, on the first sign-in or by choice when signed in."""
    at = timezone.now()
    waiting = pending.who(request, at=at)
    verified = isinstance(request.user, User) and request.user.is_verified()  # type: ignore[attr-defined]
    user = request.user if verified else (waiting[0] if waiting and not user_has_device(waiting[0]) else None)
    if not isinstance(user, User):
        return redirect("core:sign_in")
    device = _new_device(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device.verify_token(form.cleaned_data["code"]):
            codes = actions.make_second_factor(by=Actor.of(user), at=at, user=user, device=device)
            if waiting and not verified:
                _come_in(request, user, device, waiting[1])
            return render(request, "core/sign_in/card.html", {"codes": codes})
        form.add_error("code", _("That code is not right. Enter the newest one that your app shows."))
    context = {"form": form, "picture": qr_code(device.config_url), "key": _spaced(device)}
    return render(request, "core/sign_in/second_factor.html", context)


def _new_device(user: User) -> TOTPDevice:
    """The authenticator that is being set up: one for each user, confirmed only by its first right code."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "authenticator"})
    return device


def _spaced(device: TOTPDevice) -> str:
    import base64

    key = base64.b32encode(device.bin_key).decode()
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        actions.sign_out(by=Actor.of(request.user), at=timezone.now(), request=request, user=request.user)
    return redirect("core:home")


@never_cache
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What we hold about the account itself."""
    names = dict(Role.choices)
    roles = sorted(names[role] for role in request.user.current_roles) if isinstance(request.user, User) else []
    return render(request, "core/account.html", {"roles": roles})
