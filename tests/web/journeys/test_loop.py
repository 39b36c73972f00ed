"""The heartbeat: one want goes all the way round, from a search that finds nothing to a choice in somebody's plan.

It is walked in the demonstration itself, so that docs/guides/tour.md and this test are one story; with TOUR naming a
folder the pictures of that page are drawn there. Days pass between the stations, as they would.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from marketcross.web.commissioning.models import SmallGrant
from marketcross.web.config.demo import make_demo
from marketcross.web.core.demo import PASSWORD
from marketcross.web.core.models import Delivery, User
from marketcross.web.pathway.models import Introduction, Plan, UnmetPreference
from marketcross.web.people.models import PersonAccount
from marketcross.web.places.models import Locality
from marketcross.web.places.queries import localities
from marketcross.web.publishing.live.publishing import SLUG
from marketcross.web.publishing.models import EvidenceSnapshot, Opportunity

from .conftest import Opener, Visit, code_of

pytestmark = pytest.mark.browser
TOUR = os.environ.get("TOUR")
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guides" / "tour.md"


@dataclass
class Clock:
    """The day on which the story stands; every page and action of the service reads it."""

    now: datetime

    def move_to(self, day: int, month: int, hour: int = 10) -> None:
        self.now = datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    held = Clock(datetime(2026, 10, 20, 10, tzinfo=UTC))
    monkeypatch.setattr(timezone, "now", lambda: held.now)
    return held


@pytest.fixture
def demonstration(transactional_db: None, clock: Clock, settings: Any, tmp_path: Path) -> Iterator[None]:
    """The made borough as it is on the first day of the story."""
    settings.DATA = tmp_path
    make_demo()
    yield


def enter(visit: Visit, role: str) -> Visit:
    """Sign in as the demonstration's account of a role."""
    user = User.objects.get(email=f"{role}@demo.example")
    visit.open("/sign-in")
    visit.type("Email address", user.email)
    visit.type("Password", PASSWORD)
    visit.press("Continue")
    visit.type("Code", code_of(user))
    visit.press("Sign in")
    return visit


def choose(visit: Visit, label: str, option: str) -> None:
    visit.page.get_by_label(label, exact=False).first.select_option(label=option)


def tick(visit: Visit, option: str) -> None:
    visit.page.get_by_label(option, exact=True).first.check()


def follow(visit: Visit, name: str) -> None:
    with visit.page.expect_navigation():
        visit.page.locator("main").locator("a, button").filter(has_text=name).first.click()


def says(visit: Visit, words: str) -> None:
    assert words in visit.page.inner_text("body"), f"{words!r} is not on {visit.page.url}"


def picture(visit: Visit, number: int, name: str) -> None:
    """What docs/guides/tour.md shows of this station."""
    visit.judge(f"tour-{number}-{name}")
    if TOUR:
        visit.page.set_viewport_size({"width": 880, "height": 1000})
        visit.page.screenshot(path=f"{TOUR}/{number}-{name}.png")


def work(done: set[int]) -> None:
    """The worker's part: every job that waits, once, and those that it brings."""
    while waiting := ProcrastinateJob.objects.filter(status="todo").exclude(pk__in=done).order_by("pk"):
        for job in waiting:
            done.add(job.pk)
            app.tasks[job.task_name].func(**job.args)


def test_a_want_goes_round(visit: Opener, demonstration: None, clock: Clock) -> None:
    place = localities().first()  # the one without a men's group
    assert place
    the_guide_names(place)
    done: set[int] = set()
    work(done)
    somebody_looks(visit(width=320), place)
    clock.move_to(21, 10)
    a_link_worker_listens(enter(visit(), "link-worker"), place)
    clock.move_to(22, 10)
    want = a_practitioner_plans(enter(visit(), "practitioner"), place)
    clock.move_to(3, 11)
    commissioner = enter(visit(), "commissioner")
    a_commissioner_counts(commissioner)
    work(done)
    a_gap_becomes_an_opportunity(commissioner, place)
    work(done)
    it_stands_in_the_statement(visit(), place)
    clock.move_to(9, 11)
    a_group_answers(enter(visit(), "provider"), place)
    clock.move_to(12, 11)
    a_grant_makes_it_possible(enter(visit(), "commissioner"))
    clock.move_to(16, 11)
    the_group_lists_itself(enter(visit(width=320), "provider"), place)
    work(done)
    clock.move_to(17, 11)
    the_person_chooses(enter(visit(), "practitioner"), want)
    everybody_sees_that_it_is_met(visit(), place)
    assert not Delivery.objects.filter(done_at=None).exists()


