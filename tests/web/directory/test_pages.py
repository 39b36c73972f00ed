"""The public pages, and those of who lists something."""

from typing import Any

import pytest
from django.test import Client

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, EventRecord, History, User
from marketcross.web.core.users import make_user
from marketcross.web.directory import actions
from marketcross.web.directory.listing import Place
from marketcross.web.directory.models import Organisation, OrganisationMember, Service, Want

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db


def user(name: str = "ann") -> User:
    return make_user(by=SYSTEM, at=AT, email=f"{name}@example.org", name=name.title())


def signed_in(who: User) -> Client:
    client = Client()
    client.force_login(who)
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


# --- Search -----------------------------------------------------------------------------------------------------------
def test_the_first_page_asks_one_thing_and_a_search_answers_on_the_same_address(listed: Lister) -> None:
    shed = listed("Westmere Shed", category="mens-group", places=(Place(postcode="ZX2 0AA", name="The Old Forge"),))
    assert 'role="search"' in text(Client().get("/find-support"))
    page = text(Client().get("/find-support", {"q": "meet other blokes", "where": "ZX2 0AA"}))
    assert (
        f"/find-support/{shed.pk}" in page and "1 match" in page and "very near" in page and "Not checked yet" in page
    )


def test_nothing_found_offers_a_want_with_codes_and_never_the_words(listed: Lister) -> None:
    listed("Bingo at the hall", category="games")
    page = text(Client().get("/find-support", {"q": "somewhere to meet blokes named Zyxwv", "where": "ZX1 0AA"}))
    assert "We found nothing that is just what you asked for" in page
    assert "/find-support/missing?category=mens-group&amp;locality=E1" in page
    link = page.split("/find-support/missing")[1].split('"')[0]
    assert "blokes" not in link.lower() and "zyx" not in link.lower()


def test_a_place_that_is_not_known_is_said_and_the_search_goes_on(listed: Lister) -> None:
    listed("Bingo at the hall", category="games")
    page = text(Client().get("/find-support", {"q": "bingo", "where": "ZZ99 9ZZ"}))
    assert "We do not know this place" in page and "Bingo at the hall" in page


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "'; DROP TABLE x; --", "%", "\x00", "🦊", "a" * 199, "((", "\\"]
)
def test_whatever_is_typed_gets_a_page(listed: Lister, query: str) -> None:
    listed("Bingo at the hall", category="games")
    answer = Client().get("/find-support", {"q": query, "where": query[:60]})
    assert answer.status_code == 200 and "<script>alert" not in text(answer)


def test_more_than_a_search_holds_and_codes_that_are_none_are_said_not_broken(listed: Lister) -> None:
    answer = Client().get("/find-support", {"q": "x" * 201, "group": "martians", "time": "teatime", "page": "-1"})
    assert answer.status_code == 200 and "Use 200 letters or fewer" in text(answer)


def test_a_services_page_answers_what_people_ask_and_shows_text_as_text(listed: Lister) -> None:
    shed = listed(
        "Shed <b>bold</b>", category="mens-group", description="<script>alert(1)</script>", price_pence=350,
        price_includes="tea", how_to_start="Just come", website="https://example.org/x",
        places=(Place(postcode="ZX2 0AA", access="A ramp"),),
    )  # fmt: skip
    page = text(Client().get(f"/find-support/{shed.pk}"))
    for words in (
        "£3.50 a session",
        "tea",
        "Just come",
        "A ramp",
        "ZX2 0AA",
        "Times are agreed with you",
        "01632 960 000",
    ):
        assert words in page
    assert "<script>alert" not in page and "<b>bold" not in page
    assert 'href="https://example.org' not in page, "what nobody checked is no link"


def test_what_is_hidden_or_waits_is_not_found(listed: Lister) -> None:
    hidden, waits = listed("Bingo"), listed("Help at night", category="night-care")
    actions.hide(by=SYSTEM, at=AT, service=hidden.pk)
    assert waits.standing == "waiting"
    for service in (hidden, waits):
        assert Client().get(f"/find-support/{service.pk}").status_code == 404
        assert str(service.pk) not in text(Client().get("/find-support", {"q": service.name}))


# --- Wants ------------------------------------------------------------------------------------------------------------
CHOSEN = {
    "category": "mens-group",
    "locality": "E1",
    "group": "men",
    "time": "any",
    "price": "up_to_5",
    "source": "self",
}


