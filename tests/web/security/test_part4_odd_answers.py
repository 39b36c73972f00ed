"""Answers that are odd but can be sent: each is refused in words, and none is a fault of ours."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.forms.fields import Pounds
from marketcross.web.people.actions import assign, link_account
from marketcross.web.people.forms.own import CAN_BE_LENT
from marketcross.web.people.models import Lending

from ..people.making import AT, SINCE, signed_in, somebody, user

DAYS = ("0001-01-01", "9999-12-31", "2025-02-29", "\x00", "x" * 5_000, "2020-01-01")


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS)
def test_the_auditors_list_answers_for_any_day(day: str) -> None:
    client = signed_in(user("auditor"))
    for name in ("from_day", "until_day"):
        assert client.get(reverse("people:unusual"), {name: day}).status_code == 200
    assert client.get(reverse("people:unusual"), {"from_day": day, "until_day": day}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS)
def test_lending_until_any_day_is_kept_or_refused_in_words(day: str) -> None:
    owner, helper, person = user("resident"), user("carer"), somebody()
    link_account(by=SYSTEM, at=AT, person=person, user=owner, starts_on=SINCE)
    page = signed_in(owner).post(reverse("people:my_lendings"), {"email": helper.email, "ends_on": day})
    assert (page.status_code, Lending.objects.count()) in {(302, 1), (200, 0)}


@pytest.mark.parametrize("text", ["NaN", "-NaN", "sNaN", "Infinity", "1e999", "-1", "٣", "0.001"])
def test_a_price_is_a_number_of_pence_or_refused(text: str) -> None:
    from django.core.exceptions import ValidationError

    try:
        kept = Pounds(required=False).clean(text)
    except ValidationError:
        return
    assert isinstance(kept, int) and kept >= 0


FACTS: dict[str, dict[str, Any]] = {
    "capacity": {"decision": "Where to live", "has_capacity": "no", "best_interests": "Stay"},
    "liberty": {"kind": "standard", "authority": "The council", "conditions": ""},
    "relationship_added": {"kind": "family", "outside_name": "Jory"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", FACTS)
def test_facts_of_any_day_are_kept_or_refused_in_words(name: str) -> None:
    worker, person = user("practitioner"), somebody(born_on=date(1940, 2, 29))
    assign(by=SYSTEM, at=AT, person=person.pk, user=worker, starts_on=SINCE)
    client, address = signed_in(worker), reverse(f"people:{name}", args=[person.pk])
    fields = ("decided_on", "look_again_on", "starts_on", "ends_on", "seen_on")
    for first in DAYS:
        for second in (first, "2026-11-01"):
            said = dict.fromkeys(fields, first) | {"ends_on": second, "look_again_on": second}
            assert client.post(address, FACTS[name] | said).status_code in {200, 302}


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["born_on", "died_on", "name", "home", "nhs_number", "telephone", "gp"])
def test_corrections_of_any_day_are_kept_or_refused_in_words(field: str) -> None:
    worker, person = user("practitioner"), somebody(born_on=date(1940, 2, 29))
    assign(by=SYSTEM, at=AT, person=person.pk, user=worker, starts_on=SINCE)
    client, address = signed_in(worker), reverse("people:correct", args=[person.pk, field])
    for day in DAYS:
        said = {field: day, "starts_on": day, "given": "A", "family": "B", "lines": "1 Way", "postcode": "ZX1 0AA",
                "value": "01632 960 001", "practice": "P", "born_about": "1"}  # fmt: skip
        assert client.post(address, said).status_code in {200, 302}, day
        assert client.post(address, said | {"starts_on": "2020-01-01"}).status_code in {200, 302}, day


def test_a_plan_can_be_kept_from_helpers_since_they_have_a_page_of_it() -> None:
    assert "plan" in dict(CAN_BE_LENT)


@pytest.mark.django_db
def test_words_with_a_nought_character_are_no_fault() -> None:
    for address in ("/find-support?text=%00", "/find-support?near=%00&text=x", "/find-support/missing?category=%00"):
        assert Client().get(address).status_code == 200, address
