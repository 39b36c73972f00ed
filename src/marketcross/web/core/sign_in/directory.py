"""The council's own directory (OpenID Connect): who it says somebody is, checked, and which account of ours that is.

Only accounts that exist and are active are ever matched: by the directory's own subject, or once, by an email address
that the directory vouches for, after which the subject is remembered. The directory's word replaces our second factor
only where its signed token says that it asked for one.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.utils import timezone
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import import_from_settings

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import User

SECONDS = 10  # for each question to the directory
ALGORITHM = "RS256"
LEEWAY_SECONDS = 60  # two clocks never agree
SECOND_FACTOR = frozenset({"mfa"})  # RFC 8176: authentication by more than one factor
NEEDED = ("iss", "sub", "aud", "exp", "iat")
ENDPOINTS = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}


class DirectoryAway(Exception):
    """The directory did not answer, or not as the standard says."""


@cache
def described(issuer: str) -> Mapping[str, str]:
    """Where the directory answers, from its own description, asked once for each process.

    :raises DirectoryAway: no description there, one of another issuer, or an answering place without https.
    """
    try:
        answer = requests.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration", timeout=SECONDS)
        answer.raise_for_status()
        said = answer.json()
        found = {name: str(said[key]) for name, key in ENDPOINTS.items()}
    except (requests.RequestException, ValueError, KeyError, TypeError) as error:
        raise DirectoryAway(type(error).__name__) from error
    if said.get("issuer") != issuer or not all(place.startswith("https://") for place in found.values()):
        raise DirectoryAway("the description is of another issuer, or names a place without https")
    return found


def setting(name: str, *default: Any) -> Any:
    """What the library asks for, from our one settings object; whatever is not named here is the library's default."""
    ours = settings.ENVIRONMENT
    if name in ENDPOINTS:
        return described(str(ours.oidc_issuer))[name]
    secret = ours.oidc_client_secret
    known = {
        "OIDC_RP_CLIENT_ID": ours.oidc_client_id,
        "OIDC_RP_CLIENT_SECRET": secret.get_secret_value() if secret else None,
        "OIDC_RP_SIGN_ALGO": ALGORITHM,
        "OIDC_RP_SCOPES": "openid email profile",
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": SECONDS,
        "OIDC_AUTHENTICATION_CALLBACK_URL": "core:directory_back",
    }
    return known[name] if name in known else import_from_settings(name, *default)


class Directory(OIDCAuthenticationBackend):
    """The library's code flow, with a stricter look at the token and with our accounts."""

    get_settings = staticmethod(setting)

    def authenticate(self, request: HttpRequest, *, nonce: str, code_verifier: str) -> User | None:  # type: ignore[override]
        """Whose account this is. Both words are needed, so that no other form of signing in ever comes through here."""
        found: User | None = super().authenticate(request, nonce=nonce, code_verifier=code_verifier)
        return found

    def _verify_jws(self, payload: str, key: Any) -> dict[str, Any]:
        """Signature, issuer, audience and times: the library by itself looks at the signature and the end only."""
        if jwt.get_unverified_header(payload).get("alg") != ALGORITHM:
            raise SuspiciousOperation("another algorithm than agreed")
        claims: dict[str, Any] = jwt.decode(
            payload,
            key,
            algorithms=[ALGORITHM],
            audience=self.OIDC_RP_CLIENT_ID,
            issuer=settings.ENVIRONMENT.oidc_issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": list(NEEDED)},
        )
        if claims.get("azp", self.OIDC_RP_CLIENT_ID) != self.OIDC_RP_CLIENT_ID:
            raise SuspiciousOperation("a token made for somebody else")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: dict[str, Any]) -> User | None:
        """The account of the token's subject. Nobody is ever created."""
        user = account_of(payload, at=timezone.now())
        if user:
            user.directory_second_factor = asked_for_second_factor(payload)  # type: ignore[attr-defined]
        return user


def asked_for_second_factor(claims: Mapping[str, Any]) -> bool:
    """Whether the directory says, in the token that it signed, that it asked for more than one factor."""
    methods = claims.get("amr")
    said = set(methods) if isinstance(methods, list) and all(isinstance(m, str) for m in methods) else set()
    return bool((said | {str(claims.get("acr", ""))}) & SECOND_FACTOR)


def account_of(claims: Mapping[str, Any], *, at: datetime) -> User | None:
    """The active account that the claims of a checked token name, or None."""
    subject = str(claims["sub"])
    known = User.objects.filter(directory_id=subject).first() if subject else None
    if known:
        return known if known.is_active else None
    email = str(claims.get("email", "")).strip().lower()
    if not subject or not email or claims.get("email_verified") is not True:
        return None
    user = User.objects.filter(email=email, is_active=True, directory_id="").first()
    if user:
        remember(by=SYSTEM, at=at, user=user, subject=subject)
    return user


@action("sign_in.directory_remembered")
def remember(*, by: Actor, at: datetime, user: User, subject: str) -> None:
    """Keep the directory's subject of an account; from now on only it counts, whatever address it has."""
    user.directory_id = subject
    user.save(update_fields=["directory_id"])
    note(user, directory_id=subject)
