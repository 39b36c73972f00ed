"""A gap becomes an opportunity, a group answers, £300 helps it begin, and the statement tells of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marketcross.web.commissioning.models import SmallGrant
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery, User
from marketcross.web.directory.actions import leave_want, list_organisation, list_service
from marketcross.web.directory.listing import Listing
from marketcross.web.publishing.actions import count_wants
from marketcross.web.publishing.live.publishing import SLUG, publish
from marketcross.web.publishing.models import Edition, Opportunity

from ..publishing.conftest import ASKED, AT, FIRST, LAST, make_localities
from .conftest import Opener, Visit, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def counted(transactional_db: None, settings: Any, tmp_path: Path) -> None:
    """Nine in Eastbrook and seven in Westmere want a men's group."""
    settings.DATA = tmp_path
    make_localities(by=SYSTEM, at=AT)
    for number in range(16):
        place = "E1" if number < 9 else "E2"
        leave_want(by=SYSTEM, at=ASKED, category="mens-group", locality=place, group="men", time="weekday_morning")
    count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST)


def test_from_a_gap_to_a_statement(visit: Opener, counted: None, person: Callable[..., User]) -> None:
    commissioner = make_an_opportunity(visit(), person("commissioner"))
    speaker = person("provider")
    shed = list_organisation(by=SYSTEM, at=AT, name="Made Shed", member=speaker)
    provider = answer_it(visit(), speaker)
    decide_the_grant(commissioner)
    listing = Listing(name="Shed mornings", category="mens-group", phone="01632 960 000", areas=("E1",))
    list_service(by=SYSTEM, at=AT, organisation=shed.pk, listing=listing)
    for delivery in Delivery.objects.filter(done_at=None, subscriber="publishing.meet"):
        deliver(str(delivery.pk))
    see_that_it_is_met(visit())
    publish_an_edition(commissioner)
    provider.open(f"/statements/{SLUG}/")
    assert "9 wants" in provider.page.inner_text("body")


def make_an_opportunity(one: Visit, commissioner: User) -> Visit:
    sign_in(one, commissioner)
    one.open("/gaps")
    assert "16 wants" in one.page.inner_text("main")
    one.judge("gaps")
    one.open("/gaps/count")
    one.judge("gaps-count")
    one.open("/gaps")
    one.page.locator("tr", has_text="Eastbrook").first.locator("a").click()
    one.judge("opportunity-make")
    one.type("Title", "A men's group in Eastbrook")
    one.type("What we want, and why", "Many men would like to make and mend things with others.")
    one.type("What the council offers", "A small grant of up to 500 pounds.")
    one.press("Save as a draft")
    one.judge("opportunity-draft")
    one.press("Publish")
    return one


def answer_it(one: Visit, speaker: User) -> Visit:
    one.open("/opportunities")
    one.judge("opportunities")
    one.press("A men's group in Eastbrook")
    one.judge("opportunity")
    one.press("9 wants")
    one.judge("evidence")
    sign_in(one, speaker)
    one.open(f"/opportunities/{Opportunity.objects.get().pk}/answer")
    one.judge("opportunity-answer")
    one.type("What can you bring?", "A shed with tools, two mornings a week.")
    one.press("Send the answer")
    one.open("/your-grants/apply")
    one.judge("grant-apply")
    one.type("How much do you need, in pounds?", "300")
    one.type("What will you do with it?", "Rent the shed for twelve weeks.")
    one.type("Who will it help, and where?", "Men in Eastbrook.")
    one.press("Send the application")
    one.judge("grant-waiting")
    return one


def decide_the_grant(one: Visit) -> None:
    one.open("/grants")
    one.judge("grants")
    one.press("Made Shed")
    one.press("Decide")
    one.judge("grant-decide")
    one.page.get_by_label("Agree").check()
    one.type("Reason", "Sixteen people asked for just this.")
    one.press("Save")
    assert SmallGrant.objects.get().state == "agreed"
    one.open(f"/manage-opportunities/{Opportunity.objects.get().pk}")
    one.judge("opportunity-answered")
    one.press("Say which small grant made it possible")
    one.press("Save")


def see_that_it_is_met(one: Visit) -> None:
    one.open(f"/opportunities/{Opportunity.objects.get().pk}")
    said = one.page.inner_text("main")
    assert "This can now be met" in said and "A small grant of £300 to Made Shed made this possible." in said
    one.judge("opportunity-met")


def publish_an_edition(one: Visit) -> None:
    one.open("/editions")
    one.type("Our message to people who run services", "Men would like places to make things together.")
    one.judge("editions")
    one.press("Make a draft")
    one.judge("edition")
    one.press("Publish this edition")
    publish(Edition.objects.get().pk)
    assert Edition.objects.get().state == "published"
