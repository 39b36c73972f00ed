"""The pages of the thread, by their own addresses: what they show, what they refuse, and to whom they answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.pathway import actions, queries
from marketcross.web.pathway.models import Introduction, Match, Plan, PlanLine, UnmetEligibleNeed, UnmetPreference
from marketcross.web.people.actions import link_account, restrict

from .conftest import Council
from .making import AT, SINCE, WANT, fresh, group, introduced, lined, person, planned, wanted, worker

pytestmark = pytest.mark.django_db
Browser = Callable[[User], Client]


@pytest.fixture
def as_() -> Browser:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def url(name: str, *args: object) -> str:
    return reverse(f"pathway:{name}", args=args)


def test_a_plan_is_written_by_its_pages(council: Council, as_: Browser) -> None:
    tam, browser = person(beside=council.practitioner), as_(council.practitioner)
    answer = browser.post(url("start_plan", tam.pk), {"of": "adult"})
    plan = Plan.objects.get()
    assert answer["Location"] == url("plan", tam.pk, plan.pk)
    said = {"edition": 1, "words": "See my friends again", "code": "relationships", "eligible": "on"}
    assert browser.post(url("add_outcome", tam.pk, plan.pk), said).status_code == 302
    outcome = plan.outcomes.get()
    line = {"edition": 2, "means": "money", "words": "A support worker on Fridays", "weekly": "42.50",
            "held_as": "direct_payment"}  # fmt: skip
    assert browser.post(url("add_line", tam.pk, plan.pk, outcome.pk), line).status_code == 302
    assert PlanLine.objects.get().weekly_pence == 4250
    want = WANT | {"why": "nothing_there", "taken_instead": "lunch-club"}
    assert browser.post(url("wanted", tam.pk, plan.pk, outcome.pk), want).status_code == 302
    shown = browser.get(url("plan", tam.pk, plan.pk)).content.decode()
    for words in ("£42.50 a week", "Direct payment", "Men&#x27;s groups in Eastbrook", "Taken instead: Lunch clubs"):
        assert words in shown, words
    letter = browser.get(url("plan_letter", tam.pk, plan.pk)).content.decode()
    assert "You still want" in letter and "not agreed yet" in letter
    assert browser.get(url("plan_pdf", tam.pk, plan.pk) + "?form=large")["Content-Type"] == "application/pdf"


def test_the_second_of_two_editors_is_told_and_loses_nothing(council: Council, as_: Browser) -> None:
    tam = person(beside=council.practitioner)
    plan, outcome = planned(tam, council.practitioner)
    lined(plan, outcome, council.manager, words="My cousin drives me")
    late = {"edition": plan.edition, "means": "self", "words": "I walk to the park"}
    address = url("add_line", tam.pk, plan.pk, outcome.pk)
    page = as_(council.practitioner).post(address, late)
    shown = page.content.decode()
    assert page.status_code == 200 and PlanLine.objects.count() == 1
    assert "Merrin changed this plan" in shown and "My cousin drives me" in shown and "I walk to the park" in shown
    again = page.context["form"].data.dict()
    assert as_(council.practitioner).post(address, again).status_code == 302
    assert PlanLine.objects.count() == 2


def test_a_budget_is_worked_out_and_explained(council: Council, as_: Browser) -> None:
    tam, browser = person(beside=council.practitioner), as_(council.practitioner)
    plan, _outcome = planned(tam, council.practitioner)
    form = browser.get(url("suggest_budget", tam.pk, plan.pk)).context["form"]
    answers = {name: str(field.initial or field.choices[0][0]) for name, field in form.fields.items()
               if hasattr(field, "choices")}  # fmt: skip
    answers |= {"edition": str(plan.edition), "washing": "much", "washing_met": "some"}
    refused = browser.post(url("suggest_budget", tam.pk, plan.pk), answers)
    assert "willing and able" in refused.content.decode() and not plan.budgets.exists()
    assert browser.post(url("suggest_budget", tam.pk, plan.pk), answers | {"others_agree": "on"}).status_code == 302
    budget = plan.budgets.get()
    assert (budget.scheme, budget.usual_pence, budget.no_figure) == ("example-ready-reckoner", 7219, "")
    shown = browser.get(url("budget", tam.pk, plan.pk, budget.pk)).content.decode()
    assert "2.625 remain" in shown and "No council uses it" in shown
    assert "About £72.19 a week" in browser.get(url("plan", tam.pk, plan.pk)).content.decode()
    unusual = answers | {"others_agree": "on", "unusual": "on", "edition": str(fresh(plan).edition)}
    browser.post(url("suggest_budget", tam.pk, plan.pk), unusual)
    assert "No figure" in browser.get(url("plan", tam.pk, plan.pk)).content.decode()


def test_an_unmet_eligible_need_reaches_its_manager_at_once(council: Council, as_: Browser) -> None:
    tam = person(beside=council.practitioner)
    plan, outcome = planned(tam, council.practitioner)
    address = url("open_need", tam.pk, plan.pk, outcome.pk)
    browser = as_(council.practitioner)
    assert browser.post(address, {"manager": str(council.stranger.pk)}).status_code == 200
    assert browser.post(address, {"manager": str(council.manager.pk)}).status_code == 302
    work = as_(council.manager).get(url("work")).content.decode()
    assert "Not met: Tam Talloway" in work
    assert as_(council.manager).get(url("plan", tam.pk, plan.pk)).status_code == 200
    line = lined(plan, outcome, council.practitioner)
    need = UnmetEligibleNeed.objects.get()
    browser.post(url("meet_need", tam.pk, plan.pk, need.pk), {"line": str(line.pk)})
    assert "Not met" not in as_(council.manager).get(url("work")).content.decode()


def test_a_link_workers_day(council: Council, as_: Browser) -> None:
    tam = person()
    actions.introduce(by=SYSTEM, at=AT, person=tam.pk, introduced_by="gp")
    browser, made = as_(council.link_worker), Introduction.objects.get()
    page = url("introduction", tam.pk, made.pk)
    assert browser.get(page).status_code == 404
    waiting = browser.get(url("work")).content.decode()
    assert "I will do this one" in waiting and "Talloway" not in waiting
    assert browser.post(url("take", made.pk)).status_code == 302
    assert browser.post(url("begin", tam.pk, made.pk), {"goal": "Meet other men"}).status_code == 302
    shed = group(category="coffee-morning", groups=("everybody",))
    found = browser.get(url("try", tam.pk, made.pk), {"text": "coffee morning"}).content.decode()
    assert "Try The Shed" in found
    browser.post(url("try", tam.pk, made.pk), {"service": str(shed.pk)})
    browser.post(url("step", tam.pk, made.pk, made.steps.get().pk), {"result": "not_for_me"})
    browser.post(url("wellbeing", tam.pk, made.pk, "before"), {"satisfied": 4, "anxious": 7})
    browser.post(url("wellbeing", tam.pk, made.pk, "after"), {"satisfied": 6, "anxious": 4})
    browser.post(url("missing", tam.pk, made.pk), WANT | {"why": "not_for_them"})
    shown = browser.get(page).content.decode()
    for words in ("Meet other men", "it was not for them", "better by 2", "better by 3", "cannot be compared"):
        assert words in shown, words
    browser.post(url("end_introduction", tam.pk, made.pk), {"because": "done"})
    made.refresh_from_db()
    assert made.state == "ended" and UnmetPreference.objects.get().state == "open"


def test_a_service_found_after_all_is_told_chosen_and_put_into_the_plan(council: Council, as_: Browser) -> None:
    tam, browser = person(beside=council.practitioner), as_(council.practitioner)
    plan, outcome = planned(tam, council.practitioner)
    want, shed = wanted(council.practitioner, outcome=outcome.pk), group()
    page = url("preference", tam.pk, want.pk)
    assert "The Shed may do" in browser.get(page).content.decode()
    browser.post(url("put", tam.pk, want.pk), {"service": str(shed.pk)})
    match = Match.objects.get()
    assert "Tell Tam Talloway about The Shed" in browser.get(url("work")).content.decode()
    for move in ("tell", "choose"):
        assert browser.post(url("match", tam.pk, want.pk, match.pk), {move: "yes"}).status_code == 302
    assert "from want to choice it took 0 days" in browser.get(page).content.decode()
    assert "Put into Tam Talloway" in browser.get(url("work")).content.decode()
    address = url("add_line", tam.pk, plan.pk, outcome.pk) + f"?want={want.pk}"
    browser.post(address, {"edition": plan.edition, "means": "community", "words": "The Shed"})
    line = PlanLine.objects.get()
    browser.post(url("agreed_with_service", tam.pk, plan.pk, line.pk))
    assert "Agreed with the service on" in browser.get(url("plan", tam.pk, plan.pk)).content.decode()
    again = browser.post(url("match", tam.pk, want.pk, match.pk), {"choose": "yes"})
    assert again.status_code == 409 and "already chosen" in again.content.decode()


def test_the_persons_own_view(council: Council, as_: Browser) -> None:
    tam = person(beside=council.practitioner)
    resident = worker("resident", "Tam")
    browser = as_(resident)
    assert "No plan yet" in browser.get(url("my_plan")).content.decode()
    link_account(by=SYSTEM, at=AT, person=tam, user=resident, starts_on=SINCE)
    plan, outcome = planned(tam, council.practitioner)
    lined(plan, outcome, council.practitioner)
    wanted(council.practitioner, outcome=outcome.pk, words="He misses the yard")
    shown = browser.get(url("my_plan"), follow=True).content.decode()
    assert "See my friends again" in shown and "Men&#x27;s groups in Eastbrook" in shown and "yard" not in shown
    assert browser.get(url("plan", tam.pk, plan.pk)).status_code == 404
    stale = browser.post(url("own_agree", tam.pk, plan.pk), {"edition": "1"})
    assert stale.status_code == 409
    browser.post(url("own_agree", tam.pk, plan.pk), {"edition": str(fresh(plan).edition)})
    assert fresh(plan).person_agreed_how == "online"
    as_(council.practitioner).post(url("agree_for_council", tam.pk, plan.pk), {"edition": str(fresh(plan).edition)})
    assert fresh(plan).state == "agreed"
    assert "Version 1. You agreed" in browser.get(url("own_letter", tam.pk, plan.pk)).content.decode()
    browser.post(url("ask_for_link_worker", tam.pk))
    assert Introduction.objects.get().introduced_by == "self"


def test_a_record_of_another_person_is_not_found_under_this_one(council: Council, as_: Browser) -> None:
    tam, other = person(beside=council.practitioner), person("Bo", beside=council.practitioner)
    plan, outcome = planned(tam, council.practitioner)
    begun = introduced(tam, council.link_worker)
    browser = as_(council.practitioner)
    for address in (
        url("plan", other.pk, plan.pk), url("introduction", other.pk, begun.pk), url("plan_letter", other.pk, plan.pk),
        url("add_line", other.pk, plan.pk, outcome.pk),
    ):  # fmt: skip
        assert browser.get(address).status_code == 404
    assert as_(council.stranger).get(url("plan", tam.pk, plan.pk)).status_code == 404


def test_a_page_about_a_person_is_a_look_at_that_person(council: Council, as_: Browser) -> None:
    tam = person(beside=council.practitioner)
    plan, _outcome = planned(tam, council.practitioner)
    as_(council.practitioner).get(url("plan", tam.pk, plan.pk))
    seen = AuditEvent.objects.get(action="record.seen")
    assert (seen.record_kind, seen.record_id, seen.actor_id) == ("person", str(tam.pk), council.practitioner.pk)


def test_a_restricted_person_waits_on_no_list_and_still_counts(council: Council, as_: Browser) -> None:
    tam = person(beside=council.practitioner)
    _plan, outcome = planned(tam, council.practitioner)
    wanted(council.practitioner, outcome=outcome.pk)
    actions.introduce(by=SYSTEM, at=AT, person=tam.pk, introduced_by="self")
    restrict(by=SYSTEM, at=AT, person=tam, users=[council.manager], starts_on=SINCE)
    assert "I will do this one" not in as_(council.link_worker).get(url("work")).content.decode()
    work = as_(council.practitioner).get(url("work")).content.decode()
    assert "Talloway" not in work
    group()
    [row] = queries.unmet_preferences(AT.date(), AT.date() + timedelta(days=1))
    assert row.person == tam.pk


def test_my_work_costs_the_same_queries_however_long_it_is(council: Council, as_: Browser) -> None:
    browser = as_(council.practitioner)

    def fill(number: int) -> None:
        tam = person(f"P{number}", beside=council.practitioner)
        _plan, outcome = planned(tam, council.practitioner)
        want = wanted(council.practitioner, outcome=outcome.pk)
        actions.find_matches(by=Actor.of(council.practitioner), at=AT, service=shed, preferences=[want.pk])
        actions.open_need(by=Actor.of(council.manager), at=AT, outcome=outcome.pk, manager=council.practitioner)
        actions.introduce(by=SYSTEM, at=AT, person=tam.pk, introduced_by="gp")

    shed = group().pk
    browser.get(url("work"))  # the first page of a session costs a few of its own
    counts = []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            fill(number)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url("work")).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
