"""The pages that find people and make two records one: who sees what, and what never leaves them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import actions, queries
from marketcross.web.people.merging.likely import judged, likely_same
from marketcross.web.people.merging.listing import judge_two, list_likely_same
from marketcross.web.people.models import LikelySame, Merge, Person

pytestmark = pytest.mark.django_db
AT, SINCE = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 1, 1)


@pytest.fixture
def worker() -> User:
    user = make_user(by=SYSTEM, at=AT, email="worker@example.org", name="Worker")
    give_role(by=SYSTEM, at=AT, user=user, role="practitioner", starts_on=SINCE)
    return user


@pytest.fixture
def client_of(worker: User) -> Client:
    client = Client()
    client.force_login(worker)
    return client


def add(given: str, family: str = "Ashdale", **more: Any) -> Person:
    return actions.add_person(by=SYSTEM, at=AT, given=given, family=family, **more)


def beside(user: User, *people: Person) -> None:
    for person in people:
        actions.assign(by=SYSTEM, at=AT, person=person.pk, user=user, starts_on=SINCE)


def found(client: Client, text: str) -> str:
    page = client.post(reverse("people:find"), {"text": text})
    assert page.status_code == 200
    return page.content.decode()


def test_ones_own_are_shown_with_their_birthday_and_others_as_a_bare_line(worker: User, client_of: Client) -> None:
    mine, other = (add(name, born_on=date(1940, 3, 2), postcode="ZX1 0AA") for name in ("Jon", "John"))
    beside(worker, mine)
    page = found(client_of, "jon ashdale")
    assert "Born 2 March 1940, ZX1 0AA" in page and "Born 1940." in page.replace("\n", "")
    assert reverse("people:person", args=[mine.pk]) in page and reverse("people:ask", args=[other.pk]) in page
    assert page.count("2 March") == page.count("ZX1 0AA") == 1


def test_what_was_typed_is_in_no_address_and_a_get_finds_nobody(client_of: Client) -> None:
    add("Jon")
    page = client_of.get(reverse("people:find"), {"text": "jon ashdale"}).content.decode()
    assert "Ashdale" not in page and 'method="post"' in page


def test_nothing_typed_and_too_much_are_said_in_plain_words(client_of: Client) -> None:
    assert "Enter something that you know about them" in found(client_of, "  ")
    assert "Enter 200 letters or fewer" in found(client_of, "a" * 201)


def test_nobody_found_says_what_to_try_and_a_restricted_record_looks_just_so(worker: User, client_of: Client) -> None:
    hidden, named = add("Ysolde"), make_user(by=SYSTEM, at=AT, email="n@example.org", name="Named")
    nobody = found(client_of, "ysolda nobody")
    actions.restrict(by=SYSTEM, at=AT, person=hidden, users=[named], starts_on=SINCE)
    page = found(client_of, "ysolde ashdale")
    assert "Nobody was found" in page and "Nobody was found" in nobody and str(hidden.pk) not in page


def test_a_name_with_script_in_it_is_only_a_name(client_of: Client) -> None:
    add("<script>alert(1)</script>", "")
    page = found(client_of, "script")
    assert "&lt;script&gt;alert" in page and "<script>alert" not in page


def test_more_than_a_page_asks_for_one_thing_more(client_of: Client) -> None:
    for number in range(21):
        add(f"Ann{chr(97 + number)}")
    assert "There are more" in found(client_of, "ashdale")


def test_whom_a_machine_holds_for_likely_the_same() -> None:
    one = add("Jon", born_on=date(1940, 3, 2), postcode="ZX1 0AA")
    same = add("John", born_on=date(1940, 3, 2))
    moved_about = add("Jon", born_on=date(1940, 2, 3), mobile="07700 900111")
    father = add("Jon", born_on=date(1915, 8, 9), postcode="ZX1 0AA")
    twin = add("Merrin", born_on=date(1940, 3, 2), postcode="ZX1 0AA")
    found = {row.person: row.reasons for row in likely_same(one.pk)}
    assert found == {
        same.pk: ("like_name", "same_birthday"),
        moved_about.pk: ("same_name", "swapped_birthday"),
    }
    assert father.pk not in found and twin.pk not in found
    assert judged({"jon", "*1940-03-02"}, {"merrin", "*1940-03-02"}, one.pk).points == 0


def test_the_list_is_made_once_and_a_judged_pair_stays_judged(worker: User, client_of: Client) -> None:
    kept, gone = add("Jon", born_on=date(1940, 3, 2)), add("John", born_on=date(1940, 3, 2))
    strangers = add("Bea", born_on=date(1950, 1, 1)), add("Beah", born_on=date(1950, 1, 1))
    beside(worker, kept)
    at = datetime.now(UTC)
    assert list_likely_same(by=SYSTEM, at=at) == 2 and list_likely_same(by=SYSTEM, at=at) == 0
    page = client_of.get(reverse("people:likely")).content.decode()
    assert "Jon Ashdale and John Ashdale" in page and "Beah" not in page and len(strangers) == 2
    pair = LikelySame.objects.get(one__in=[kept.pk, gone.pk])
    client_of.post(reverse("people:two_people", args=[pair.pk]))
    assert "None at the moment" in client_of.get(reverse("people:likely")).content.decode()
    assert list_likely_same(by=SYSTEM, at=at) == 0
    other = LikelySame.objects.exclude(pk=pair.pk).get()
    assert client_of.post(reverse("people:two_people", args=[other.pk])).status_code == 404
    judge_two(by=SYSTEM, at=AT, pair=other, on=SINCE)


def test_two_records_side_by_side_become_one_and_two_again(worker: User, client_of: Client) -> None:
    kept, gone = add("Jon", born_on=date(1940, 3, 2)), add("John", born_on=date(1940, 2, 3))
    beside(worker, kept, gone)
    address = reverse("people:compare", args=[kept.pk, gone.pk])
    assert "Choose which of the two is right: Name used" in client_of.post(address).content.decode()
    assert client_of.post(address, {"born": "gone", "name": "kept"}).status_code == 302
    assert queries.current(gone.pk) == kept.pk and queries.people([kept.pk])[0].born_on == date(1940, 2, 3)
    done = Merge.objects.get()
    page = client_of.get(reverse("people:merges", args=[kept.pk])).content.decode()
    assert "John Ashdale, 2" in page and "Undo this merge" in page
    undo = reverse("people:undo", args=[kept.pk, done.pk])
    assert client_of.get(undo).status_code == 200 and queries.current(gone.pk) == kept.pk
    assert client_of.post(undo).status_code == 302 and queries.current(gone.pk) == gone.pk
    assert {"people.merged", "people.unmerged"} <= set(AuditEvent.objects.values_list("action", flat=True))


def test_what_stands_in_the_way_is_said_and_the_button_is_not_there(worker: User, client_of: Client) -> None:
    kept, gone = add("Jon", nhs_number="9990000018"), add("John", nhs_number="9990000026")
    beside(worker, kept, gone)
    address = reverse("people:compare", args=[kept.pk, gone.pk])
    page = client_of.get(address).content.decode()
    assert "two different NHS numbers" in page and "Make them one record" not in page
    assert "two different NHS numbers" in client_of.post(address, {"name": "kept"}).content.decode()
    assert not Merge.objects.exists()


def test_the_other_record_needs_a_reason_too_and_a_restricted_one_is_not_there(worker: User, client_of: Client) -> None:
    kept, gone, named = add("Jon"), add("John"), make_user(by=SYSTEM, at=AT, email="n@example.org", name="N")
    beside(worker, kept)
    page = client_of.get(reverse("people:compare", args=[kept.pk, gone.pk]))
    assert page["Location"] == reverse("people:ask", args=[gone.pk])
    actions.restrict(by=SYSTEM, at=AT, person=gone, users=[named], starts_on=SINCE)
    assert client_of.get(reverse("people:compare", args=[kept.pk, gone.pk])).status_code == 404
    assert client_of.get(reverse("people:compare", args=[gone.pk, kept.pk])).status_code == 404
