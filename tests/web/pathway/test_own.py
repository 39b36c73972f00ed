"""The person's own pages: easy to read, open to whom they are lent, closed where the plan is kept back."""

import pytest
from django.test import Client
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.people.actions import keep_part, lend, link_account

from ..test_reading_age import HARDEST, SHORTEST_JUDGED, grade, sentences
from .conftest import Council
from .making import AT, SINCE, lined, person, planned, wanted, worker

pytestmark = pytest.mark.django_db


def test_the_page_is_easy_to_read(council: Council) -> None:
    tam, resident, client = person(beside=council.practitioner), worker("resident", "Tam"), Client()
    link_account(by=SYSTEM, at=AT, person=tam, user=resident, starts_on=SINCE)
    plan, outcome = planned(tam, council.practitioner)
    lined(plan, outcome, council.practitioner)
    wanted(council.practitioner, outcome=outcome.pk)
    client.force_login(resident)
    said = sentences(client.get(reverse("pathway:own", args=[tam.pk])).content.decode())
    assert sum(map(len, said)) >= SHORTEST_JUDGED
    assert grade(said) <= HARDEST


def test_a_helper_reads_what_is_lent_and_agrees_to_nothing(council: Council) -> None:
    tam, helper, client = person(beside=council.practitioner), worker("representative", "Ilva"), Client()
    plan, _outcome = planned(tam, council.practitioner)
    client.force_login(helper)
    address = reverse("pathway:own", args=[tam.pk])
    assert client.get(address).status_code == 404
    lend(by=SYSTEM, at=AT, person=tam, user=helper, starts_on=SINCE)
    shown = client.get(address)
    assert shown.status_code == 200 and "I agree to this plan" not in shown.content.decode()
    agree = reverse("pathway:own_agree", args=[tam.pk, plan.pk])
    assert client.post(agree, {"edition": plan.edition}).status_code == 404


@pytest.mark.parametrize("kept_from", ["representatives", "internet"])
def test_a_plan_that_is_kept_back_is_not_found(council: Council, kept_from: str) -> None:
    tam, helper, client = person(beside=council.practitioner), worker("representative", "Ilva"), Client()
    plan, _outcome = planned(tam, council.practitioner)
    lend(by=SYSTEM, at=AT, person=tam, user=helper, starts_on=SINCE)
    keep_part(by=SYSTEM, at=AT, person=tam, part="plan", kept_from=kept_from, on=AT.date())
    client.force_login(helper)
    for address in (
        reverse("pathway:own", args=[tam.pk]),
        reverse("pathway:own_letter", args=[tam.pk, plan.pk]),
    ):
        assert client.get(address).status_code == 404
