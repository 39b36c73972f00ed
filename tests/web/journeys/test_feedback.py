"""Somebody says how it was, a moderator reads it, the provider replies; a concern goes to the council instead."""

from collections.abc import Callable

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.directory import actions
from marketcross.web.directory.feedback.deciding import publish
from marketcross.web.directory.feedback.giving import Said, give_feedback
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Feedback, Service

from ..directory.conftest import AT, make_borough
from .conftest import Opener, Visit, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def club(transactional_db: None) -> Service:
    """A club of which four people spoke well."""
    make_borough(by=SYSTEM, at=AT)
    group = actions.list_organisation(by=SYSTEM, at=AT, name="Made Neighbours")
    listing = Listing(name="Lunch at the Forge", category="lunch-club", phone="01632 960 000", everywhere=True)
    made = actions.list_service(by=SYSTEM, at=AT, organisation=group.pk, listing=listing)
    for _ in range(4):
        give_feedback(by=SYSTEM, at=AT, service=made.pk, said=Said("yes", "yes", "partly"))
    for one in Feedback.objects.all():
        publish(by=SYSTEM, at=AT, feedback=one.pk)
    return made


def say(one: Visit, club: Service, words: str) -> str:
    """From the service's page to the code."""
    one.open(f"/find-support/{club.pk}")
    one.press("Did you use it? Say how it was")
    one.judge("feedback-give")
    for question in ("wanted", "treated", "promised"):
        one.page.locator(f"input[name={question}][value=no]").check()
    one.type("What else should people know?", words)
    one.press("Send it")
    one.judge("feedback-given")
    return str(one.page.locator(".mc-code").inner_text())


def decide(one: Visit, choice: str) -> None:
    one.open("/feedback-to-check")
    one.judge("feedback-to-check")
    one.page.get_by_role("link", name="Lunch at the Forge").first.click()
    one.judge("feedback-one")
    one.page.locator(f"input[name=decision][value={choice}]").check()
    one.press("Decide")


def test_said_checked_shown_answered_and_taken_back(visit: Opener, club: Service, person: Callable[..., User]) -> None:
    author, moderator, provider = visit(width=320), visit(), visit()
    code = say(author, club, "Mrs Thornby let the soup go cold.")
    sign_in(moderator, person("moderator"))
    decide(moderator, "publish")
    author.open(f"/find-support/{club.pk}")
    said = author.page.inner_text("main")
    assert "5 people told us" in said and "soup go cold" in said
    author.judge("feedback-on-the-service")
    author.press("How we check feedback")
    author.judge("feedback-policy")
    owner = person("provider")
    actions.take_over(by=SYSTEM, at=AT, organisation=club.organisation_id, user=owner)
    sign_in(provider, owner)
    provider.open(f"/your-services/{club.pk}/feedback")
    provider.judge("feedback-own")
    provider.page.get_by_role("link", name="Reply to what was said").click()
    provider.judge("feedback-reply")
    provider.type("Your reply", "We have mended the stove.")
    provider.press("Send your reply")
    decide(moderator, "publish")
    author.open("/feedback/yours")
    author.type("Your code", code)
    author.press("Continue")
    assert "It is shown." in author.page.inner_text("main")
    author.judge("feedback-yours")
    author.press("Take it back")
    author.open(f"/find-support/{club.pk}")
    assert "soup" not in author.page.inner_text("main") and "stove" not in author.page.inner_text("main")


def test_a_concern_reaches_the_council(visit: Opener, club: Service, person: Callable[..., User]) -> None:
    author, moderator, worker = visit(script=False, width=320), visit(), visit()
    author.open(f"/find-support/{club.pk}/feedback")
    for question in ("wanted", "treated", "promised"):
        author.page.locator(f"input[name={question}][value=no]").check()
    author.type("What else should people know?", "They hit him.")
    author.press("Send it")
    sign_in(moderator, person("moderator"))
    decide(moderator, "divert")
    assert "Lunch at the Forge" not in moderator.page.inner_text("main")
    sign_in(worker, person("practitioner"))
    worker.open("/safeguarding-concerns")
    worker.judge("feedback-concerns")
    worker.page.get_by_role("link", name="Lunch at the Forge").click()
    assert "They hit him." in worker.page.inner_text("main")
    worker.judge("feedback-concern")
    worker.press("I have taken it up")
    assert "Lunch at the Forge" not in worker.page.inner_text("main")
