"""The ways on from the first page: to everybody, to a role, and to whoever has not signed in yet."""

from datetime import UTC, date, datetime

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.pages.ways import For, ways_for
from marketcross.web.core.users import give_role, make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def auditor() -> User:
    user = make_user(by=SYSTEM, at=AT, email="auditor@council.example", name="Ysolde Crannock", password=None)
    give_role(by=SYSTEM, at=AT, user=user, role=Role.AUDITOR, starts_on=date(2026, 1, 1))
    return user


def routes(whom: For, user: User | None = None) -> set[str]:
    return {way.route for way in ways_for(whom, user)}


@pytest.mark.django_db
def test_signing_in_is_offered_only_to_whoever_has_not(auditor: User) -> None:
    assert "core:ask_for_link" in routes(For.RESIDENTS) and "core:sign_in" in routes(For.STAFF)
    assert "core:ask_for_link" not in routes(For.RESIDENTS, auditor) and not routes(For.STAFF, auditor)


@pytest.mark.django_db
def test_work_is_offered_to_the_roles_that_may_do_it(auditor: User) -> None:
    assert "core:audit" in routes(For.WORK, auditor)
    assert "core:failed_jobs" not in routes(For.WORK, auditor) and not routes(For.WORK)
