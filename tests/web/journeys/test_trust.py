"""A provider lists care; staff match it with its place; everybody reads its rating; a year later it is asked after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from marketcross.opendata.cqc import KeyQuestion, Rated, Rating, Ratings
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.directory.models import Service
from marketcross.web.directory.registration.loading import load_register
from marketcross.web.directory.stale.going import due, go_stale

from ..directory.conftest import AT, HOME_CARE, make_borough
from .conftest import Opener, Visit, sign_in

pytestmark = pytest.mark.browser
GOOD = Rated(Rating.GOOD, date(2026, 3, 4))
RATED = replace(HOME_CARE, postcode="ZX2 0AA", ratings=Ratings(GOOD, dict.fromkeys(KeyQuestion, GOOD), inherited=False))


@pytest.fixture
def register(transactional_db: None) -> None:
    """A register of two loads, so that something has changed."""
    make_borough(by=SYSTEM, at=AT)
    better = replace(RATED, ratings=Ratings(Rated(Rating.OUTSTANDING, date(2024, 7, 5))))
    for days, one in enumerate((better, RATED)):
        load_register(by=SYSTEM, at=AT, locations=[one], on=AT.date() + timedelta(days=days), source="made")


def list_care(one: Visit) -> None:
    """Five pages; on the second, care without a number is refused and says what to do."""
    one.open("/list-your-group/group")
    one.type("What is your group or organisation called?", "Haslebeck Support")
    one.page.get_by_label("A company", exact=True).check()
    one.press("Continue")
    one.type("What is it called?", "Haslebeck Helps")
    one.page.select_option("select", "home-care")
    one.type("What happens there?", "We help you get up, wash and dress.")
    one.page.get_by_label("Older people", exact=True).check()
    one.press("Continue")
    assert "Personal assistants" in one.page.inner_text("main")
    one.judge("trust-care-refused")
    one.type("CQC location number", HOME_CARE.id)
    one.press("Continue")
    one.page.get_by_label("It is free", exact=True).check()
    one.press("Continue")
    one.page.get_by_label("At people's homes, or wherever they are", exact=True).check()
    one.press("Continue")
    one.type("Phone number", "01632 960 111")
    one.press("Continue")
    one.press("List it")
    assert "Waits for a check" in one.page.inner_text("main")


def match_and_check(one: Visit) -> None:
    """From the register to the service, its place, and the check."""
    one.open("/care-register")
    assert "Rating fell" in one.page.inner_text("main")
    one.judge("trust-register-changes")
    one.open("/care-register/to-match")
    one.judge("trust-to-match")
    one.page.get_by_role("link", name="Haslebeck Helps").click()
    one.judge("trust-match")
    one.press("This place is theirs")
    one.judge("trust-to-check")
    one.press("I checked it: it is right")


def test_care_is_listed_matched_and_read(visit: Opener, register: None, person: Callable[..., User]) -> None:
    provider, staff, reader = visit(width=320), visit(), visit(width=320)
    sign_in(provider, person("resident"))
    list_care(provider)
    sign_in(staff, person("commissioner"))
    match_and_check(staff)
    service = Service.objects.get()
    reader.open(f"/find-support/{service.pk}")
    said = reader.page.inner_text("main")
    assert "Good, on 4 March 2026" in said and "We do not say that you should choose this place" in said
    reader.judge("trust-service")

    for months in (7, 10):
        day = AT.date() + timedelta(days=31 * months)
        for stale, stage in list(due(day)):
            go_stale(
                by=SYSTEM, at=datetime(day.year, day.month, day.day, tzinfo=UTC), service=stale, stage=stage, on=day
            )
    assert reader.page.goto(f"{reader.home}/find-support/{service.pk}").status == 404  # type: ignore[union-attr]
    staff.open("/old-listings")
    staff.judge("trust-old-listings")
    provider.open(f"/your-services/{service.pk}")
    provider.judge("trust-hidden-as-stale")
    provider.press("It is all still right")
    reader.open(f"/find-support/{service.pk}")
    assert reader.heading == "Haslebeck Helps"
