"""Nobody lists personal care without a place of the register that carries it; staff see whose place it is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from marketcross.opendata.cqc import KeyQuestion, Location, Provider, Rated, Rating, Ratings
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, EventRecord, Message
from marketcross.web.core.users import give_role
from marketcross.web.directory import actions
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.checking import ListingRefused
from marketcross.web.directory.listing import Place
from marketcross.web.directory.models import Registration, RegistrationChange, RegistrationMatch, Service
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.registration.loading import load_register
from marketcross.web.directory.registration.matching import NoSuchLocation, confirm_location
from marketcross.web.directory.registration.suggesting import suggestions, telling

from .conftest import AT, HOME_CARE, Lister
from .test_pages import signed_in, text, user

pytestmark = pytest.mark.django_db
NUMBER, DAY = HOME_CARE.id, AT.date()
CARE = {"category": "home-care", "cqc_location": NUMBER}


def load(*locations: Location, days: int = 1, **how: Any) -> None:
    load_register(by=SYSTEM, at=AT, locations=locations, on=DAY + timedelta(days=days), source="made", **how)


def staff() -> Client:
    made = user("cy")
    give_role(by=SYSTEM, at=AT, user=made, role="commissioner", starts_on=DAY)
    return signed_in(made)


@pytest.fixture
def care(register: Location, listed: Lister) -> Service:
    """A listing of home care that staff matched and checked: everybody sees it."""
    service = listed("Haslebeck Helps", **CARE)
    confirm_location(by=SYSTEM, at=AT, service=service.pk, number=NUMBER)
    return actions.check_service(by=SYSTEM, at=AT, service=service.pk)


# --- Who may list it --------------------------------------------------------------------------------------------------
def test_what_is_personal_care_is_checked_first_as_well() -> None:
    care = {kind.code for kind in kinds().values() if kind.personal_care}
    assert care == {"home-care", "bathing-help", "live-in-care", "care-home", "nursing-home"}
    assert all(kinds()[code].checked_first for code in care)


def refusal(listed: Lister, **said: Any) -> str:
    with pytest.raises(ListingRefused) as refused:
        listed("Care", **said)
    assert not Service.objects.exists() and list(refused.value.problems) == ["cqc_location"]
    return refused.value.problems["cqc_location"]


def test_without_a_number_it_is_refused_and_says_what_to_do(register: Location, listed: Lister) -> None:
    for category in ("home-care", "bathing-help", "live-in-care", "care-home", "nursing-home"):
        assert "Personal assistants" in refusal(listed, category=category)


def test_a_number_that_nobody_knows_is_refused(register: Location, listed: Lister) -> None:
    assert "register of 22 November 2026" in refusal(listed, category="home-care", cqc_location="1-1")


def test_before_any_register_is_loaded_it_says_whom_to_call(listed: Lister) -> None:
    assert "We cannot look up CQC numbers yet. Call us on" in refusal(listed, **CARE)


def test_care_at_home_does_not_stand_for_a_care_home(register: Location, listed: Lister) -> None:
    words = refusal(listed, category="care-home", cqc_location=NUMBER)
    assert "not registered with the CQC for 'Accommodation" in words and "tell the CQC, then call us on" in words


def test_everything_that_is_wrong_is_said_at_once(register: Location, listed: Lister) -> None:
    with pytest.raises(ListingRefused) as refused:
        listed("", category="home-care", phone="")
    assert set(refused.value.problems) == {"name", "phone", "cqc_location"}


@pytest.mark.parametrize(("days", "carried"), [(-1, True), (0, False), (1, False)])
def test_the_day_of_deregistration_is_the_first_without_it(listed: Lister, days: int, carried: bool) -> None:
    load(replace(HOME_CARE, deregistered_on=DAY - timedelta(days=days)), days=0)
    if carried:
        assert listed("Care", **CARE).standing == "waiting"
    else:
        assert "left the CQC's register" in refusal(listed, **CARE)


def test_a_personal_assistant_whom_the_person_engages_needs_no_number(borough: None, listed: Lister) -> None:
    assert listed("Jo helps", category="personal-assistant").standing == "listed"


def test_it_waits_until_staff_confirmed_the_place_and_checked_it(register: Location, listed: Lister) -> None:
    service = listed("Haslebeck Helps", category="home-care", cqc_location=f" {NUMBER.lower()} ")
    assert service.standing == "waiting" and listing_of(Service.objects.get()).cqc_location == NUMBER
    with pytest.raises(actions.NotCarried, match="confirm it first"):
        actions.check_service(by=SYSTEM, at=AT, service=service.pk)
    confirm_location(by=SYSTEM, at=AT, service=service.pk, number=NUMBER)
    assert actions.check_service(by=SYSTEM, at=AT, service=service.pk).standing == "listed"


def test_a_number_that_is_in_no_register_is_not_confirmed(care: Service) -> None:
    with pytest.raises(NoSuchLocation):
        confirm_location(by=SYSTEM, at=AT, service=care.pk, number="1-1")
    assert RegistrationMatch.objects.get().registration_id == NUMBER


def test_care_goes_out_of_sight_when_staff_see_that_the_place_is_not_theirs(care: Service) -> None:
    client, address = staff(), f"/listings-to-check/{care.pk}/care-register"
    load(HOME_CARE, replace(HOME_CARE, id="1-9000004", activities=()))
    client.post(address, {"number": "1-9000004"})
    assert Service.objects.get().standing == "waiting", "that place does not carry it"
    client.post(address, {"number": NUMBER})
    actions.check_service(by=SYSTEM, at=AT, service=care.pk)
    client.post(f"{address}/not-theirs")
    assert Service.objects.get().standing == "waiting" and not RegistrationMatch.objects.exists()
    assert "CQC location is not theirs" in text(client.get(f"/listings-to-check/{care.pk}"))


def test_another_number_takes_the_confirmation_away(care: Service) -> None:
    load(HOME_CARE, replace(HOME_CARE, id="1-9000004"))
    listing = replace(listing_of(care), cqc_location="1-9000004")
    changed = actions.change_service(by=SYSTEM, at=AT, service=care.pk, listing=listing)
    assert changed.standing == "waiting" and RegistrationMatch.objects.get().confirmed_on is None


def test_a_lunch_club_cannot_become_care_by_a_change(register: Location, listed: Lister) -> None:
    club = listed("Lunch", category="lunch-club")
    with pytest.raises(ListingRefused):
        actions.change_service(
            by=SYSTEM, at=AT, service=club.pk, listing=replace(listing_of(club), category="home-care")
        )
    changed = replace(listing_of(club), **CARE)
    assert actions.change_service(by=SYSTEM, at=AT, service=club.pk, listing=changed).standing == "waiting"


def test_hidden_care_that_is_carried_no_longer_waits_when_it_is_shown_again(care: Service) -> None:
    actions.hide(by=SYSTEM, at=AT, service=care.pk)
    load(replace(HOME_CARE, activities=()))
    assert actions.show_again(by=SYSTEM, at=AT, service=care.pk).standing == "waiting"


# --- What a load does to listings -------------------------------------------------------------------------------------
def test_care_that_is_carried_no_longer_goes_back_to_waiting_and_its_people_are_told(care: Service) -> None:
    speaker = user("ann")
    actions.take_over(by=SYSTEM, at=AT, organisation=care.organisation_id, user=speaker)
    load(replace(HOME_CARE, activities=("Nursing care",)))
    care.refresh_from_db()
    assert (care.standing, care.checked_on) == ("waiting", None)
    assert Client().get(f"/find-support/{care.pk}").status_code == 404
    message = Message.objects.get(template="care_held_back")
    assert message.to == speaker.email and care.name in message.body
    assert EventRecord.objects.filter(kind="directory.service_hidden").count() == 1


def test_a_file_that_does_not_say_holds_nothing_back(care: Service) -> None:
    load(replace(HOME_CARE, activities=None))
    care.refresh_from_db()
    assert care.standing == "listed"


def test_a_home_that_is_sold_and_registered_anew_stays_listed(register: Location, care: Service) -> None:
    here = replace(HOME_CARE, postcode="ZX1 0AA")
    load(here)
    load(replace(here, id="1-9000099", provider=Provider("1-8000099", "New Owner")), days=2)
    care.refresh_from_db()
    match = RegistrationMatch.objects.get()
    assert (care.standing, match.registration_id) == ("listed", "1-9000099")
    assert RegistrationChange.objects.get().kind == "provider_changed"


# --- Suggestions ------------------------------------------------------------------------------------------------------
def test_the_worked_example_of_the_method_page(register: Location, listed: Lister) -> None:
    assert telling("Haslebeck Support Limited") == telling("Haslebeck at Home") == {"haslebeck"}
    helps = listed("Haslebeck Helps", category="befriending")
    assert [one.pk for one in suggestions(helps)] == [NUMBER]
    assert suggestions(listed("Quenly Care", category="befriending")) == []
    assert not RegistrationMatch.objects.exists(), "nothing is matched until somebody confirms it"


def test_at_one_postcode_a_telling_word_is_enough_and_care_is_none(borough: None, listed: Lister) -> None:
    here, there = Place(postcode="ZX1 0AA"), Place(postcode="ZX1 0AB")
    home = replace(
        HOME_CARE, id="1-1", name="Orridge House", provider=Provider("1-2", "Larkden Limited"), postcode="ZX1 0AA"
    )
    other = replace(home, id="1-3", name="Care House", provider=Provider("1-4", "Care Limited"))
    load(home, other, replace(home, id="1-5", deregistered_on=DAY))
    cafe = listed("Cafe at Orridge", places=(here,))
    assert [one.pk for one in suggestions(cafe)] == ["1-1"]
    assert suggestions(listed("Cafe at Orridge", places=(there,))) == []
    assert suggestions(listed("The Care Cafe", places=(here,))) == []


# --- Pages ------------------------------------------------------------------------------------------------------------
RATED = Ratings(
    Rated(Rating.REQUIRES_IMPROVEMENT, DAY - timedelta(days=300)),
    {KeyQuestion.SAFE: Rated(Rating.INADEQUATE, DAY - timedelta(days=300))},
    inherited=True,
)


def test_everybody_sees_the_registration_and_rating_with_day_and_link(care: Service) -> None:
    load(replace(HOME_CARE, ratings=RATED))
    page = text(Client().get(f"/find-support/{care.pk}"))
    for words in (
        "Requires improvement, on 26 January 2026", "Is it safe?", "Inadequate, on 26 January 2026",
        'href="https://www.cqc.org.uk/location/1-9000003"', "on 23 November 2026", "Contains CQC information",
        "We do not say that you should choose this place", "another registration when it got this rating",
    ):  # fmt: skip
        assert words in page, words


def test_what_nobody_confirmed_shows_to_nobody(register: Location, listed: Lister) -> None:
    club = listed("Lunch", category="lunch-club", cqc_location=NUMBER)
    assert "Haslebeck" not in text(Client().get(f"/find-support/{club.pk}"))
    assert NUMBER in text(staff().get("/care-register/to-match"))


def test_a_place_that_left_the_register_says_so(register: Location, listed: Lister) -> None:
    club = listed("Lunch", category="lunch-club", cqc_location=NUMBER)
    confirm_location(by=SYSTEM, at=AT, service=club.pk, number=NUMBER)
    load(replace(HOME_CARE, id="1-5"))
    page = text(Client().get(f"/find-support/{club.pk}"))
    assert "left the register on 23 November 2026" in page and "is on its register" not in page


def test_staff_match_what_is_suggested_and_then_check_it(register: Location, listed: Lister) -> None:
    service = listed("Haslebeck Helps", **CARE)
    client, address = staff(), f"/listings-to-check/{service.pk}"
    assert "I checked it: it is right" not in text(client.get(address))
    client.post(f"{address}/checked")
    assert Service.objects.get().standing == "waiting"
    assert "Not confirmed" in text(client.get(f"{address}/care-register"))
    wrong = client.post(f"{address}/care-register", {"number": "1-1"})
    assert "does not have this number" in text(wrong)
    client.post(f"{address}/care-register", {"number": NUMBER})
    assert "I checked it: it is right" in text(client.get(address))
    client.post(f"{address}/checked")
    assert Service.objects.get().standing == "listed"
    assert AuditEvent.objects.filter(action="directory.registration_confirmed", record_id=str(service.pk)).exists()


def test_staff_see_what_changed_and_narrow_it(care: Service) -> None:
    load(HOME_CARE, replace(HOME_CARE, id="1-7", name="Far Away"), days=1)
    load(replace(HOME_CARE, ratings=RATED), days=2)
    load(replace(HOME_CARE, ratings=Ratings(Rated(Rating.INADEQUATE, DAY))), days=3)
    client = staff()
    page = text(client.get("/care-register"))
    assert "Rating fell" in page and "Far Away" in page and care.name in page
    assert "Far Away" not in text(client.get("/care-register", {"listed": "on"}))
    assert "Rating fell</td>" not in text(client.get("/care-register", {"kind": "closed"}))
    assert text(client.get("/care-register", {"kind": "closed"})).count("Far Away") == 1


def test_the_form_says_beside_the_field_what_is_wrong(register: Location) -> None:
    client = signed_in(user())
    said = {"name": "Care", "category": "home-care", "description": "Help", "groups": "everybody"}
    assert "Personal assistants" in text(client.post("/list-your-group/what", said))
    assert client.post("/list-your-group/what", said | {"cqc_location": NUMBER}).status_code == 302


# --- What must always hold --------------------------------------------------------------------------------------------
@action("test.registration_spoilt")
def spoil(*, by: Actor, at: Any, **fields: Any) -> None:
    Registration.objects.create(**{"location": "1-1", "service_types": [], "read_on": DAY} | fields)


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"rating": 5}, "registration_rating_known"), ({"location": ""}, "registration_has_a_number")],
)
def test_the_database_refuses_what_cannot_be(db: None, fields: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        spoil(by=SYSTEM, at=AT, **fields)


def test_the_database_refuses_a_change_of_no_kind(care: Service) -> None:
    load(replace(HOME_CARE, ratings=RATED))

    @action("test.change_spoilt")
    def change(*, by: Actor, at: Any) -> None:
        known = Registration.objects.get(pk=NUMBER)
        RegistrationChange.objects.create(load=_newest(), registration=known, kind="moved")
        note(care)

    with pytest.raises(IntegrityError, match="registration_change_kind_known"), transaction.atomic():
        change(by=SYSTEM, at=AT)


def _newest() -> Any:
    from marketcross.web.directory.models import RegistrationLoad

    return RegistrationLoad.objects.first()