def the_guide_names(place: Locality) -> None:
    """What the guide tells people to type is what stands in the demonstration, and its pictures are there."""
    guide = GUIDE.read_text(encoding="utf-8")
    assert place.name in guide and first_postcode(place) in guide and PASSWORD in guide
    pictures = re.findall(r"\]\((\S+\.png)\)", guide)
    assert len(pictures) == 9 and all((GUIDE.parent / one).is_file() for one in pictures)


def first_postcode(place: Locality) -> str:
    return str(place.links.order_by("postcode").values_list("postcode", flat=True)[0])


def somebody_looks(one: Visit, place: Locality) -> None:
    """1. A resident looks for something near them, finds nothing, and says so; their words are not kept."""
    one.open("/find-support")
    one.type("What are you looking for?", "somewhere to meet other blokes")
    one.type("Where?", first_postcode(place))
    one.press("Search")
    says(one, "We found nothing that is just what you asked for")
    picture(one, 1, "nothing-found")
    one.press("Tell us it is missing")
    choose(one, "Who should it be for?", "Men")
    choose(one, "When?", "Weekday evenings")
    one.press("Tell us")
    assert one.heading == "Thank you"


def a_link_worker_listens(one: Visit, place: Locality) -> None:
    """2. A person's goal in their words; what was tried; what was missing."""
    introduction = Introduction.objects.filter(ended_on=None).order_by("pk").last()
    assert introduction
    at = f"/support/{introduction.person_id}/introductions/{introduction.pk}"
    one.open(at)
    picture(one, 2, "link-worker")
    one.open(f"{at}/missing")
    name_what_is_missing(one, place)


def name_what_is_missing(one: Visit, place: Locality) -> None:
    choose(one, "What was wanted?", "Men's groups")
    choose(one, "Where?", place.name)
    choose(one, "For whom?", "Men")
    choose(one, "When?", "Weekday evenings")
    tick(one, "There is no such thing")
    follow(one, "Save")


def a_practitioner_plans(one: Visit, place: Locality) -> UnmetPreference:
    """3. A plan with an outcome, a budget with its explanation, lines with and without money, and a want."""
    own = PersonAccount.objects.get(user__email="resident@demo.example").person_id
    plan = Plan.objects.get(person_id=own)
    one.open(f"/support/{own}/plans/{plan.pk}")
    picture(one, 3, "plan")
    follow(one, "How this was worked out")
    says(one, "£")
    one.page.go_back()
    before = set(UnmetPreference.objects.values_list("pk", flat=True))
    follow(one, "Wanted, and not found")
    name_what_is_missing(one, place)
    return UnmetPreference.objects.exclude(pk__in=before).get()


def a_commissioner_counts(one: Visit) -> None:
    """4. When a month is over its wants are counted, and small counts are held back."""
    one.open("/gaps/count")
    follow(one, "Count")


def a_gap_becomes_an_opportunity(one: Visit, place: Locality) -> None:
    """4. With its evidence; and it stands in the next edition of the statement."""
    one.open("/gaps")
    says(one, "October 2026")
    picture(one, 4, "gaps")
    one.page.locator("tr", has_text="Men's groups").filter(has_text=place.name).first.locator("a").first.click()
    one.type("Title", f"A men's group in {place.name}")
    one.type("What we want, and why", "Men here look for a place to meet in the evening, and find none.")
    one.type("What the council offers", "A small grant to begin, and help to find a room.")
    one.press("Save as a draft")
    one.press("Publish")
    one.open("/editions")
    one.type("Our message to people who run services", "Small groups near home would bring most of what is missing.")
    one.press("Make a draft")
    one.press("Publish this edition")


