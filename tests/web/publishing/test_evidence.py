"""Wants are counted by whole months, once, and no small count is kept anywhere in publishing."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.pathway.queries import PreferenceRow
from marketcross.web.publishing.actions import MonthsTaken, count_wants
from marketcross.web.publishing.evidence import asking, counted
from marketcross.web.publishing.models import EvidenceCount, EvidenceSnapshot
from marketcross.web.publishing.words import count_words

from .conftest import AT, FIRST, LAST, Wanter, user_with


def shown(snapshot: EvidenceSnapshot) -> dict[str, int]:
    return {
        " ".join(c or "*" for c in (n.category, n.locality, n.group, n.time)): n.count for n in snapshot.counts.all()
    }


def test_what_is_shown_of_two_places_and_a_few_gardeners(snapshot: EvidenceSnapshot) -> None:
    """Three gardeners are not shown, so that neither all sixteen men nor both places can be."""
    everywhere, eastbrook = "* * * *", {"mens-group E1 * *", "mens-group E1 men *", "mens-group E1 men weekday_morning"}
    assert shown(snapshot) == {everywhere: 19} | dict.fromkeys(eastbrook, 9)


def test_with_company_enough_everything_is_shown_but_the_few(wanted: Wanter) -> None:
    wanted(9, group="men")
    wanted(7, locality="E2", group="men")
    wanted(3, category="gardening")
    wanted(4, category="befriending")
    found = shown(count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST))
    assert found["* * * *"] == 23 and found["mens-group * * *"] == 16
    assert found["mens-group E1 men any"] == 9 and found["mens-group E2 * *"] == 7
    assert not any("gardening" in one or "befriending" in one for one in found)


def test_no_table_of_publishing_holds_a_small_count(wanted: Wanter) -> None:
    wanted(4)
    made = count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST)
    assert not made.counts.exists()


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2026, 9, 2), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 10, 1), date(2026, 10, 1)),
    ],
)
def test_only_whole_months_that_are_over(borough: None, starts_on: date, ends_on: date) -> None:
    with pytest.raises(MonthsTaken):
        count_wants(by=SYSTEM, at=AT, starts_on=starts_on, ends_on=ends_on)


def test_no_month_is_counted_twice(snapshot: EvidenceSnapshot, wanted: Wanter) -> None:
    """One more month in a second count would give that month's few away."""
    wanted(1, at=datetime(2026, 8, 3, 9, tzinfo=UTC))
    with pytest.raises(MonthsTaken):
        count_wants(by=SYSTEM, at=AT, starts_on=date(2026, 8, 1), ends_on=LAST)
    count_wants(by=SYSTEM, at=AT, starts_on=date(2026, 8, 1), ends_on=FIRST)


@action("test.evidence_written")
def _write(*, by: Actor, at: datetime, **said: Any) -> None:
    note(EvidenceSnapshot.objects.create(**said))


@action("test.evidence_changed")
def _change(*, by: Actor, at: datetime, snapshot: EvidenceSnapshot) -> None:
    note(snapshot)
    EvidenceCount.objects.filter(snapshot=snapshot).update(count=99)


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("snapshots_share_no_month", {"starts_on": date(2026, 10, 1), "ends_on": LAST}),
        ("snapshot_of_whole_months", {"starts_on": date(2026, 7, 2), "ends_on": date(2026, 8, 1)}),
        ("snapshot_of_months_that_are_over", {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 2, 1)}),
        ("snapshot_threshold_protects", {"starts_on": date(2026, 7, 1), "ends_on": date(2026, 8, 1), "threshold": 2}),
        ("snapshot_rounding_known", {"starts_on": date(2026, 7, 1), "ends_on": date(2026, 8, 1), "rounded_to": 3}),
    ],
)
def test_the_database_refuses(snapshot: EvidenceSnapshot, constraint: str, said: dict[str, Any]) -> None:
    whole = {"counted_on": date(2026, 11, 22), "threshold": 5} | said
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _write(by=SYSTEM, at=AT, **whole)


def test_evidence_is_frozen_by_the_database_itself(snapshot: EvidenceSnapshot) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        _change(by=SYSTEM, at=AT, snapshot=snapshot)


def preference(person: Any, **said: Any) -> PreferenceRow:
    whole = {"category": "mens-group", "locality": "E1", "group": "men", "time": "any", "price": "any"} | said
    return PreferenceRow(id=uuid4(), person=person, on=FIRST, chosen_on=None, withdrawn_on=None, **whole)


def test_a_person_who_asks_again_and_again_is_one(borough: None, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [uuid4() for _ in range(6)]
    rows = [preference(one) for one in people] + [preference(people[0], locality="E2") for _ in range(20)]
    monkeypatch.setattr(asking, "unmet_preferences", lambda from_, until: rows)
    found = counted(FIRST, LAST, threshold=5)
    assert {one.count for one in found if one.category == "mens-group" and not one.locality} == {6}


def test_people_whose_records_were_merged_are_one(borough: None, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [preference(uuid4()) for _ in range(5)]
    monkeypatch.setattr(asking, "unmet_preferences", lambda from_, until: rows)
    assert counted(FIRST, LAST, threshold=5)
    kept = rows[0].person
    monkeypatch.setattr(asking, "current", lambda person: kept if person == rows[1].person else person)
    assert counted(FIRST, LAST, threshold=5) == []


def test_rounded_counts_are_about(wanted: Wanter) -> None:
    wanted(8)
    made = count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST, rounded_to=5)
    assert set(shown(made).values()) == {10}
    page = Client().get(f"/evidence/{made.pk}").content.decode()
    assert "about 10 wants" in page and "rounded to the nearest 5" in page


@pytest.mark.parametrize(
    ("count", "said"), [(None, "Fewer than 5, or held back so that nobody can work out such a number"), (5, "5 wants")]
)
def test_a_hidden_count_is_said_in_words(count: int | None, said: str) -> None:
    assert count_words(count, 5) == said


def test_the_page_of_the_evidence_is_for_everybody(snapshot: EvidenceSnapshot) -> None:
    page = Client().get(f"/evidence/{snapshot.pk}").content.decode()
    assert "1 September 2026 to 31 October 2026" in page and "19 wants" in page and "fewer than 5" in page


def test_a_commissioner_counts_more_months(snapshot: EvidenceSnapshot) -> None:
    client = Client()
    client.force_login(user_with("commissioner"))
    page = client.get("/gaps").content.decode()
    assert "19 wants" in page
    said = {"first": "2026-08-01", "last": "2026-09-01", "threshold": "5", "rounded_to": "1"}
    assert client.post("/gaps/count", said).status_code == 200, "September was counted"
    assert client.post("/gaps/count", said | {"last": "2026-08-01"}).status_code == 302


def test_only_a_change_of_the_threshold_is_said(wanted: Wanter) -> None:
    for month, (east, west) in ((9, (9, 9)), (10, (14, 12))):
        at = datetime(2026, month, 14, 9, tzinfo=UTC)
        wanted(east, at=at)
        wanted(west, locality="E2", at=at)
        end = date(2026, month + 1, 1)
        count_wants(by=SYSTEM, at=AT, starts_on=date(2026, month, 1), ends_on=end)
    client = Client()
    client.force_login(user_with("analyst"))
    page = client.get("/gaps").content.decode()
    assert "+5" in page and "+8" in page and "no change to show" in page and "+3" not in page
    assert "Change" not in client.get(f"/gaps?months={EvidenceSnapshot.objects.last().pk}").content.decode()
