"""Every address has a rule; every role meets every address as the rules say; an address without a rule is closed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.urls.exceptions import NoReverseMatch

from marketcross.web.core.access.middleware import allowed, standing_of
from marketcross.web.core.access.relations import resolves
from marketcross.web.core.access.rules import RELATIONS, about, all_rules, only
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.cms.groups import give_editors_their_groups
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user

AT, DAY = datetime(2026, 11, 21, 9, tzinfo=UTC), date(2026, 1, 1)


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """The name of every address that the service answers."""
    for entry in (resolver or get_resolver()).url_patterns:
        if str(entry.pattern).startswith("cms/"):
            continue  # Wagtail's pages have one rule as a whole, met below
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from routes(entry, space)
        else:
            assert isinstance(entry, URLPattern)
            yield f"{prefix}{entry.name}"


OURS = sorted(routes())


@pytest.mark.parametrize("route", OURS)
def test_every_address_has_a_rule(route: str) -> None:
    assert route in all_rules(), f"write a rule for {route} in its context's access_rules.py"


def test_no_rule_is_left_over() -> None:
    assert set(all_rules()) <= set(OURS)


def test_public_addresses_are_these_and_no_others() -> None:
    """Adding one is a decision that somebody makes here on purpose."""
    public = {route for route, rule in all_rules().items() if rule.public}
    assert {route.split(":")[0] for route in public} <= {"core", "directory", "publishing", "pathway"}


def user_with(role: str | None) -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{role}@example.org", name=str(role))
    if role:
        give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=DAY)
    return user


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role.values])
def test_every_role_meets_every_address_as_its_rule_says(role: str | None) -> None:
    client, user = Client(), user_with(role)
    client.force_login(user)
    for route in OURS:
        rule = all_rules()[route]
        if rule.subject or rule.public:
            continue  # public ones are open to all; those about a record are met relation by relation below
        try:
            status = client.get(reverse(route)).status_code
        except NoReverseMatch:
            continue
        closed = not rule.signed_in and role not in rule.roles
        assert (status == 403) is closed, (role, route, status)


@pytest.mark.django_db
@pytest.mark.parametrize("relation", [*RELATIONS, None])
@pytest.mark.parametrize("role", Role.values)
def test_a_record_opens_only_in_the_relations_of_the_role(role: str, relation: str | None) -> None:
    resolves("test_record")(lambda user, key, on: frozenset({relation} if relation else ()))
    rule = about("test_record", "key", practitioner="assigned same_team", resident="own", auditor="other")
    expected = relation in {"practitioner": {"assigned", "same_team"}, "resident": {"own"}, "auditor": {"other"}}.get(
        role, set()
    )
    user = user_with(role)
    assert allowed(rule, user, standing_of(rule, user, {"key": "1"})) is expected


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role.values])
def test_edited_pages_are_for_editors_only(role: str | None) -> None:
    client, user = Client(), user_with(role)
    assert client.get("/cms/").status_code == 302
    give_editors_their_groups_as_at_sign_in(user)
    client.force_login(user)
    page = client.get("/cms/")
    assert page.status_code == (200 if role == "editor" else 403)
    if role == "editor":
        assert "unsafe-inline" in page["Content-Security-Policy"]
        assert "gravatar" not in page.content.decode()
    assert "unsafe-inline" not in client.get("/")["Content-Security-Policy"]


@action("test.groups_given")
def _give(*, by: Actor, at: datetime, user: User) -> None:
    give_editors_their_groups(user)
    note(user)


def give_editors_their_groups_as_at_sign_in(user: User) -> None:
    _give(by=SYSTEM, at=AT, user=user)


def test_a_rule_with_a_slip_of_the_pen_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown roles or relations"):
        about("person", "person", practicioner="assigned")
    with pytest.raises(ValueError, match="unknown roles or relations"):
        about("person", "person", practitioner="asigned")
    assert only(Role.BROKER).roles


def _bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


class _WithAnExtraAddress:
    """Today's addresses and one that nobody wrote a rule for."""

    from marketcross.web.config.urls import urlpatterns as _ours

    urlpatterns: ClassVar[list[Any]] = [*_ours, path("forgotten", _bare, name="forgotten")]


@pytest.mark.django_db
def test_an_address_without_a_rule_is_closed_even_to_administrators(settings: Any) -> None:
    settings.ROOT_URLCONF = _WithAnExtraAddress
    client = Client()
    assert client.get("/forgotten").status_code == 403
    client.force_login(user_with("administrator"))
    assert client.get("/forgotten").status_code == 403


@pytest.mark.django_db
def test_a_role_counts_from_its_first_day_to_the_day_before_its_end() -> None:
    from marketcross.web.core.queries import roles_of

    user = make_user(by=SYSTEM, at=AT, email="a@example.org", name="A")
    give_role(by=SYSTEM, at=AT, user=user, role="broker", starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 3))
    held = {day: bool(roles_of(user, on=date(2026, 3, day))) for day in (1, 2, 3)}
    assert held == {1: True, 2: True, 3: False}
    assert not roles_of(user, on=date(2026, 2, 28))
