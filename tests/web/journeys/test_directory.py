"""Somebody looks, finds nothing and says so; a small group lists itself on a telephone, and is found."""

from collections.abc import Callable

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.directory.demo import make
from marketcross.web.directory.models import Service, Want

from ..directory.conftest import AT, make_borough
from .conftest import Opener, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def borough(transactional_db: None) -> None:
    make_borough(by=SYSTEM, at=AT)
    assert make(seed=1, at=AT, n=24).no_mens_group_in == "E1"


@pytest.mark.parametrize("script", [True, False])
def test_nothing_found_and_told_so(visit: Opener, borough: None, script: bool) -> None:
    one = visit(script=script, width=320)
    one.open("/")
    one.press("Find help and things to do near you")
    if script:
        one.judge("directory-search")
    one.type("What are you looking for?", "somewhere to meet other blokes")
    one.type("Where?", "ZX1 0AA")
    one.press("Search")
    assert "We found nothing that is just what you asked for" in one.page.inner_text("main")
    assert "Westmere Shed" in one.page.inner_text("main"), "it looked further, and says so"
    if script:
        one.judge("directory-nothing-found")
    one.press("Tell us it is missing")
    assert "blokes" not in one.page.url
    if script:
        one.judge("directory-want")
    one.press("Tell us")
    assert one.heading == "Thank you"
    if script:
        one.judge("directory-want-left")
    want = Want.objects.get()
    assert (want.category_id, want.locality.code) == ("mens-group", "E1")


def test_found_and_read(visit: Opener, borough: None) -> None:
    one = visit()
    one.open("/find-support?q=luncheon+club&where=ZX2+0AA")
    one.judge("directory-found")
    one.page.locator(".mc-cards a").first.click()
    one.judge("directory-service")


def test_a_group_lists_itself_on_a_small_screen_and_changes_its_mind(
    visit: Opener, borough: None, person: Callable[..., User]
) -> None:
    one = visit(width=320)
    sign_in(one, person("resident"))
    one.open("/list-your-group")
    one.judge("list-start")
    one.press("Start")
    one.type("What is your group or organisation called?", "Eastbrook Blokes")
    one.page.get_by_label("A group of people, not registered as anything").check()
    one.judge("list-group")
    one.press("Continue")
    one.type("What is it called?", "Eastbrook Blokes")
    one.page.select_option("select", "mens-group")
    one.type("What happens there?", "We meet, talk and walk.")
    one.page.get_by_label("Men", exact=True).check()
    one.judge("list-what")
    one.press("Continue")
    one.page.locator("input[name=days][value='4']").check()
    one.type("It starts at", "7pm")
    one.type("It ends at", "6pm")
    one.page.get_by_label("It is free", exact=True).check()
    one.press("Continue")
    assert "Thursday ends at 18:00, before it starts at 19:00" in one.page.inner_text("main")
    one.judge("list-when-wrong")
    one.type("It ends at", "9pm")
    one.press("Continue")
    one.page.get_by_label("At a place that people come to", exact=True).check()
    one.type("Postcode of the place", "zx1 0ab")
    one.judge("list-where")
    one.press("Continue")
    one.type("Phone number", "01632 960 111")
    one.judge("list-reach")
    one.press("Continue")
    one.judge("list-check")
    one.press("List it")
    one.judge("own-service")
    assert "Not checked yet" in one.page.inner_text("main")
    service = Service.objects.get(name="Eastbrook Blokes")
    assert service.category_id == "mens-group" and service.groups == ["men"]

    one.press("Change it")
    one.judge("change")
    one.type("What happens there?", "We meet, talk, walk and eat pies.")
    one.press("Keep these changes")
    one.press("It is all still right")
    one.open("/your-services")
    one.judge("own")

    other = visit()
    other.open("/find-support?q=meet+other+blokes&where=ZX1+0AA")
    assert "1 match" in other.page.inner_text("main") and "Eastbrook Blokes" in other.page.inner_text("main")
