"""Ways by which a restricted record could be named to somebody who is not named for it, or restricted by a stranger."""

from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import User
from marketcross.web.pathway import actions as pathway
from marketcross.web.people.actions import assign, give_reason, lift_restriction, name_for, restrict
from marketcross.web.people.merging.acting import merge, unmerge
from marketcross.web.people.models import NamedForRestricted, Person
from marketcross.web.people.queries import may

from ..pathway.making import planned, worker
from ..people.making import AT, SINCE, days_ago, signed_in, somebody, team_of, today, user

pytestmark = pytest.mark.django_db


def _now() -> datetime:
    return timezone.now()


@action("test.namings_ended")
def _end_all(*, by: Actor, at: datetime, rows: list[NamedForRestricted]) -> None:
    for row in rows:
        row.ends_on = today()
        row.save()
        note(row)


def named_only(person: Person, one: User, *others: User) -> None:
    restrict(by=SYSTEM, at=AT, person=person, users=[one, *others], starts_on=days_ago(9))


def test_a_reason_lets_nobody_shut_the_persons_own_workers_out() -> None:
    """Whoever gives a reason is in at once; with it they could restrict the record to themselves alone."""
    person, stranger, beside = somebody(), user("practitioner", "Stranger"), user("practitioner", "Beside")
    assign(by=SYSTEM, at=AT, person=person.pk, user=beside, starts_on=SINCE)
    give_reason(by=SYSTEM, at=_now(), person=person, user=stranger, reason="covering", words="Duty desk")
    address = reverse("people:restricted", args=[person.pk])
    page = signed_in(stranger).post(address, {"restrict": ""})
    person.refresh_from_db()
    assert not person.restricted and may(beside, person.pk, today()) == {"assigned"}
    assert page.status_code == 200 and "works beside" in page.content.decode()
    assert signed_in(beside).post(address, {"restrict": ""}).status_code == 302
    person.refresh_from_db()
    assert person.restricted


def test_who_was_named_once_is_not_named_when_it_is_restricted_again() -> None:
    person, one, two, new = somebody(), user("practitioner", "One"), user("practitioner", "Two"), user("link_worker")
    named_only(person, one, two)
    lift_restriction(by=SYSTEM, at=AT, person=person, on=today())
    named_only(person, new)
    assert (may(one, person.pk, today()), may(two, person.pk, today())) == (frozenset(), frozenset())
    assert may(new, person.pk, today()) == {"other"}


def test_a_restriction_can_be_lifted_though_nobody_is_named_any_more() -> None:
    person, one = somebody(), user("practitioner", "One")
    named_only(person, one)
    _end_all(by=SYSTEM, at=AT, rows=list(NamedForRestricted.objects.filter(person=person)))
    lift_restriction(by=SYSTEM, at=AT, person=person, on=today())
    person.refresh_from_db()
    assert not person.restricted


def test_a_managers_list_does_not_name_whoever_was_restricted_since() -> None:
    practitioner, manager = worker("practitioner", "Tamsel"), worker("practitioner", "Merrin")
    team_of(by=SYSTEM, at=AT, name="East", users=(practitioner, manager))
    person = somebody(given="Zennor", family="Quillet")
    assign(by=SYSTEM, at=AT, person=person.pk, user=practitioner, starts_on=SINCE)
    _plan, outcome = planned(person, practitioner, at=_now())
    pathway.open_need(by=Actor.of(practitioner), at=_now(), outcome=outcome.pk, manager=manager)
    page = signed_in(manager).get(reverse("pathway:work")).content.decode()
    assert "Zennor" in page
    named_only(person, practitioner)
    page = signed_in(manager).get(reverse("pathway:work")).content.decode()
    assert "Zennor" not in page and str(person.pk) not in page and "See my friends again" not in page
    name_for(by=SYSTEM, at=AT, person=person, user=manager, starts_on=today())
    assert "Zennor" in signed_in(manager).get(reverse("pathway:work")).content.decode()


def test_a_link_workers_list_does_not_name_whoever_was_restricted_since() -> None:
    doria, other = worker("link_worker", "Doria"), worker("practitioner", "Tamsel")
    person = somebody(given="Zennor", family="Quillet")
    assign(by=SYSTEM, at=AT, person=person.pk, user=doria, starts_on=SINCE)
    made = pathway.introduce(by=SYSTEM, at=_now(), person=person.pk, introduced_by="gp")
    pathway.begin(by=Actor.of(doria), at=_now(), introduction=made.pk, goal="Get out")
    assert "Zennor" in signed_in(doria).get(reverse("pathway:work")).content.decode()
    named_only(person, other)
    page = signed_in(doria).get(reverse("pathway:work")).content.decode()
    assert "Zennor" not in page and str(person.pk) not in page


def test_parting_two_records_does_not_show_what_was_restricted_while_they_were_one() -> None:
    """Somebody goes into hiding after two records of theirs were made one; then the merge is undone."""
    kept, gone = somebody(), somebody(given="Wenna", family="Tolgarthe")
    one, other = user("practitioner", "One"), user("practitioner", "Other")
    assign(by=SYSTEM, at=AT, person=gone.pk, user=other, starts_on=SINCE)
    done = merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
    kept.refresh_from_db()
    named_only(kept, one)
    unmerge(by=Actor.of(one), at=_now(), merge=done)
    assert may(other, gone.pk, today()) == frozenset()
    assert may(one, gone.pk, today()) == {"other"}


def test_parting_leaves_a_record_open_that_was_open_beside_a_restricted_one() -> None:
    """What was restricted before the merge stays so, and the other is what it was."""
    kept, gone, one = somebody(), somebody(given="Wenna", family="Tolgarthe"), user("practitioner", "One")
    named_only(kept, one)
    kept.refresh_from_db()
    done = merge(by=Actor.of(one), at=_now(), kept=kept.pk, gone=gone.pk)
    unmerge(by=Actor.of(one), at=_now(), merge=done)
    restricted = dict(Person.objects.filter(pk__in=[kept.pk, gone.pk]).values_list("pk", "restricted"))
    assert restricted == {kept.pk: True, gone.pk: False}
