"""Coming in and going out, by keyboard alone and with script off."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from marketcross.web.core.models import Message, User

from .conftest import PASSWORD, Opener, code_of, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_password_and_code_and_out_again(visit: Opener, person: Callable[..., User], script: bool) -> None:
    user, browser = person("administrator"), visit(script=script)
    browser.open("/sign-in")
    browser.press("Continue")
    assert browser.page.locator(".govuk-error-summary a").count() == 2
    if script:
        browser.judge("sign-in-errors")
    browser.press("Enter your email address", stays=script)
    browser.page.keyboard.type(user.email)
    browser.type("Password", PASSWORD)
    browser.press("Continue")
    assert browser.heading == "Enter your code"
    if script:
        browser.judge("code")
    browser.type("Code", code_of(user))
    browser.press("Sign in")
    assert browser.heading == "Care and support for adults" and "Your work" in browser.page.inner_text("main")
    browser.press(user.name)
    assert browser.heading == "Your account"
    if script:
        browser.judge("account")
    browser.press("Sign out")
    browser.open("/account")
    assert browser.heading == "Sign in"


@pytest.mark.parametrize("script", [True, False])
def test_setting_up_the_codes_gives_a_card(visit: Opener, person: Callable[..., User], script: bool) -> None:
    user, browser = person("practitioner", codes=False), visit(script=script)
    browser.open("/sign-in")
    browser.type("Email address", user.email)
    browser.type("Password", PASSWORD)
    browser.press("Continue")
    assert browser.heading == "Set up your codes"
    if script:
        browser.judge("set-up-codes")
    browser.type("Code", code_of(user))
    browser.press("Continue")
    assert browser.page.locator("main code").count() == 8
    if script:
        browser.judge("card")
    browser.press("Continue")
    assert "Sign out" in browser.page.inner_text("header")


@pytest.mark.parametrize("script", [True, False])
def test_a_resident_comes_in_by_a_link_and_a_code(visit: Opener, person: Callable[..., User], script: bool) -> None:
    user, browser = person("resident"), visit(script=script)
    browser.open("/")
    browser.press("Sign in as a resident or carer")
    if script:
        browser.judge("ask-for-link")
    browser.type("Email address", user.email)
    browser.press("Send me a link")
    assert browser.heading == "Look in your email"
    if script:
        browser.judge("link-sent")
    found = re.search(r"http://\S+", Message.objects.get().body)
    assert found
    browser.page.goto(found.group())
    if script:
        browser.judge("link-open")
    browser.press("Continue")
    browser.type("Code", code_of(user))
    browser.press("Sign in")
    assert user.name in browser.page.inner_text("header")
    browser.page.goto(found.group())
    assert browser.heading == "This link does not work any more"
    if script:
        browser.judge("link-old")


def test_a_warning_comes_before_the_end_and_a_button_prolongs_the_session(
    visit: Opener, person: Callable[..., User]
) -> None:
    browser = visit()
    browser.page.clock.install()
    sign_in(browser, person("auditor"))
    browser.open("/account")
    warning = browser.page.locator("[data-session-seconds]")
    assert not warning.is_visible()
    browser.page.clock.fast_forward("26:00")
    expect(warning).to_be_visible()
    assert "signed out in 4 minutes" in warning.inner_text()
    browser.judge("session-warning")
    browser.press("Stay signed in", stays=True)
    expect(warning).to_be_hidden()
    assert browser.page.url.endswith("/account"), "nobody was sent elsewhere"
    browser.page.clock.fast_forward("31:00")
    expect(warning).to_contain_text("You have been signed out")


def test_what_was_sent_too_late_is_there_after_signing_in_again(visit: Opener, person: Callable[..., User]) -> None:
    user, browser = person("administrator"), visit()
    sign_in(browser, user)
    browser.open("/account")
    from django.contrib.sessions.backends.db import SessionStore

    cookie = next(c["value"] for c in browser.page.context.cookies() if c["name"] == "session")
    store = SessionStore(cookie)
    store["active_at"] = "2026-01-01T00:00:00+00:00"
    store.save()
    # The page that stands open sends a form of an administrator's page, as one that was left over lunch would.
    token = browser.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    browser.page.set_content(
        f"""<form method="post" action="{browser.home}/staff/jobs/7/again"><input type="hidden"
        name="csrfmiddlewaretoken" value="{token}"><textarea name="what_happened">It rained all day</textarea>
        <button>Send</button></form>"""
    )
    browser.press("Send")
    assert browser.heading == "Sign in" and "What you typed is kept" in browser.page.inner_text("main")
    browser.judge("signed-out-and-kept")
    browser.type("Email address", user.email)
    browser.type("Password", PASSWORD)
    browser.press("Continue")
    browser.type("Code", code_of(user))
    browser.press("Sign in")
    assert browser.heading == "What you typed is here" and "It rained all day" in browser.page.inner_text("main")
    browser.judge("kept")
