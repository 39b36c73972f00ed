"""Every page that needs no story: by keyboard, at both widths, with nothing for axe to find."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from marketcross.web.core.models import Message, User

from .conftest import Opener, sign_in

pytestmark = pytest.mark.browser

PUBLIC = {
    "/": "home",
    "/sign-in": "sign-in",
    "/style": "style",
    "/style?name=&age=x&words=": "style-errors",
    "/statements/": "statements",
    "/resume": "resume",
    "/what-matters": "what-matters",
    "/what-matters/answers": "answers-none",
    "/what-matters/leaflet": "leaflet",
    "/nothing-is-here": "404",
}
STAFF = {
    "auditor": {"/staff/audit": "audit", "/staff/rules": "rules", "/staff/messages": "messages"},
    "administrator": {"/staff/jobs": "jobs"},
}


@pytest.fixture
def statements() -> None:
    """One published statement, as far as its list needs it."""
    folder = Path(settings.DATA) / "statements" / "made-2026"
    folder.mkdir(parents=True, exist_ok=True)
    said = {"statement": {"title": "Made Market Position Statement", "edition": "2026 to 2027"}}
    (folder / "evidence.json").write_text(json.dumps(said), encoding="utf-8")


def test_public_pages(visit: Opener, statements: None) -> None:
    browser = visit()
    for address, name in PUBLIC.items():
        browser.open(address)
        browser.judge(name)


def test_staff_pages(visit: Opener, person: Callable[..., User]) -> None:
    for role, pages in STAFF.items():
        browser = visit()
        sign_in(browser, person(role))
        browser.judge(f"home-{role}")
        for address, name in pages.items():
            browser.open(address)
            browser.judge(name)


def test_the_audit_is_sorted_and_narrowed_without_script_by_keyboard_alone(
    visit: Opener, person: Callable[..., User]
) -> None:
    browser = visit(script=False)
    sign_in(browser, person("auditor"))
    browser.press("Audit")
    browser.type("Action", "sign_in")
    browser.press("Show")
    actions = browser.page.locator("td[data-label=Action]").all_inner_texts()
    assert actions and all(action.startswith("sign_in") for action in actions)
    browser.type("Action", "")
    browser.press("Show")
    browser.press("Action")
    actions = browser.page.locator("td[data-label=Action]").all_inner_texts()
    assert actions == sorted(actions) and len(set(actions)) > 1
    browser.press("Action")
    assert browser.page.locator("td[data-label=Action]").all_inner_texts() == actions[::-1]


def test_an_error_leads_to_its_field_by_keyboard_with_and_without_script(visit: Opener) -> None:
    for script in (True, False):
        browser = visit(script=script)
        browser.open("/style?name=&words=")
        browser.page.locator(".govuk-error-summary a").first.focus()
        browser.page.keyboard.press("Enter")
        browser.page.keyboard.type("Merrin")
        assert browser.page.locator("#id_name").input_value() == "Merrin"


def test_a_message_is_shown_as_a_letter(visit: Opener, person: Callable[..., User]) -> None:
    user = person("auditor")
    Client().post("/sign-in/link", {"email": user.email})
    browser = visit()
    sign_in(browser, user)
    browser.open(f"/staff/messages/{Message.objects.get().pk}")
    assert browser.heading == "Your link to sign in"
    browser.judge("message")


def test_the_page_can_be_left_at_once(visit: Opener) -> None:
    browser = visit()
    browser.page.route("https://**", lambda route: route.abort())
    browser.open("/what-matters")
    with browser.page.expect_request("https://www.bbc.co.uk/**"):
        for _ in range(3):
            browser.page.keyboard.press("Shift")


def test_what_went_wrong_is_said_in_plain_words(visit: Opener, person: Callable[..., User]) -> None:
    browser = visit()
    sign_in(browser, person("practitioner"))
    browser.open("/staff/audit")
    assert browser.heading == "This page is not open to you"
    browser.judge("403")
    browser.open("/what-matters/questions/now")
    browser.page.context.clear_cookies(name="csrf")
    browser.press("Continue")
    assert browser.heading == "We could not take that page"
    browser.judge("403-csrf")
