"""Somebody without an account says what matters, saves it, and goes on in another browser."""

import pytest

from marketcross.web.pathway.questions import QUESTIONS

from .conftest import Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_saved_in_one_browser_and_resumed_in_another(visit: Opener, script: bool) -> None:
    first = visit(script=script)
    first.open("/")
    first.press("Tell us what matters to you")
    first.press("Start")
    first.type(str(QUESTIONS[0].asks), "My knees are bad")
    first.press("Continue")
    if script:
        first.judge("question")
    first.type(str(QUESTIONS[1].asks), "Chapel on Sundays")
    first.press("Save and come back later")
    code = first.page.locator(".mc-code").inner_text().strip()
    if script:
        first.judge("saved")

    second = visit(script=script, width=320)
    second.open("/")
    second.press("Go on with saved answers")
    second.type("Your code", code.lower())
    second.press("Go on")
    assert second.heading == "Check your answers" and "My knees are bad" in second.page.inner_text("main")
    if script:
        second.judge("answers")
    second.press(f"Change {QUESTIONS[2].asks}")
    second.type(str(QUESTIONS[2].asks), "My neighbour Bo")
    second.press("Continue")
    second.press("Print them to take along")
    assert "My neighbour Bo" in second.page.inner_text("article")
    if script:
        second.judge("answers-letter")
    second.press("Back")
    second.press("Delete my answers")
    if script:
        second.judge("deleted")

    third = visit(script=script)
    third.open("/resume")
    third.type("Your code", code)
    third.press("Go on")
    assert "No saved answers have this code" in third.page.inner_text("main")
