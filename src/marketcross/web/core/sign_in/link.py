"""A link by email: good once, for a quarter of an hour, and only with the second factor after it."""

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from marketcross.web.core.models import User

SALT = "marketcross.sign-in-link"
GOOD_SECONDS = 15 * 60


def _state(user: User) -> str:
    """What changes with each sign-in, so that a used link is dead."""
    return user.last_login.isoformat() if user.last_login else "never"


def address_for(request: HttpRequest, user: User) -> str:
    """The whole address of a fresh link for ``user``."""
    token = signing.dumps([str(user.pk), _state(user)], salt=SALT, compress=True)
    return request.build_absolute_uri(reverse("core:sign_in_by_link", args=[token]))


def user_of(token: str) -> User | None:
    """Whose link it is; None where it is old, used, changed or of nobody."""
    try:
        key, state = signing.loads(token, salt=SALT, max_age=GOOD_SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=key, is_active=True).first()
    return user if user and _state(user) == state else None
