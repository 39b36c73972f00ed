"""From a gap to an opportunity, its answer, and the service that can meet it."""

from typing import Any

import pytest
from django.test import Client

from marketcross.web.commissioning.actions import apply_for_grant, decide_grant
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery, User
from marketcross.web.directory.actions import hide, list_organisation, list_service
from marketcross.web.directory.listing import Listing
from marketcross.web.publishing.actions import NotNow, answer, link_grant, make_opportunity, withdraw
from marketcross.web.publishing.models import EvidenceSnapshot, Opportunity

from .conftest import AT, SAID, Wanter, user_with


@pytest.fixture
def snapshot(wanted: Wanter) -> EvidenceSnapshot:
    from marketcross.web.publishing.actions import count_wants

    from .conftest import FIRST, LAST

    wanted(9, group="men", time="weekday_morning")
    wanted(7, locality="E2", group="men", time="weekday_morning")
    return count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST)


@pytest.fixture
def speaker(db: None) -> User:
    return user_with("provider")


@pytest.fixture
def shed(speaker: User) -> Any:
    return list_organisation(by=SYSTEM, at=AT, name="Made Shed", member=speaker)


def deliver_all() -> None:
    for delivery in Delivery.objects.filter(done_at=None, subscriber__startswith="publishing."):
        deliver(str(delivery.pk))


def listed(organisation: Any, **said: Any) -> Any:
    whole = {"name": "Shed mornings", "category": "mens-group", "phone": "01632 960 000", "areas": ("E1",)} | said
    return list_service(by=SYSTEM, at=AT, organisation=organisation.pk, listing=Listing(**whole))


def test_everybody_reads_who_wants_what_where_and_how_many(opportunity: Opportunity) -> None:
    client = Client()
    assert "A men&#x27;s group in Eastbrook" in client.get("/opportunities").content.decode()
    page = client.get(f"/opportunities/{opportunity.pk}").content.decode()
    for words in ("Eastbrook", "9 wants", "A small grant to begin.", f"/evidence/{opportunity.evidence.snapshot_id}"):
        assert words in page


def test_a_draft_and_a_withdrawn_one_are_not_found(snapshot: EvidenceSnapshot, opportunity: Opportunity) -> None:
    draft = make_opportunity(by=SYSTEM, at=AT, evidence=opportunity.evidence, **SAID)
    withdraw(by=SYSTEM, at=AT, opportunity=opportunity.pk, because="Enough came.")
    for one in (draft, opportunity):
        assert Client().get(f"/opportunities/{one.pk}").status_code == 404
    assert "Eastbrook" not in Client().get("/opportunities").content.decode()


def test_a_service_that_appears_meets_it_once_however_often_it_is_told(opportunity: Opportunity, shed: Any) -> None:
    service = listed(shed)
    deliver_all()
    from marketcross.web.directory.events import ServiceListed
    from marketcross.web.publishing.subscriptions import on_service_listed

    on_service_listed(ServiceListed(service=str(service.pk), organisation=str(shed.pk)), at=AT)
    opportunity.refresh_from_db()
    assert opportunity.state == "met" and opportunity.services.count() == 1
    assert "This can now be met" in Client().get(f"/opportunities/{opportunity.pk}").content.decode()


def test_a_service_for_other_people_meets_nothing(opportunity: Opportunity, shed: Any) -> None:
    listed(shed, areas=("E2",))
    listed(shed, category="lunch-club")
    deliver_all()
    opportunity.refresh_from_db()
    assert opportunity.state == "published"


def test_a_hidden_service_meets_it_no_more(opportunity: Opportunity, shed: Any, speaker: User) -> None:
    answer(by=SYSTEM, at=AT, opportunity=opportunity.pk, organisation=shed.pk, user=speaker, words="A shed.")
    service = listed(shed)
    deliver_all()
    hide(by=SYSTEM, at=AT, service=service.pk)
    deliver_all()
    opportunity.refresh_from_db()
    assert opportunity.state == "answered" and not opportunity.services.exists()


