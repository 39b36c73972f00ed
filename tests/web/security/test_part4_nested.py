"""One person's record under another's address is not found; what is kept from helpers is on no page of theirs."""

import pytest
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.actions import load_categories
from marketcross.web.pathway import actions as pathway
from marketcross.web.people.actions import add_relationship, assign, lend, link_account

from ..pathway.making import group, introduced, lined, make_places, planned, wanted, worker
from ..people.making import AT, SINCE, signed_in, somebody, team_of, user

pytestmark = pytest.mark.django_db
ALL = ("introduction", "begin", "end_introduction", "try", "missing", "step", "plan", "agree", "agree_for_council",
       "reopen", "end_plan", "plan_letter", "plan_pdf", "add_outcome", "outcome", "take_out_outcome", "find",
       "add_line", "wanted", "open_need", "take_out_line", "agreed_with_service", "meet_need", "close_need",
       "preference", "put", "match", "withdraw", "suggest_budget")  # fmt: skip


def test_nothing_of_one_person_opens_under_another() -> None:
    make_places(by=SYSTEM, at=AT)
    load_categories(by=SYSTEM, at=AT)
    mine, manager = worker("practitioner", "Tamsel"), worker("practitioner", "Merrin")
    team_of(by=SYSTEM, at=AT, name="East", users=(mine, manager))
    own, theirs = somebody(), somebody(given="Zennor", family="Quillet")
    assign(by=SYSTEM, at=AT, person=own.pk, user=mine, starts_on=SINCE)
    at = AT.replace(month=11, day=22)
    begun = introduced(theirs, worker("link_worker", "Doria"), at=at)
    plan, outcome = planned(theirs, manager, at=at)
    line = lined(plan, outcome, manager, at=at)
    assign(by=SYSTEM, at=AT, person=theirs.pk, user=user("practitioner", "Else"), starts_on=SINCE)
    want, shed = wanted(manager, outcome=outcome.pk, at=at), group(at=at)
    (match,) = pathway.find_matches(by=SYSTEM, at=at, service=shed.pk, preferences=[want.pk], tell_workers=False)
    step = pathway.suggest_step(by=SYSTEM, at=at, introduction=begun.pk, service=shed.pk)
    link = add_relationship(by=SYSTEM, at=AT, person=theirs, kind="family", starts_on=SINCE, outside_name="Jory")
    held = {"introduction": begun, "plan": plan, "outcome": outcome, "line": line, "preference": want, "match": match,
            "step": step, "need": line, "budget": line}  # fmt: skip
    browser = signed_in(mine)
    for name in ALL:
        for send in (browser.get, browser.post):
            answer = send(_address(name, own.pk, held))
            assert answer.status_code in {404, 405}, (name, answer.status_code)
            assert "Zennor" not in answer.content.decode()
    assert browser.post(reverse("people:relationship", args=[own.pk, link.pk])).status_code == 404
    assert browser.get(reverse("pathway:support", args=[theirs.pk])).status_code == 404


def _address(name: str, person: object, held: dict[str, object]) -> str:
    from django.urls import get_resolver

    by_name = get_resolver().namespace_dict["pathway"][1].reverse_dict
    (_pattern, wanted_keys), *_more = by_name.getlist(name)[0][0]
    keys = {key: getattr(held.get(key), "pk", None) for key in wanted_keys} | {"person": person}
    return reverse(f"pathway:{name}", kwargs=keys)


def test_a_plan_kept_from_helpers_shows_on_no_page_of_theirs() -> None:
    """Chosen on the person's own page; the plan, its letter and its PDF are not found by the helper."""
    make_places(by=SYSTEM, at=AT)
    owner, helper, worker_ = user("resident"), user("carer"), user("practitioner")
    person = somebody()
    link_account(by=SYSTEM, at=AT, person=person, user=owner, starts_on=SINCE)
    lend(by=SYSTEM, at=AT, person=person, user=helper, starts_on=SINCE)
    plan, _outcome = planned(person, worker_, at=AT.replace(month=11, day=22))
    addresses = [reverse("pathway:own", args=[person.pk])]
    addresses += [reverse(f"pathway:{name}", args=[person.pk, plan.pk]) for name in ("own_letter", "own_pdf")]
    assert [signed_in(helper).get(one).status_code for one in addresses] == [200, 200, 200]
    agree = reverse("pathway:own_agree", args=[person.pk, plan.pk])
    assert signed_in(helper).post(agree, {"edition": plan.edition}).status_code == 404
    assert signed_in(owner).post(reverse("people:my_parts"), {"helpers": ["plan"]}).status_code == 302
    assert [signed_in(helper).get(one).status_code for one in addresses] == [404, 404, 404]
    assert [signed_in(owner).get(one).status_code for one in addresses] == [200, 200, 200]
