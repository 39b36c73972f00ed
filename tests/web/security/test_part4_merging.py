"""What a merge must not undo or lose: parts kept back, and work that was begun on the other record."""

import pytest

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.pathway import actions as pathway
from marketcross.web.people.actions import lend, record_capacity
from marketcross.web.people.merging.acting import merge, unmerge
from marketcross.web.people.models import Lending
from marketcross.web.people.queries.lent import parts_lent

from ..people.making import AT, SINCE, days_ago, somebody, today, user

pytestmark = pytest.mark.django_db


def test_what_either_lending_kept_back_stays_back_after_a_merge_and_each_as_it_was_after_undoing() -> None:
    kept, gone, helper = somebody(), somebody(given="Wena"), user("carer")
    lend(by=SYSTEM, at=AT, person=kept, user=helper, starts_on=SINCE, kept_back=["contact"])
    lend(by=SYSTEM, at=AT, person=gone, user=helper, starts_on=SINCE, kept_back=["plan"])
    done = merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
    assert not {"plan", "contact"} & parts_lent(kept.pk, helper, today())
    unmerge(by=SYSTEM, at=AT, merge=done)
    held = {row.person_id: row.kept_back for row in Lending.objects.all()}
    assert held == {kept.pk: ["contact"], gone.pk: ["plan"]}


def test_of_two_lendings_at_a_time_what_either_keeps_back_is_not_shown() -> None:
    person, helper = somebody(), user("carer")
    lend(by=SYSTEM, at=AT, person=person, user=helper, starts_on=days_ago(9), ends_on=days_ago(-9))
    lend(by=SYSTEM, at=AT, person=person, user=helper, starts_on=days_ago(5), kept_back=["plan"])
    shown = parts_lent(person.pk, helper, today())
    assert shown and "plan" not in shown


def test_what_is_begun_with_the_key_of_a_record_that_was_merged_stands_on_the_kept_one() -> None:
    """Between the page that was opened and the button that was pressed, the record was merged."""
    kept, gone = somebody(), somebody(given="Wena")
    merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
    introduction = pathway.introduce(by=SYSTEM, at=AT, person=gone.pk, introduced_by="gp")
    plan = pathway.start_plan(by=Actor.of(user("practitioner")), at=AT, person=gone.pk)
    assert (introduction.person_id, plan.person_id) == (kept.pk, kept.pk)


def test_a_fact_that_was_sent_while_two_records_were_made_one_stands_on_the_kept_one() -> None:
    """The page holds the record as it was; the action follows it to where it leads now."""
    kept, gone, worker = somebody(), somebody(given="Wena"), user("practitioner")
    merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
    made = record_capacity(
        by=Actor.of(worker), at=AT, person=gone, decision="Where to live", has_capacity=True,
        decided_on=days_ago(1), decided_by=worker,
    )  # fmt: skip
    assert made.person_id == kept.pk
