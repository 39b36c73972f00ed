"""Somebody of the council who also speaks for a group does not judge their own group."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from marketcross.web.commissioning.actions import apply_for_grant
from marketcross.web.commissioning.models import SmallGrant
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role
from marketcross.web.directory.actions import list_organisation, list_service, load_categories
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Service

from ..pathway.making import make_places
from ..people.making import signed_in, user

pytestmark = pytest.mark.django_db
AT, SINCE = datetime(2026, 11, 22, 9, tzinfo=UTC), date(2026, 1, 1)


@pytest.fixture
def judge() -> User:
    """A commissioner who is in a group's committee as well."""
    make_places(by=SYSTEM, at=AT)
    load_categories(by=SYSTEM, at=AT)
    made = user("commissioner", "Both")
    give_role(by=SYSTEM, at=AT, user=made, role="provider", starts_on=SINCE)
    return made


def test_nobody_decides_about_a_grant_to_their_own_group(judge: User) -> None:
    group = list_organisation(by=SYSTEM, at=AT, name="Made Shed", member=judge)
    said = {"amount_pence": 300_00, "purpose": "A hall", "who_it_helps": "Men"}
    grant = apply_for_grant(by=SYSTEM, at=AT, organisation=group.pk, user=judge, **said)
    answer = {"decision": "agree", "reason": "It is ours."}
    assert signed_in(judge).post(reverse("commissioning:decide", args=[grant.pk]), answer).status_code == 404
    assert SmallGrant.objects.get().state == "applied"
    other = user("commissioner", "Other")
    assert signed_in(other).post(reverse("commissioning:decide", args=[grant.pk]), answer).status_code == 302
    paid = {"paid_on": "2026-11-22"}
    assert signed_in(judge).post(reverse("commissioning:paid", args=[grant.pk]), paid).status_code == 404
    page = signed_in(judge).get(reverse("commissioning:grant", args=[grant.pk])).content.decode()
    assert "Note the payment" not in page


def test_nobody_checks_their_own_listing(judge: User) -> None:
    group = list_organisation(by=SYSTEM, at=AT, name="Made Shed", member=judge)
    listing = Listing(name="Shed", category="mens-group", phone="01632 960 000", areas=("E1",), groups=("men",))
    service = list_service(by=SYSTEM, at=AT, organisation=group.pk, listing=listing)
    assert signed_in(judge).post(reverse("directory:checked", args=[service.pk])).status_code == 404
    assert Service.objects.get().checked_on is None
    assert signed_in(user("editor")).post(reverse("directory:checked", args=[service.pk])).status_code == 302
    assert Service.objects.get().checked_on
