"""What signing in writes: who came in and how, second factors, and nothing that could be guessed from."""

from datetime import datetime
from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest
from django_otp import login as second_factor_login
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.cms.groups import give_editors_their_groups
from marketcross.web.core.models import User

CARD_CODES = 8
BACKEND = "django.contrib.auth.backends.ModelBackend"


@action("sign_in.done")
def sign_in(*, by: Actor, at: datetime, request: HttpRequest, user: User, device: Any, way: str) -> None:
    """Begin a session of ``user`` whose password, link or directory and second factor were checked."""
    login(request, user, backend=BACKEND)
    second_factor_login(request, device)
    give_editors_their_groups(user)
    user.last_login = at
    user.save(update_fields=["last_login"])
    note(user, way=way)


@action("sign_in.second_factor_made")
def make_second_factor(*, by: Actor, at: datetime, user: User, device: TOTPDevice) -> list[str]:
    """Confirm an authenticator whose first code was right, and return a card of codes for a day without it."""
    device.confirmed = True
    device.save()
    TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
    StaticDevice.objects.filter(user=user).delete()
    card = StaticDevice.objects.create(user=user, name="card")
    codes = [StaticToken.random_token() for _ in range(CARD_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=card, token=code) for code in codes)
    note(user, second_factor="authenticator")
    return codes


@action("sign_in.signed_out")
def sign_out(*, by: Actor, at: datetime, request: HttpRequest, user: User) -> None:
    """End the session."""
    from django.contrib.auth import logout

    logout(request)
    note(user)