def test_a_want_is_left_without_an_account_and_counted_once(borough: None) -> None:
    client = Client()
    filled = text(client.get("/find-support/missing", {"category": "mens-group", "locality": "E1"}))
    assert '<option value="mens-group" selected>' in filled and '<option value="E1" selected>' in filled
    assert "We have counted it" in text(client.post("/find-support/missing", CHOSEN, follow=True))
    again = client.post("/find-support/missing", CHOSEN | {"time": "weekend", "source": "for_somebody"}, follow=True)
    assert "told us this before" in text(again)
    (want,) = Want.objects.all()
    assert (want.category_id, want.group, want.price, want.source) == ("mens-group", "men", "up_to_5", "self")
    assert AuditEvent.objects.get(action="directory.want_left").actor_kind == "anonymous"


def test_a_residents_want_is_nobodys_even_when_they_are_signed_in(borough: None) -> None:
    resident = user()
    signed_in(resident).post("/find-support/missing", CHOSEN)
    assert Want.objects.count() == 1
    assert not AuditEvent.objects.filter(action="directory.want_left", actor_id=resident.pk).exists()


def test_a_want_without_a_choice_is_asked_for_it(borough: None) -> None:
    page = text(Client().post("/find-support/missing", CHOSEN | {"category": "", "source": ""}))
    assert "Choose what is missing" in page and "Say who this is for" in page and not Want.objects.exists()


# --- List a group -----------------------------------------------------------------------------------------------------
GROUP = {"organisation": "Eastbrook Neighbours", "kind": "group"}
WHAT = {"name": "Tuesday Lunch", "category": "lunch-club", "description": "We eat together.", "groups": ["everybody"]}
WHEN = {"days": ["2"], "opens": "12 noon", "closes": "2pm", "price": "paid", "pounds": "£3.50", "price_includes": "tea"}
WHERE = {"happens": "place", "postcode": "zx10aa", "place": "St Bride's Hall", "access": "A ramp"}
REACH = {"phone": "01632 960 123", "how_to_start": "Just come along"}
PAGES = {"group": GROUP, "what": WHAT, "when": WHEN | {"opens": "noon"}, "where": WHERE, "reach": REACH}


def walk(client: Client, **changed: dict[str, Any]) -> Any:
    for name, answers in PAGES.items():
        answer = client.post(f"/list-your-group/{name}", changed.get(name, answers))
        if answer.status_code != 302:
            return answer
    return client.get("/list-your-group/check")


def test_a_small_group_lists_itself_and_is_found_at_once(borough: None) -> None:
    who = user()
    client = signed_in(who)
    checked = text(walk(client))
    for words in (
        "Eastbrook Neighbours",
        "Tuesday Lunch",
        "Lunch clubs",
        "12:00",
        "3.50",
        "St Bride",
        "Just come along",
    ):
        assert words in checked, words
    page = client.post("/list-your-group/check", follow=True)
    assert "Who changed what" in text(page)
    service = Service.objects.get()
    assert (service.price_pence, service.standing, service.happens) == (350, "listed", "place")
    assert OrganisationMember.objects.get().user == who and User.objects.get(pk=who.pk).has_role("provider")
    assert EventRecord.objects.filter(kind="directory.service_listed").count() == 1
    assert "Tuesday Lunch" in text(Client().get("/find-support", {"q": "luncheon", "where": "ZX1 0AB"}))
    assert "Start" in text(client.get("/list-your-group")) and client.get("/list-your-group/check").status_code == 302


