"""Each rule of the auditor's list picks what its prose says, at its boundary; and the page names nobody."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.people.actions import give_reason, link_account, restrict
from marketcross.web.people.unusual import RULES, Seen, unusual

from .making import AT, SINCE, moment, signed_in, somebody, today, user

DAY = datetime(2026, 11, 17, 12, tzinfo=UTC)


def look(number: int = 1, *, at: datetime = DAY, **more: Any) -> Seen:
    return Seen(at=at, user=UUID(int=7), user_name="A", reference=str(number), **more)


def codes(looks: list[Seen]) -> list[str]:
    return sorted({rule.code for _look, rules in unusual(looks) for rule in rules})


def records(count: int) -> list[Seen]:
    return [look(number) for number in range(count)]


@pytest.mark.parametrize(
    ("looks", "picked"),
    [
        (records(29), []),
        (records(30), []),
        (records(31), ["many"]),
        ([*records(30), look(1), look(2)], []),
        ([*records(30), look(31, at=DAY + timedelta(days=1))], []),
        ([look(at=datetime(2026, 11, 17, 21, 59, tzinfo=UTC))], []),
        ([look(at=datetime(2026, 11, 17, 22, tzinfo=UTC))], ["night"]),
        ([look(at=datetime(2026, 11, 18, 5, 59, tzinfo=UTC))], ["night"]),
        ([look(at=datetime(2026, 11, 18, 6, tzinfo=UTC))], []),
        ([look(at=datetime(2026, 7, 1, 5, tzinfo=UTC))], []),  # six in summer
        ([look(beyond=True)], ["beyond"]),
        ([look(beyond=True, emergency=True)], ["beyond", "emergency"]),
        ([look(same_family_name=True)], ["family_name"]),
        ([look(same_address=True)], ["address"]),
        ([], []),
    ],
)
def test_each_rule_picks_what_its_prose_says(looks: list[Seen], picked: list[str]) -> None:
    assert codes(looks) == picked
    assert codes(looks[::-1]) == picked


def test_every_rule_stands_in_the_method(root: Any) -> None:
    text = (root / "docs/method/people.md").read_text(encoding="utf-8")
    assert all(f"- `{rule.code}`:" in text for rule in RULES)


@pytest.mark.django_db
def test_the_auditors_page_names_nobody_of_the_register() -> None:
    auditor, worker = user("auditor"), user("practitioner", "Pasco-Tolgarth")
    own, person = somebody(given="Own", family="Quillet", lines="4, Mill  Lane"), somebody(lines="4 mill lane")
    link_account(by=SYSTEM, at=AT, person=own, user=worker, starts_on=SINCE)
    give_reason(by=SYSTEM, at=moment(today()), person=person, user=worker, reason="", emergency=True)
    signed_in(worker).get(reverse("people:person", args=[person.pk]))
    page = signed_in(auditor).get(reverse("people:unusual")).content.decode()
    assert str(person.return_id) in page and worker.name in page and "An emergency was given" in page
    assert "A person at their own address" in page.partition("<table")[2]
    assert "Wenna" not in page and "Quillet" not in page and str(person.pk) not in page
    restrict(by=SYSTEM, at=AT, person=person, users=[worker], starts_on=SINCE)
    assert str(person.return_id) in signed_in(auditor).get(reverse("people:unusual")).content.decode()


@pytest.mark.django_db
def test_the_auditor_reads_a_reason_and_chooses_days() -> None:
    auditor, worker, person = user("auditor"), user("practitioner"), somebody()
    given = give_reason(by=SYSTEM, at=timezone.now(), person=person, user=worker, reason="call", words="Rang")
    client = signed_in(auditor)
    client.post(reverse("people:unusual_read", args=[given.pk]))
    given.refresh_from_db()
    assert given.read_by == auditor
    past = client.get(reverse("people:unusual"), {"from_day": "2020-01-01", "until_day": "2020-01-08", "rule": "night"})
    assert "0 from 1 January 2020" in past.content.decode()
