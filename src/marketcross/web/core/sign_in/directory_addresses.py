"""The directory's addresses and rules, which exist only in an installation that has one."""

from collections.abc import Mapping
from typing import Protocol

from django.urls import URLPattern, path

from marketcross.web.core.access.rules import Rule, public


class Installation(Protocol):
    """What is asked of the settings: the core does not know their whole shape."""

    @property
    def oidc_issuer(self) -> str | None: ...


def addresses(environment: Installation) -> list[URLPattern]:
    """To the directory and back; none without an issuer, and then the library is not even loaded."""
    if not environment.oidc_issuer:
        return []
    from marketcross.web.core.views.directory import BackFromDirectory, ToDirectory

    return [
        path("sign-in/directory", ToDirectory.as_view(), name="directory"),
        path("sign-in/directory/back", BackFromDirectory.as_view(), name="directory_back"),
    ]


def rules(environment: Installation) -> Mapping[str, Rule]:
    """Who may use them: whoever is not in yet."""
    return {f"core:{address.name}": public() for address in addresses(environment)}
