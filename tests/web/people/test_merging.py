"""Two records become one and two again: nothing lost, everything as before, and never half of it seen."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import EventRecord, Team, User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import actions, queries
from marketcross.web.people.finding import find
from marketcross.web.people.merging import CannotMerge, hold_still
from marketcross.web.people.merging import kinds as registry
from marketcross.web.people.merging.acting import merge, unmerge
from marketcross.web.people.merging.choosing import sides
from marketcross.web.people.models import (
    Address,
    ContactDetail,
    EqualityAnswer,
    Merge,
    MergedValue,
    Name,
    Person,
    Relationship,
    SharingWish,
)

AT, SINCE, ON = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 1, 1), date(2026, 11, 22)
LATER = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def worker(db: None) -> User:
    user = make_user(by=SYSTEM, at=AT, email="worker@example.org", name="Worker")
    give_role(by=SYSTEM, at=AT, user=user, role="practitioner", starts_on=SINCE)
    return user


def add(given: str, family: str = "Ashdale", **more: Any) -> Person:
    return actions.add_person(by=SYSTEM, at=AT, given=given, family=family, **more)


def everything() -> dict[tuple[str, str], dict[str, Any]]:
    """Every row of every table that refers to a person, people included, but for the notes of merges themselves."""
    models = {kind.model for kind in registry.kinds()} | {Person}
    return {
        (model._meta.label, str(row["id"])): row
        for model in sorted(models, key=lambda one: one._meta.label)
        for row in model._base_manager.values()
        if "id" in row
    }


def together(kept: Person, gone: Person, **more: Any) -> Merge:
    return merge(by=SYSTEM, at=LATER, kept=kept.pk, gone=gone.pk, **more)


@pytest.mark.django_db
def test_what_belongs_to_the_gone_belongs_to_the_kept(worker: User) -> None:
    kept, gone = add("Jon", born_on=date(1940, 3, 2)), add("John", mobile="07700 900123", nhs_number="9990000018")
    actions.assign(by=SYSTEM, at=AT, person=gone.pk, user=worker, starts_on=SINCE)
    together(kept, gone)
    kept.refresh_from_db()
    assert queries.current(gone.pk) == kept.pk
    assert queries.may(worker, kept.pk, ON) == {"assigned"}
    assert [one.id for one in find(worker, "9990000018", ON)] == [kept.pk]
    assert [one.id for one in find(worker, "john ashdale 07700900123", ON)] == [kept.pk]
    assert queries.people([kept.pk], ON)[0].name == "Jon Ashdale"
    assert set(Name.objects.filter(person=kept).values_list("kind", "whole")) == {
        ("used", "Jon Ashdale"),
        ("also_known_as", "John Ashdale"),
    }
    assert EventRecord.objects.filter(kind="people.merged", body={"kept": str(kept.pk), "gone": str(gone.pk)}).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("side", ["kept", "gone"])
def test_the_side_that_was_chosen_counts(side: str) -> None:
    kept = add("Jon", born_on=date(1940, 3, 2), lines="1 Elm Lane", mobile="07700 900111")
    gone = add("John", born_on=date(1940, 2, 3), lines="2 Oak Lane", telephone="01632 960222")
    actions.change_contact(by=SYSTEM, at=AT, person=kept, kind="mobile", value="07700 900111", preferred=True)
    actions.change_contact(by=SYSTEM, at=AT, person=gone, kind="telephone", value="01632 960222", preferred=True)
    names = ["born", "name", "home", "preferred"]
    assert [one.name for one in sides(kept, gone)] == names
    together(kept, gone, choices=dict.fromkeys(names, side))
    kept.refresh_from_db()
    first = side == "kept"
    assert kept.born_on == (date(1940, 3, 2) if first else date(1940, 2, 3))
    assert queries.people([kept.pk], ON)[0].name == ("Jon Ashdale" if first else "John Ashdale")
    assert Address.objects.get(person=kept).lines == ("1 Elm Lane" if first else "2 Oak Lane")
    assert Address.objects.get(person=gone).lines == ("2 Oak Lane" if first else "1 Elm Lane"), "the other is not lost"
    preferred = ContactDetail.objects.get(person=kept, preferred=True)
    assert preferred.kind == ("mobile" if first else "telephone")
    assert ContactDetail.objects.filter(person=kept).count() == 2


SIDE = st.sampled_from(["kept", "gone"])
CHOSEN = ["born", "sex", "language", "reach_by", "name", "home", "gp", "preferred"]
CHOICES = st.fixed_dictionaries(dict.fromkeys(CHOSEN, SIDE))
RECORD = st.fixed_dictionaries(
    {
        "given": st.sampled_from(["Jon", "John", "李"]),
        "born_on": st.sampled_from([None, date(1940, 3, 2), date(2000, 2, 29)]),
        "sex": st.sampled_from(["unknown", "male", "female"]),
        "language": st.sampled_from(["", "english", "polish"]),
        "lines": st.sampled_from(["", "1 Elm Lane", "2 Oak Lane"]),
        "mobile": st.sampled_from(["", "07700 900111"]),
    }
)
MORE = st.fixed_dictionaries(
    {
        "gp": st.sampled_from(["", "Elm Surgery", "Oak Surgery"]),
        "wish": st.sampled_from(["", "share", "ask_first", "do_not_share"]),
        "moved": st.booleans(),
        "beside": st.booleans(),
        "part": st.booleans(),
    }
)


def dressed(facts: dict[str, Any], more: dict[str, Any], user: User) -> Person:
    person = add(**facts)
    if more["gp"]:
        actions.change_gp(by=SYSTEM, at=AT, person=person, practice=more["gp"])
    if more["wish"]:
        actions.say_wish(by=SYSTEM, at=AT, person=person, about="family", wish=more["wish"], on=ON)
    if more["moved"]:
        actions.change_home(by=SYSTEM, at=LATER, person=person, lines="9 New Road")
    if more["beside"]:
        actions.assign(by=SYSTEM, at=AT, person=person.pk, user=user, starts_on=SINCE)
    if more["part"]:
        actions.keep_part(by=SYSTEM, at=AT, person=person, part="money", kept_from="internet", on=ON)
    return person


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=RECORD, other=RECORD, one_more=MORE, other_more=MORE, choices=CHOICES)
@pytest.mark.django_db
def test_merged_and_parted_everything_is_as_it_was(
    worker: User, one: Any, other: Any, one_more: Any, other_more: Any, choices: Any
) -> None:
    with transaction.atomic():
        kept, gone = dressed(one, one_more, worker), dressed(other, other_more, worker)
        before, found = everything(), [row.id for row in find(worker, "ashdale", ON)]
        done = together(kept, gone, choices=choices)
        during = everything()
        assert set(during) == set(before), "no row was made and none was lost"
        assert queries.current(gone.pk) == kept.pk
        unmerge(by=SYSTEM, at=LATER, merge=done)
        assert everything() == before
        assert [row.id for row in find(worker, "ashdale", ON)] == found
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_merges_chain_and_are_undone_the_last_one_first() -> None:
    a, b, c = add("Ann"), add("Anna"), add("Anne")
    start = everything()
    first = together(b, a)
    middle = everything()
    second = together(c, b)
    assert queries.current(a.pk) == c.pk
    with pytest.raises(CannotMerge) as refused:
        unmerge(by=SYSTEM, at=LATER, merge=first)
    assert refused.value.reasons == ["The record was merged again since. Undo the later merge first."]
    unmerge(by=SYSTEM, at=LATER, merge=second)
    assert everything() == middle
    unmerge(by=SYSTEM, at=LATER, merge=first)
    assert everything() == start
    with pytest.raises(CannotMerge):
        unmerge(by=SYSTEM, at=LATER, merge=first)


@pytest.mark.django_db
def test_two_merges_into_one_record_are_undone_in_turn() -> None:
    kept, a, b = add("Ann"), add("Anna"), add("Anne")
    first = together(kept, a)
    between = everything()
    second = together(kept, b)
    with pytest.raises(CannotMerge):
        unmerge(by=SYSTEM, at=LATER, merge=first)
    unmerge(by=SYSTEM, at=LATER, merge=second)
    assert everything() == between


@pytest.mark.django_db
def test_what_was_written_since_stays_with_the_kept_record() -> None:
    kept, gone = add("Ann"), add("Anna", mobile="07700 900111")
    done = together(kept, gone)
    actions.change_contact(by=SYSTEM, at=LATER, person=kept, kind="email", value="ann@example.org")
    actions.change(by=SYSTEM, at=LATER, person=kept, language="polish")
    unmerge(by=SYSTEM, at=LATER, merge=done)
    kept.refresh_from_db()
    assert kept.language == "polish"
    assert [one.kind for one in ContactDetail.objects.filter(person=kept)] == ["email"]
    assert [one.kind for one in ContactDetail.objects.filter(person=gone)] == ["mobile"]


@pytest.mark.django_db
def test_what_leaves_no_room_to_part_is_refused_and_changes_nothing() -> None:
    kept, gone = add("Ann", lines="1 Elm Lane"), add("Anna", lines="2 Oak Lane")
    done = together(kept, gone, choices={"home": "gone"})
    before = everything()
    actions.change_home(by=SYSTEM, at=LATER, person=kept, lines="3 New Lane")
    with_new = everything()
    with pytest.raises(CannotMerge) as refused:
        unmerge(by=SYSTEM, at=LATER, merge=done)
    assert "address one home at a time" in refused.value.reasons[0]
    assert everything() == with_new != before


def refusals(kept: Person, gone: Person, **more: Any) -> list[str]:
    before = everything()
    with pytest.raises(CannotMerge) as refused:
        together(kept, gone, **more)
    assert everything() == before
    return [reason.split(".")[0] for reason in refused.value.reasons]


@pytest.mark.django_db
def test_every_reason_against_it_is_said_at_once(worker: User) -> None:
    kept, gone = add("Ann", nhs_number="9990000018"), add("Anna", nhs_number="9990000026")
    for person, day in ((kept, 1), (gone, 2)):
        actions.record_death(by=SYSTEM, at=AT, person=person, died_on=date(2026, 11, day))
    assert refusals(kept, gone) == ["They have two different NHS numbers", "They died on different days"]
    assert refusals(kept, kept) == ["These are one record already"]


@pytest.mark.django_db
def test_open_work_on_both_needs_a_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_work", {})
    kept, gone = add("Ann"), add("Anna")
    busy = {kept.pk, gone.pk}
    registry.open_work("test")(lambda person: int(person in busy))
    assert refusals(kept, gone) == ["Work is open on both records"]
    assert together(kept, gone, work_decided=True).pk
    alone, other = add("Bea"), add("Beatrix")
    busy |= {alone.pk}
    assert together(alone, other).pk


@pytest.mark.django_db
def test_two_accounts_are_refused() -> None:
    kept, gone = add("Ann"), add("Anna")
    for name, person in (("a", kept), ("b", gone)):
        user = make_user(by=SYSTEM, at=AT, email=f"{name}@example.org", name=name)
        actions.link_account(by=SYSTEM, at=AT, person=person, user=user, starts_on=SINCE)
    assert refusals(kept, gone) == ["Both have an account to sign in with"]


@pytest.mark.django_db
def test_a_restricted_record_needs_somebody_named_and_stays_restricted(worker: User) -> None:
    kept, gone = add("Ann"), add("Anna")
    actions.restrict(by=SYSTEM, at=AT, person=gone, users=[worker], starts_on=SINCE)
    assert refusals(kept, gone) == ["You may not merge these two"]
    done = merge(by=Actor.of(worker), at=LATER, kept=kept.pk, gone=gone.pk)
    kept.refresh_from_db()
    assert kept.restricted
    other = make_user(by=SYSTEM, at=AT, email="o@example.org", name="Other")
    give_role(by=SYSTEM, at=AT, user=other, role="practitioner", starts_on=SINCE)
    assert find(other, "ann ashdale", ON) == [] and [one.id for one in find(worker, "ann ashdale", ON)] == [kept.pk]
    unmerge(by=Actor.of(worker), at=LATER, merge=done)
    assert [one.id for one in find(other, "ann ashdale", ON)] == [kept.pk]


@pytest.mark.django_db
def test_a_record_that_was_merged_before_is_not_merged_again() -> None:
    a, b, c = add("Ann"), add("Anna"), add("Anne")
    together(b, a)
    assert refusals(c, a) == ["One of the two was merged before"]


@pytest.mark.django_db
def test_a_tie_between_the_two_stays_as_it_is_and_is_never_to_oneself() -> None:
    kept, gone, friend = add("Ann"), add("Anna"), add("Fay")
    actions.add_relationship(by=SYSTEM, at=AT, person=kept, kind="family", other=gone, starts_on=SINCE)
    actions.add_relationship(by=SYSTEM, at=AT, person=friend, kind="friend", other=gone, starts_on=SINCE)
    together(kept, gone)
    assert set(Relationship.objects.values_list("person", "other")) == {(kept.pk, gone.pk), (friend.pk, kept.pk)}


@pytest.mark.django_db
def test_the_stricter_wish_and_the_later_answer_count() -> None:
    kept, gone = add("Ann"), add("Anna")
    actions.say_wish(by=SYSTEM, at=AT, person=kept, about="family", wish="share", on=ON)
    actions.say_wish(by=SYSTEM, at=AT, person=gone, about="family", wish="do_not_share", on=ON)
    _answer(by=SYSTEM, at=AT, person=kept, on=date(2020, 1, 1))
    _answer(by=SYSTEM, at=AT, person=gone, on=date(2024, 1, 1))
    together(kept, gone)
    assert SharingWish.objects.get(person=kept).wish == "do_not_share"
    assert EqualityAnswer.objects.get(person=kept).answered_on == date(2024, 1, 1)


@action("test.answered")
def _answer(*, by: Actor, at: datetime, person: Person, on: date) -> None:
    note(EqualityAnswer.objects.create(person=person, question="religion", answer="none", answered_on=on))


@pytest.mark.django_db
def test_a_same_worker_on_both_stays_behind(worker: User) -> None:
    team = _team(by=SYSTEM, at=AT)
    kept, gone = add("Ann"), add("Anna")
    for person in (kept, gone):
        actions.assign(by=SYSTEM, at=AT, person=person.pk, user=worker, starts_on=SINCE)
    actions.assign(by=SYSTEM, at=AT, person=gone.pk, team=team, starts_on=SINCE)
    together(kept, gone)
    assert kept.assignments.count() == 2 and gone.assignments.count() == 1


@action("test.team_made_for_merging")
def _team(*, by: Actor, at: datetime) -> Team:
    team = Team.objects.create(name="East")
    note(team)
    return team


def test_every_reference_to_a_person_is_known() -> None:
    """Whatever refers to a person moves or is said to stay; nothing is forgotten because nobody thought of it."""
    fields = {(r.related_model._meta.label_lower, r.field.name) for r in registry.references()}
    moving = {(kind.label, kind.field) for kind in registry.kinds()}
    assert fields - moving == {
        ("people.findable", "person"),
        ("people.person", "merged_into"),
        ("people.merge", "kept"),
        ("people.merge", "gone"),
        ("people.likelysame", "one"),
        ("people.likelysame", "other"),
    }
    assert ("people.relationship", "other") in moving


@pytest.mark.django_db(transaction=True)
def test_who_reads_a_record_while_a_merge_runs_sees_all_or_nothing_of_it() -> None:
    """One connection merges and waits; another wants to read the whole record, waits for it, and reads the kept one."""
    kept, gone = add("Ann"), add("Anna", mobile="07700 900111")
    merged, may_end, seen = threading.Event(), threading.Event(), dict[str, Any]()

    def merging() -> None:
        with _own_connection(), transaction.atomic():
            together(kept, gone)
            merged.set()
            assert may_end.wait(30)

    def reading() -> None:
        with _own_connection(), transaction.atomic():
            key = hold_still(gone.pk)
            seen["key"] = key
            seen["contacts"] = ContactDetail.objects.filter(person=key).count()

    first, second = threading.Thread(target=merging), threading.Thread(target=reading)
    first.start()
    assert merged.wait(30)
    second.start()
    second.join(0.5)
    assert second.is_alive() and not seen, "it waits for the merge"
    may_end.set()
    first.join(30)
    second.join(30)
    assert seen == {"key": kept.pk, "contacts": 1}


@contextmanager
def _own_connection() -> Iterator[None]:
    try:
        yield
    finally:
        connection.close()


@pytest.mark.django_db
def test_every_change_of_a_merge_is_written_down_once() -> None:
    kept, gone = add("Ann", lines="1 Elm Lane"), add("Anna", lines="2 Oak Lane", mobile="07700 900111")
    before = everything()
    together(kept, gone, choices={"home": "gone"})
    changed = {
        (label.lower(), key, field.removesuffix("_id"))
        for (label, key), row in everything().items()
        for field, value in row.items()
        if value != before[label, key][field]
    }
    assert changed == {(one.model, str(one.row), one.field) for one in MergedValue.objects.all()}
