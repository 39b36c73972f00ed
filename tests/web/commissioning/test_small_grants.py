"""A small grant: applied for on one page, decided with a reason, paid, and told of."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from marketcross.web.commissioning import queries
from marketcross.web.commissioning.actions import NotNow, apply_for_grant, decide_grant, note_paid, tell_what_came
from marketcross.web.commissioning.models import SmallGrant
from marketcross.web.commissioning.money import pounds
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user
from marketcross.web.directory.actions import list_organisation

AT, DAY = datetime(2026, 11, 22, 9, tzinfo=UTC), date(2026, 1, 1)
LATE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def user_with(role: str, name: str = "") -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{name or role}@example.org", name=role)
    give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=DAY)
    return user


@pytest.fixture
def speaker(db: None) -> User:
    return user_with(Role.PROVIDER)


@pytest.fixture
def grant(speaker: User) -> SmallGrant:
    """£300 for the Made Shed, applied for."""
    group = list_organisation(by=SYSTEM, at=AT, name="Made Shed", member=speaker)
    said = {"purpose": "A hall for twelve weeks.", "who_it_helps": "Men in Eastbrook."}
    return apply_for_grant(by=SYSTEM, at=AT, organisation=group.pk, amount_pence=300_00, user=speaker, **said)


def test_from_application_to_what_came_of_it(grant: SmallGrant) -> None:
    commissioner = user_with(Role.COMMISSIONER)
    assert queries.grants_of(grant.organisation_id) == []
    decide_grant(by=SYSTEM, at=AT, grant=grant.pk, agreed=True, reason="Many want it.", user=commissioner)
    note_paid(by=SYSTEM, at=LATE, grant=grant.pk, paid_on=date(2026, 11, 22), reference="R1")
    tell_what_came(by=SYSTEM, at=LATE, grant=grant.pk, came_of_it="Nine came each week.")
    (told,) = queries.grants_of(grant.organisation_id)
    assert told == queries.grant(grant.pk)
    assert (told.amount_pence, told.agreed, told.came_of_it) == (30_000, True, "Nine came each week.")
    done = AuditEvent.objects.filter(record_id=str(grant.pk)).order_by("id").values_list("action", flat=True)
    assert [name.removeprefix("commissioning.grant_") for name in done] == ["applied_for", "decided", "paid", "told"]


def test_a_step_out_of_turn_is_refused_and_changes_nothing(grant: SmallGrant) -> None:
    commissioner = user_with(Role.COMMISSIONER)
    with pytest.raises(NotNow):
        note_paid(by=SYSTEM, at=AT, grant=grant.pk, paid_on=date(2026, 11, 22))
    decide_grant(by=SYSTEM, at=AT, grant=grant.pk, agreed=False, reason="Too like another.", user=commissioner)
    with pytest.raises(NotNow):
        decide_grant(by=SYSTEM, at=AT, grant=grant.pk, agreed=True, reason="After all.", user=commissioner)
    grant.refresh_from_db()
    assert (grant.state, grant.reason) == ("declined", "Too like another.")


def test_it_cannot_be_paid_before_it_was_agreed(grant: SmallGrant) -> None:
    decide_grant(by=SYSTEM, at=AT, grant=grant.pk, agreed=True, reason="Yes.", user=user_with(Role.COMMISSIONER))
    with pytest.raises(NotNow):
        note_paid(by=SYSTEM, at=AT, grant=grant.pk, paid_on=date(2026, 11, 21))


@action("test.grant_broken")
def _break(*, by: Actor, at: datetime, grant: SmallGrant, **wrong: Any) -> None:
    SmallGrant.objects.filter(pk=grant.pk).update(**wrong)
    note(grant)


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("small_grant_is_some_money", {"amount_pence": 0}),
        ("small_grant_is_some_money", {"amount_pence": -1}),
        ("small_grant_is_small", {"amount_pence": 500_001}),
        ("small_grant_state_known", {"state": "lost"}),
        ("small_grant_decided_by_somebody_with_a_reason", {"decided_on": DAY}),
        ("small_grant_paid_on_a_day", {"paid_on": DAY}),
        ("small_grant_told_what_came_of_it", {"came_of_it": "Much."}),
    ],
)
def test_the_database_refuses(grant: SmallGrant, constraint: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        _break(by=SYSTEM, at=AT, grant=grant, **wrong)
    named = {"state": {"small_grant_state_known", "small_grant_decided_by_somebody_with_a_reason"}}
    allowed = named.get(next(iter(wrong)), {constraint})
    assert any(name in str(refused.value) for name in allowed)


@pytest.mark.parametrize(
    ("pence", "said"), [(300_00, "£300"), (300_50, "£300.50"), (1_000_01, "£1,000.01"), (5, "£0.05")]
)
def test_pence_are_said_in_pounds(pence: int, said: str) -> None:
    assert pounds(pence) == said


def test_an_organisation_applies_on_one_page_and_reads_the_decision(grant: SmallGrant, speaker: User) -> None:
    client = Client()
    client.force_login(speaker)
    said = {"organisation": str(grant.organisation_id), "amount": "0.50", "purpose": "", "who_it_helps": "Men."}
    page = client.post("/your-grants/apply", said).content.decode()
    assert "Enter an amount from 1 to 5000 pounds" in page and "Say what you will do with the money" in page
    sent = client.post("/your-grants/apply", said | {"amount": "250.10", "purpose": "Tools."})
    assert sent.status_code == 302 and SmallGrant.objects.filter(amount_pence=250_10).exists()
    decide_grant(
        by=SYSTEM, at=AT, grant=grant.pk, agreed=True, reason="Many want it.", user=user_with(Role.COMMISSIONER)
    )
    assert "Many want it." in client.get(f"/grants/{grant.pk}").content.decode()


def test_another_organisations_grant_is_not_found(grant: SmallGrant) -> None:
    client = Client()
    client.force_login(user_with(Role.PROVIDER, "stranger"))
    assert client.get(f"/grants/{grant.pk}").status_code == 404
    assert client.post(f"/grants/{grant.pk}/what-came-of-it", {"came_of_it": "Mine"}).status_code == 404
    assert client.get(f"/grants/{grant.pk}/decide").status_code == 404
    assert "Made Shed" not in client.get("/your-grants").content.decode()


def test_nobody_applies_for_an_organisation_that_is_not_theirs(grant: SmallGrant) -> None:
    client = Client()
    client.force_login(user_with(Role.PROVIDER, "stranger"))
    said = {"organisation": str(grant.organisation_id), "amount": "300", "purpose": "Tools.", "who_it_helps": "Men."}
    assert client.post("/your-grants/apply", said).status_code == 200
    assert SmallGrant.objects.count() == 1


def test_a_commissioner_decides_and_finance_notes_the_payment(grant: SmallGrant) -> None:
    commissioner, finance = Client(), Client()
    commissioner.force_login(user_with(Role.COMMISSIONER))
    finance.force_login(user_with(Role.FINANCE_OFFICER))
    assert "Made Shed" in commissioner.get("/grants").content.decode()
    commissioner.post(f"/grants/{grant.pk}/decide", {"decision": "agree", "reason": "Many want it."})
    assert finance.get(f"/grants/{grant.pk}/decide").status_code == 404
    grant.refresh_from_db()
    day = grant.decided_on
    assert day is not None
    early = finance.post(f"/grants/{grant.pk}/paid", {"paid_on": "01/01/2020"}).content.decode()
    assert "Enter a day from the decision to today" in early
    finance.post(f"/grants/{grant.pk}/paid", {"paid_on": f"{day:%d/%m/%Y}"})
    grant.refresh_from_db()
    assert (grant.state, grant.paid_on) == ("paid", day)
