"""A practitioner, a link worker and a person walk the thread, from a want to a choice and an agreed plan."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery, User
from marketcross.web.pathway import actions
from marketcross.web.pathway.models import Introduction, Plan, UnmetPreference
from marketcross.web.people.actions import assign, link_account
from marketcross.web.people.models import Person

from ..pathway.making import SINCE, group, lined, make_places, make_team, planned, wanted, worker
from ..pathway.making import person as made_person
from .conftest import AT, Opener, Visit, sign_in

pytestmark = pytest.mark.browser
Maker = Callable[..., User]


def choose(visit: Visit, label: str, option: str) -> None:
    """In a list, by the words that people see."""
    visit.page.get_by_label(label, exact=False).first.select_option(label=option)


def tick(visit: Visit, option: str) -> None:
    visit.page.get_by_label(option, exact=True).first.check()


def follow(visit: Visit, name: str) -> None:
    """Go to the first link or button whose words begin so, by Tab; where it stands far down, by a click."""
    with visit.page.expect_navigation():
        visit.page.locator("main").locator("a, button").filter(has_text=name).first.click()


def beside(user: User, given: str = "Tam") -> Person:
    made = made_person(given)
    assign(by=SYSTEM, at=AT, person=made.pk, user=user, starts_on=SINCE)
    return made


def news() -> None:
    for key in Delivery.objects.filter(subscriber__startswith="pathway.", done_at=None).values_list("pk", flat=True):
        deliver(str(key))


def test_a_practitioner_writes_a_plan_and_hears_that_a_want_can_be_met(visit: Opener, person: Maker) -> None:
    make_places(by=SYSTEM, at=AT)
    user, manager = person("practitioner"), worker("practitioner", "Merrin")
    make_team(by=SYSTEM, at=AT, name="East", users=[user, manager])
    tam = beside(user)
    one = visit()
    sign_in(one, user)
    one.press("My next things")
    one.judge("work-empty")
    one.open(f"/support/{tam.pk}")
    one.judge("person")
    one.press("Start a plan")
    one.press("Save")
    assert one.heading == "Care and support plan"
    one.judge("plan-empty")
    one.press("Add what the person wants")
    one.type("What does the person want?", "See my friends again")
    choose(one, "Which outcome", "Family, friends and other relationships")
    tick(one, "The assessment found this outcome eligible")
    one.judge("outcome-form")
    follow(one, "Save")

    follow(one, "Work out the indicative budget")
    for group_of_answers in one.page.locator("fieldset").all():
        group_of_answers.locator("input").first.check()
    tick(one, "Without help I would see nobody.")
    one.judge("budget-form")
    follow(one, "Save")
    follow(one, "How this was worked out")
    one.judge("budget")
    one.page.go_back()

    follow(one, "Add a line")
    tick(one, "Paid for from the personal budget")
    one.type("What happens?", "A support worker on Fridays")
    follow(one, "Save")
    assert "Choose how the money is held" in one.page.inner_text("main")
    one.judge("line-form")
    one.type("Cost a week", "98.00")
    choose(one, "How is the money held?", "Direct payment")
    follow(one, "Save")
    follow(one, "Add a line")
    tick(one, "Family and friends")
    one.type("What happens?", "My sister rings every Sunday")
    follow(one, "Save")

    follow(one, "Wanted, and not found")
    choose(one, "What was wanted?", "Men's groups")
    choose(one, "Where?", "Eastbrook")
    choose(one, "For whom?", "Men")
    tick(one, "There is no such thing")
    choose(one, "What was taken instead?", "Lunch clubs")
    one.judge("want-form")
    follow(one, "Save")
    follow(one, "This eligible need is not met")
    tick(one, "Merrin")
    one.judge("need-form")
    follow(one, "Save")
    one.judge("plan")

    group(at=AT + timedelta(days=1))
    news()
    one.open("/my-next-things")
    one.judge("work")
    follow(one, "Tell Tam Talloway about The Shed")
    one.judge("want-found")
    follow(one, "I have told Tam Talloway")
    follow(one, "Tam Talloway chooses it")
    one.judge("want-chosen")
    follow(one, "Put it into the plan")
    follow(one, "Put what was chosen into the plan")
    tick(one, "A group or neighbours")
    follow(one, "Save")
    follow(one, "Agreed with The Shed")
    assert "Agreed with the service on" in one.page.inner_text("main")
    follow(one, "The person agrees")
    tick(one, "The person told the practitioner")
    one.judge("agree")
    follow(one, "Save")
    follow(one, "Agree for the council")
    assert "Agreed by both sides" in one.page.inner_text("main")
    one.judge("plan-agreed")
    follow(one, "Print the plan")
    one.judge("plan-letter")
    want = UnmetPreference.objects.get()
    assert want.state == "chosen" and want.line is not None and Plan.objects.get().state == "agreed"


def test_a_link_workers_day(visit: Opener, person: Maker) -> None:
    make_places(by=SYSTEM, at=AT)
    user = person("link_worker")
    group("Tea at Two", category="coffee-morning", groups=("everybody",))
    tam = made_person()
    actions.introduce(by=SYSTEM, at=AT, person=tam.pk, introduced_by="family")
    one = visit(script=False)
    sign_in(one, user)
    one.press("My next things")
    one.press("I will do this one")
    one.press("Begin")
    one.type("What does the person want?", "I want to laugh again")
    follow(one, "Save")
    follow(one, "Find something to try")
    one.type("What are you looking for?", "coffee morning")
    follow(one, "Look")
    follow(one, "Try Tea at Two")
    follow(one, "What came of it")
    tick(one, "Went, and it was not for them")
    follow(one, "Save")
    follow(one, "Ask how they are, before")
    one.page.get_by_label("how satisfied").fill("4")
    one.page.get_by_label("how anxious").fill("7")
    follow(one, "Save")
    follow(one, "Ask how they are, after")
    one.page.get_by_label("how satisfied").fill("6")
    one.page.get_by_label("how anxious").fill("4")
    follow(one, "Save")
    assert "better by 3" in one.page.inner_text("main")
    judged = visit()
    judged.page.context.add_cookies(one.page.context.cookies())
    introduction = Introduction.objects.get()
    for place, name in (
        ("", "introduction"), ("/try?text=coffee+morning", "find"), ("/wellbeing/after", "wellbeing"),
        ("/missing", "missing"), ("/end", "end-introduction"),
    ):  # fmt: skip
        judged.open(f"/support/{tam.pk}/introductions/{introduction.pk}{place}")
        judged.judge(name)


def test_the_person_reads_and_agrees(visit: Opener, person: Maker) -> None:
    make_places(by=SYSTEM, at=AT)
    resident, practitioner = person("resident"), worker("practitioner", "Merrin")
    tam = beside(practitioner)
    link_account(by=SYSTEM, at=AT, person=tam, user=resident, starts_on=SINCE)
    plan, outcome = planned(tam, practitioner)
    lined(plan, outcome, practitioner)
    wanted(practitioner, outcome=outcome.pk)
    one = visit(width=320)
    sign_in(one, resident)
    one.press("My plan")
    one.judge("own")
    one.press("I agree to this plan")
    assert "You have agreed. We have not, yet." in one.page.inner_text("main")
    one.press("I would like to talk to a link worker")
    one.press("Print it, also in large print")
    one.judge("own-letter")
    assert Plan.objects.get().person_agreed_on == timezone.localdate()