def test_what_is_listed_already_meets_it_when_it_is_published(snapshot: EvidenceSnapshot, shed: Any) -> None:
    from marketcross.web.publishing.actions import publish_opportunity

    listed(shed)
    evidence = snapshot.counts.get(category="mens-group", locality="E1", group="", time="")
    made = make_opportunity(by=SYSTEM, at=AT, evidence=evidence, **SAID)
    assert publish_opportunity(by=SYSTEM, at=AT, opportunity=made.pk).pk == made.pk
    made.refresh_from_db()
    assert made.state == "met"


def test_an_organisation_answers_on_the_page(opportunity: Opportunity, shed: Any, speaker: User) -> None:
    client = Client()
    address = f"/opportunities/{opportunity.pk}/answer"
    assert client.get(address).status_code == 302, "whoever answers signs in"
    client.force_login(speaker)
    sent = {"organisation": str(shed.pk), "words": "We can open on Tuesdays.", "needs": "£300 for tools."}
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent | {"words": "And on Fridays."}).status_code == 302
    opportunity.refresh_from_db()
    assert opportunity.state == "answered" and opportunity.answers.get().words == "And on Fridays."
    commissioner = Client()
    commissioner.force_login(user_with("commissioner"))
    assert "And on Fridays." in commissioner.get(f"/manage-opportunities/{opportunity.pk}").content.decode()
    assert "And on Fridays." not in Client().get(f"/opportunities/{opportunity.pk}").content.decode()


def test_nobody_answers_for_an_organisation_that_is_not_theirs(opportunity: Opportunity, shed: Any) -> None:
    client = Client()
    client.force_login(user_with("provider", "stranger"))
    client.post(f"/opportunities/{opportunity.pk}/answer", {"organisation": str(shed.pk), "words": "Ours."})
    assert not opportunity.answers.exists()


def test_the_grant_that_made_it_possible_is_shown(opportunity: Opportunity, shed: Any, speaker: User) -> None:
    answer(by=SYSTEM, at=AT, opportunity=opportunity.pk, organisation=shed.pk, user=speaker, words="A shed.")
    said = {"purpose": "Tools.", "who_it_helps": "Men.", "user": speaker}
    grant = apply_for_grant(by=SYSTEM, at=AT, organisation=shed.pk, amount_pence=300_00, **said)
    with pytest.raises(NotNow):
        link_grant(by=SYSTEM, at=AT, opportunity=opportunity.pk, grant=grant.pk)
    decide_grant(by=SYSTEM, at=AT, grant=grant.pk, agreed=True, reason="Yes.", user=user_with("commissioner"))
    link_grant(by=SYSTEM, at=AT, opportunity=opportunity.pk, grant=grant.pk)
    listed(shed)
    deliver_all()
    page = Client().get(f"/opportunities/{opportunity.pk}").content.decode()
    assert "A small grant of £300 to Made Shed made this possible." in page


def test_a_commissioner_makes_one_from_a_gap(snapshot: EvidenceSnapshot) -> None:
    client = Client()
    client.force_login(user_with("commissioner"))
    count = snapshot.counts.get(category="mens-group", locality="E1", group="men", time="weekday_morning")
    assert f"/gaps/{count.pk}/opportunity" in client.get("/gaps").content.decode()
    made = client.post(f"/gaps/{count.pk}/opportunity", SAID)
    address = made["Location"]
    client.post(f"{address}/publish")
    found = Opportunity.objects.get()
    assert (found.state, found.group, found.evidence_id) == ("published", "men", count.pk)


def test_an_analyst_sees_gaps_and_makes_nothing(snapshot: EvidenceSnapshot) -> None:
    client = Client()
    client.force_login(user_with("analyst"))
    page = client.get("/gaps").content.decode()
    assert "Eastbrook" in page and "/opportunity" not in page.partition("<main")[2].partition("</main")[0]
    count = snapshot.counts.exclude(category="").first()
    assert count and client.get(f"/gaps/{count.pk}/opportunity").status_code == 403