@pytest.mark.parametrize(
    ("page", "answers", "said"),
    [
        ("group", {"organisation": ""}, "Enter the name of your group"),
        ("what", WHAT | {"groups": []}, "Choose who it is for"),
        ("when", WHEN | {"opens": "14:00", "closes": "12:00"}, "Tuesday ends at 12:00, before it starts at 14:00"),
        ("when", WHEN | {"opens": "25:00"}, "Enter a time like 10:30 or 2pm"),
        ("when", WHEN | {"opens": "13pm"}, "Enter a time like 10:30 or 2pm"),
        ("when", WHEN | {"opens": "noon", "days": []}, "Choose the days"),
        ("when", WHEN | {"opens": "noon", "pounds": "lots"}, "Enter an amount like 3 or 3.50"),
        ("when", WHEN | {"opens": "noon", "pounds": ""}, "Enter what it costs, like 3.50"),
        ("where", WHERE | {"postcode": "ZX7 7AA"}, "We do not know this postcode"),
        ("where", WHERE | {"postcode": "nowhere"}, "Enter a full postcode"),
        ("where", WHERE | {"postcode": ""}, "Enter the postcode of the place"),
        ("where", WHERE | {"happens": ""}, "Choose where it happens"),
        ("reach", {"phone": ""}, "Give a phone number, an email address or a website"),
        ("reach", {"phone": "call me"}, "Enter a phone number"),
        ("reach", {"website": "javascript:alert(1)//x"}, "Enter a website"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_written(
    borough: None, page: str, answers: dict[str, Any], said: str
) -> None:
    from html import unescape

    assert said in unescape(text(walk(signed_in(user()), **{page: answers})))
    assert not Service.objects.exists() and not Organisation.objects.exists()


def test_a_group_with_no_address_comes_to_people(borough: None) -> None:
    client = signed_in(user())
    walk(client, where={"happens": "homes", "areas": ["E1"]})
    client.post("/list-your-group/check")
    page = text(Client().get(f"/find-support/{Service.objects.get().pk}"))
    assert "Comes to you" in page and "People who live in Eastbrook" in page


def test_script_in_a_group_is_text(borough: None) -> None:
    client = signed_in(user())
    walk(client, what=WHAT | {"name": "<script>alert(1)</script>", "description": "<img src=x onerror=alert(1)>"})
    client.post("/list-your-group/check")
    page = text(Client().get(f"/find-support/{Service.objects.get().pk}"))
    assert "<script>alert" not in page and "<img src=x" not in page


# --- Your services ----------------------------------------------------------------------------------------------------
@pytest.fixture
def own(borough: None) -> tuple[Client, Service]:
    client = signed_in(user())
    walk(client)
    client.post("/list-your-group/check")
    return client, Service.objects.get()


def changed(**answers: Any) -> dict[str, Any]:
    return WHAT | WHEN | {"opens": "noon"} | WHERE | REACH | answers


def test_its_own_people_change_confirm_hide_and_show_it(own: tuple[Client, Service]) -> None:
    client, service = own
    base = f"/your-services/{service.pk}"
    assert service.name in text(client.get("/your-services"))
    actions.check_service(by=SYSTEM, at=AT, service=service.pk)
    assert 'value="12:00"' in text(client.get(f"{base}/change"))
    page = text(client.post(f"{base}/change", changed(description="We cook too."), follow=True))
    assert "Changed: what happens there" in page and "Not checked yet" in page
    service.refresh_from_db()
    assert service.checked_on is None and service.description == "We cook too."
    assert "still right" in text(client.post(f"{base}/confirm", follow=True))
    client.post(f"{base}/hide")
    assert Client().get(f"/find-support/{service.pk}").status_code == 404
    client.post(f"{base}/show-again")
    assert Client().get(f"/find-support/{service.pk}").status_code == 200
    kinds = [e.kind for e in EventRecord.objects.order_by("pk")]
    assert kinds == [f"directory.service_{word}" for word in ("listed", "listed", "hidden", "listed")]


def test_nobody_else_finds_its_pages(own: tuple[Client, Service]) -> None:
    _, service = own
    other = user("bo")
    made = actions.list_organisation(by=SYSTEM, at=AT, name="Others", member=other)
    assert OrganisationMember.objects.filter(organisation=made.pk).count() == 1
    for way in ("", "/change", "/confirm", "/hide", "/show-again"):
        for method in ("get", "post"):
            assert getattr(signed_in(other), method)(f"/your-services/{service.pk}{way}").status_code in (404,), way
    assert Client().get(f"/your-services/{service.pk}").status_code == 302
    assert service.name not in text(signed_in(other).get("/your-services"))


def test_history_knows_what_was_said_before(own: tuple[Client, Service]) -> None:
    client, service = own
    client.post(f"/your-services/{service.pk}/change", changed(pounds="5"))
    rows = History.objects.filter(record_id=str(service.pk), field="price_pence").order_by("recorded_at")
    assert [row.value for row in rows] == [350, 500]


def test_staff_check_what_waits(listed: Lister) -> None:
    from marketcross.web.core.users import give_role

    waits = listed("Help at night", category="night-care")
    staff = user("cy")
    give_role(by=SYSTEM, at=AT, user=staff, role="commissioner", starts_on=AT.date())
    client = signed_in(staff)
    assert f'href="/listings-to-check/{waits.pk}"' in text(client.get("/listings-to-check"))
    assert client.get(f"/listings-to-check/{waits.pk}").status_code == 200
    client.post(f"/listings-to-check/{waits.pk}/checked")
    assert "Checked" in text(Client().get(f"/find-support/{waits.pk}"))
    assert waits.name not in text(client.get("/listings-to-check"))
