"""Find somebody by keyboard alone, with and without script; two records become one and two again."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.people import actions
from marketcross.web.people.merging.listing import list_likely_same
from marketcross.web.people.models import Person

from .conftest import Opener, sign_in

pytestmark = pytest.mark.browser
AT, SINCE = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 1, 1)


def add(given: str, family: str, **more: Any) -> Person:
    return actions.add_person(by=SYSTEM, at=AT, given=given, family=family, **more)


@pytest.mark.parametrize("script", [True, False])
def test_somebody_is_found_and_two_records_become_one(visit: Opener, person: Callable[..., User], script: bool) -> None:
    user, browser = person("practitioner"), visit(script=script)
    mine = add(
        "Merrin", "Talloway", born_on=date(1940, 3, 2), lines="12 Kestrelbeck Road, Ambercote", postcode="ZX1 0AA"
    )
    same = add("Merryn", "Talloway", born_on=date(1940, 3, 2), mobile="07700 900123")
    add("Merrin", "Underwick", born_about=1951)
    for one in (mine, same):
        actions.assign(by=SYSTEM, at=AT, person=one.pk, user=user, starts_on=SINCE)
    list_likely_same(by=SYSTEM, at=datetime.now(UTC))
    sign_in(browser, user)
    browser.press("Find somebody")
    browser.press("Find")
    if script:
        browser.judge("find-empty")
    browser.type("Who are you looking for?", "merin")
    browser.press("Find")
    shown = browser.page.inner_text("main")
    assert "Merrin Talloway" in shown and "Born 2 March 1940" in shown and "Born 1951" in shown
    if script:
        browser.judge("found")
    browser.type("Who are you looking for?", "nobody of that name")
    browser.press("Find")
    assert "Nobody was found" in browser.page.inner_text("main")
    if script:
        browser.judge("found-nobody")
    browser.open("/people/likely-same")
    if script:
        browser.judge("likely-same")
    browser.press("Merr")
    assert browser.heading == "Two records of one person?"
    if script:
        browser.judge("compare")
    browser.tab_to("Mer", tags="INPUT")
    browser.page.keyboard.press("Space")
    browser.press("Make them one record")
    assert "The two records are one now" in browser.page.inner_text("main")
    browser.open(browser.page.url.removeprefix(browser.home).rstrip("/") + "/merges")
    if script:
        browser.judge("merges")
    browser.press("Undo this merge")
    if script:
        browser.judge("undo")
    browser.press("Make them two again")
    assert "They are two records again" in browser.page.inner_text("main")