def it_stands_in_the_statement(one: Visit, place: Locality) -> None:
    """4. Built as every statement is; its figure leads back to the counts."""
    one.open(f"/statements/{SLUG}/")
    says(one, f"A men's group in {place.name}")
    snapshot = EvidenceSnapshot.objects.latest("ends_on")
    says(one, f"/evidence/{snapshot.pk}")
    one.open(f"/evidence/{snapshot.pk}")
    says(one, "Men's groups")


def a_group_answers(one: Visit, place: Locality) -> None:
    """5. A small group reads it, answers, and asks for £300 on one page."""
    one.open("/opportunities")
    one.press(f"A men's group in {place.name}")
    picture(one, 5, "opportunity")
    follow(one, "Answer")
    one.type("What can you bring?", "A warm room and a kettle, Thursday evenings.")
    one.press("Send the answer")
    one.open("/your-grants/apply")
    one.type("How much do you need, in pounds?", "300")
    one.type("What will you do with it?", "Rent a room for twelve weeks.")
    one.type("Who will it help, and where?", f"Men in {place.name}.")
    one.press("Send the application")


def a_grant_makes_it_possible(one: Visit) -> None:
    """5. The grant is decided, and stands beside the opportunity as what made it possible."""
    grant = SmallGrant.objects.latest("recorded_at")
    one.open(f"/grants/{grant.pk}/decide")
    one.page.get_by_label("Agree").check()
    one.type("Reason", "People here have asked for just this.")
    one.press("Save")
    one.open(f"/manage-opportunities/{Opportunity.objects.get(category='mens-group').pk}")
    one.press("Say which small grant made it possible")
    one.page.locator("main select").select_option(value=str(grant.pk))
    one.press("Save")


def the_group_lists_itself(one: Visit, place: Locality) -> None:
    """5. On a telephone, in a few short pages."""
    one.open("/list-your-group")
    one.press("Start")
    one.page.locator("input[name=existing]").first.check()
    one.press("Continue")
    one.type("What is it called?", "The Thursday Shed")
    one.page.select_option("select", "mens-group")
    one.type("What happens there?", "We make tea, mend things and talk.")
    one.page.get_by_label("Men", exact=True).check()
    one.press("Continue")
    one.page.locator("input[name=days][value='4']").check()
    one.type("It starts at", "6pm")
    one.type("It ends at", "9pm")
    one.page.get_by_label("It is free", exact=True).check()
    one.press("Continue")
    one.page.get_by_label("At a place that people come to", exact=True).check()
    one.type("Postcode of the place", first_postcode(place))
    one.press("Continue")
    one.type("Phone number", "01632 960 111")
    one.press("Continue")
    picture(one, 6, "list-check")
    one.press("List it")


def the_person_chooses(one: Visit, want: UnmetPreference) -> None:
    """6. The practitioner is told, the person chooses, the line is agreed; how long it took is shown."""
    one.open("/my-next-things")
    says(one, "The Thursday Shed")
    picture(one, 7, "can-now-be-met")
    one.open(f"/support/{want.person_id}/wanted/{want.pk}")
    follow(one, "I have told")
    follow(one, "chooses it")
    says(one, "from want to choice it took 26 days")
    picture(one, 8, "chosen")
    follow(one, "Put it into the plan")
    follow(one, "Put what was chosen into the plan")
    tick(one, "A group or neighbours")
    follow(one, "Save")
    follow(one, "Agreed with The Thursday Shed")
    says(one, "Agreed with the service on 17 November 2026")


def everybody_sees_that_it_is_met(one: Visit, place: Locality) -> None:
    """The opportunity says who meets it now, and what made it possible."""
    one.open("/opportunities")
    one.press(f"A men's group in {place.name}")
    says(one, "This can now be met")
    says(one, "A small grant of £300")
    picture(one, 9, "met")
    one.open("/find-support?q=somewhere+to+meet+other+blokes&where=" + place.name)
    says(one, "The Thursday Shed")
