"""All that is held about a person goes out, once it was looked over: nothing forgotten, nobody else given away."""

import json
import threading
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.audit.viewing import saw
from marketcross.web.core.letters.pdf import FORMS, as_pdf
from marketcross.web.core.models import User
from marketcross.web.people import actions
from marketcross.web.people.exporting import kinds as registry
from marketcross.web.people.exporting.checking import to_look_over, without
from marketcross.web.people.exporting.clock import due_after, longest_after
from marketcross.web.people.exporting.file import as_file, checksum, for_another_council
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.exporting.moving_away import hand_to_council
from marketcross.web.people.exporting.readable import letter_about
from marketcross.web.people.exporting.requests import ask, check, digest_of, hand_over, take_longer
from marketcross.web.people.merging.acting import merge
from marketcross.web.people.models import Move, Person, SubjectRequest

from .making import AT, NHS, SINCE, days_ago, moment, somebody, today, user

ON = date(2026, 11, 22)


def full(worker: User | None = None) -> Person:
    """Somebody about whom much is held."""
    one = somebody(
        born_on=date(1948, 5, 17), lines="1 Mill Lane\nMadetown", postcode="ZX1 1AA", nhs_number=NHS,
        mobile="07700 900111", language="polish",
    )  # fmt: skip
    worker = worker or user("practitioner")
    actions.assign(by=SYSTEM, at=AT, person=one.pk, user=worker, starts_on=SINCE)
    kin = actions.add_relationship(
        by=SYSTEM, at=AT, person=one, kind="attorney", outside_name="Jory Pascoe", scope=["health_and_welfare"],
        outside_contact="01632 960777", starts_on=SINCE,
    )  # fmt: skip
    actions.see_evidence(by=SYSTEM, at=AT, relationship=kin, evidence="Stamped power", seen_on=SINCE, seen_by=worker)
    actions.record_capacity(
        by=SYSTEM, at=AT, person=one, decision="Where to live", has_capacity=False, decided_on=SINCE,
        decided_by=worker, best_interests="Her neighbour Kerra says that she falls.",
    )  # fmt: skip
    actions.answer_equality(by=SYSTEM, at=AT, person=one, question="religion", answer="", declined=True, on=SINCE)
    actions.say_wish(by=SYSTEM, at=AT, person=one, about="family", wish="ask_first", on=SINCE)
    actions.agree(by=SYSTEM, at=AT, person=one, purpose="news", on=SINCE)
    actions.give_reason(by=SYSTEM, at=AT, person=one, user=worker, reason="call", words="Her niece rang")
    return one


def looked_over(one: Person, checker: User, back: dict[Any, str] | None = None) -> SubjectRequest:
    asked = ask(by=SYSTEM, at=moment(today()), person=one.pk, how="told")
    seen = digest_of(held_about(one.pk).as_data())
    return check(by=SYSTEM, at=moment(today()), request=asked, checker=checker, back=back or {}, seen=seen)


def text_of(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def test_every_table_that_refers_to_a_person_directly_or_by_a_step_is_told_or_left_out_with_a_reason() -> None:
    told = {kind.model for kind in registry.kinds()}
    left = {apps.get_model(name): why for name, why in registry.left_out().items()}
    assert not told & set(left) and all(len(why.split()) >= 3 for why in left.values())
    direct = {model for model in apps.get_models() if _refers(model, {Person})}
    near = {model for model in apps.get_models() if _refers(model, direct)}
    forgotten = {model._meta.label for model in (direct | near) - told - set(left)}
    assert not forgotten, f"say in exporting.py what these hold about a person: {sorted(forgotten)}"


def _refers(model: type[models.Model], targets: set[type[models.Model]]) -> bool:
    return any(
        isinstance(one, models.ForeignKey) and one.related_model in targets for one in model._meta.concrete_fields
    )


@pytest.mark.parametrize("kind", registry.kinds(), ids=lambda kind: kind.name)
def test_every_kind_leads_to_a_person_and_names_only_its_own_columns(kind: registry.Kind) -> None:
    columns = {one.name for one in kind.model._meta.concrete_fields}
    assert set(kind.left) | kind.only | kind.certain | set(kind.tells) <= columns
    assert kind.columns and str(kind.title)
    kind.model._base_manager.filter(**{f"{kind.through}__in": []})


@pytest.mark.django_db
def test_all_that_was_said_is_in_both_forms() -> None:
    worker = user("practitioner", "Merryn")
    one = full(worker)
    saw(by=SYSTEM.of(worker), at=AT, record_kind="person", record_id=str(one.pk))
    request = looked_over(one, user("link_worker"))
    hand_over(by=SYSTEM, at=moment(today()), request=request)
    file = text_of(as_file(request.content, on=ON))
    letter = letter_about(request.content, name="Wenna Tolgarth", on=ON)
    words = text_of([getattr(part, "items", getattr(part, "text", "")) for part in letter.parts])
    for said in ("Wenna", "1 Mill Lane", "07700 900111", "Jory Pascoe", "Stamped power", "Where to live", "Merryn"):
        assert said in file and said in words
    assert NHS in file and "Polish" in words and "17 May 1948" in words and "Her niece rang" in words
    assert as_pdf(letter, FORMS["standard"]).startswith(b"%PDF")
    assert as_pdf(letter, FORMS["large"]).startswith(b"%PDF")


@pytest.mark.django_db
def test_the_file_says_its_version_and_any_change_shows() -> None:
    document = for_another_council(held_about(full().pk), on=ON)
    assert (document["format"], document["version"]) == ("marketcross-person", 1)
    assert document["checksum"] == checksum(document)
    document["record"][0]["rows"][0]["sex"] = "male"
    assert document["checksum"] != checksum(document)


@pytest.mark.django_db
def test_another_council_gets_the_record_and_not_who_looked_or_worked() -> None:
    one = full(user("practitioner", "Merryn"))
    document = for_another_council(held_about(one.pk), on=ON)
    assert set(document) == {"format", "version", "made_on", "council", "codes", "record", "checksum"}
    assert "Her niece rang" not in text_of(document) and "people.assignment" not in text_of(document)


@pytest.mark.django_db
def test_what_is_held_back_is_in_no_form_and_its_reason_is_told() -> None:
    one = full()
    held = held_about(one.pk).as_data()
    back = {item.place: "other_person" for item in to_look_over(held) if "Kerra" in item.words}
    assert {place[0] for place in back} == {"people.capacitydecision"}, "history does not say it once more"
    request = looked_over(one, user("link_worker"), back)
    assert "Kerra" not in text_of(request.content)
    letter = letter_about(request.content, name="W", on=ON)
    words = text_of([getattr(part, "items", getattr(part, "text", "")) for part in letter.parts])
    assert "Kerra" not in words and f"did not agree: {len(back)}" in words
    assert request.held_back.count() == len(back)


@pytest.mark.django_db
def test_facts_about_the_person_need_no_second_look_and_what_was_written_freely_does() -> None:
    kinds = {item.place[0]: item.words for item in to_look_over(held_about(full().pk).as_data())}
    assert {"people.relationship", "people.capacitydecision", "people.accessreason"} <= set(kinds)
    assert not {"people.name", "people.address", "people.contactdetail", "people.identifier"} & set(kinds)


@pytest.mark.django_db
def test_history_tells_what_stood_there_before_and_not_what_stands() -> None:
    one = full()
    actions.change_home(by=SYSTEM, at=AT.replace(month=3), person=one, lines="9 New Road", postcode="ZX1 1AA")
    actions.change(by=SYSTEM, at=AT.replace(month=3), person=one, language="welsh")
    past = next(section for section in held_about(one.pk).trail if section.kind == "core.history")
    said = {row["field"]: row["value"] for row in past.rows if row["what"] == "people.person"}
    assert said["language"] == "polish" and "name" not in said and "nhs_number" not in said


@pytest.mark.django_db
def test_whoever_is_restricted_is_on_neither_side_of_anybodys_answer() -> None:
    one, hidden = full(), somebody(given="Hidden", family="Secretson")
    actions.add_relationship(by=SYSTEM, at=AT, person=one, kind="family", other=hidden, starts_on=SINCE)
    actions.add_relationship(by=SYSTEM, at=AT, person=hidden, kind="carer", other=one, starts_on=SINCE)
    before = text_of(held_about(one.pk).as_data())
    assert "Hidden Secretson" in before and "people.named_in" in before
    actions.restrict(by=SYSTEM, at=AT, person=hidden, users=[user("link_worker")], starts_on=SINCE)
    after = text_of(held_about(one.pk).as_data())
    assert "Secretson" not in after and str(hidden.pk) not in after and "people.named_in" not in after


@pytest.mark.django_db
def test_somebody_else_who_has_a_record_is_never_named_as_having_one() -> None:
    one, other = full(), somebody(given="Other", family="Recordson")
    actions.add_relationship(by=SYSTEM, at=AT, person=other, kind="carer", other=one, starts_on=SINCE)
    held = held_about(one.pk).as_data()
    named = next(section for section in held["trail"] if section["kind"] == "people.named_in")
    assert named["rows"] == [{"kind": "carer", "starts_on": "2026-01-01", "ends_on": None}]
    assert "Recordson" not in text_of(held) and str(other.pk) not in text_of(held)


@pytest.mark.django_db
def test_the_record_that_was_merged_away_is_told_too() -> None:
    kept, gone = somebody(lines="1 Elm Lane"), somebody(given="Wena", lines="2 Oak Lane")
    merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
    held = held_about(gone.pk)
    assert "2 Oak Lane" in text_of([vars_of(one) for one in held.behind])
    assert "Wena" in text_of([vars_of(one) for one in held.record])


@pytest.mark.django_db
@pytest.mark.parametrize("earlier", [0, 1])
def test_of_two_open_requests_the_earlier_one_is_answered_after_a_merge(earlier: int) -> None:
    pair = [somebody(), somebody(given="Wena")]
    for number, one in enumerate(pair):
        day = days_ago(20 if number == earlier else 10)
        ask(by=SYSTEM, at=moment(today()), person=one.pk, how="told", asked_on=day)
    merge(by=SYSTEM, at=AT, kept=pair[0].pk, gone=pair[1].pk)
    assert SubjectRequest.objects.get(person=pair[0]).asked_on == days_ago(20)


def vars_of(section: Any) -> Any:
    return [section.kind, section.rows]


@pytest.mark.parametrize(
    ("asked", "due", "longest"),
    [
        (date(2026, 1, 30), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2026, 2, 1), date(2026, 3, 1), date(2026, 5, 1)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 4, 30)),
        (date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31)),
    ],
)
def test_a_month_ends_on_the_same_day_of_the_next_or_on_its_last(asked: date, due: date, longest: date) -> None:
    assert (due_after(asked), longest_after(asked)) == (due, longest)


@pytest.mark.django_db
def test_asking_twice_is_one_request_and_more_time_needs_a_reason_within_the_month() -> None:
    one = somebody()
    asked = ask(by=SYSTEM, at=moment(today()), person=one.pk, how="online")
    assert ask(by=SYSTEM, at=moment(today()), person=one.pk, how="letter").pk == asked.pk
    with pytest.raises(ValidationError) as refused:
        take_longer(by=SYSTEM, at=moment(today()), request=asked, until=asked.due_on, why=" ")
    assert set(refused.value.message_dict) == {"until", "why"}
    take_longer(by=SYSTEM, at=moment(today()), request=asked, until=longest_after(asked.asked_on), why="Many papers")
    late = ask(by=SYSTEM, at=moment(today()), person=somebody(given="Late").pk, how="told", asked_on=days_ago(40))
    with pytest.raises(ValidationError, match="first month is over"):
        take_longer(by=SYSTEM, at=moment(today()), request=late, until=today(), why="Many papers")


@pytest.mark.django_db
def test_nothing_goes_out_unchecked_changed_since_or_checked_by_the_person_themselves() -> None:
    one, checker = full(), user("link_worker")
    asked = ask(by=SYSTEM, at=moment(today()), person=one.pk, how="told")
    with pytest.raises(ValidationError, match="Check the answer"):
        hand_over(by=SYSTEM, at=moment(today()), request=asked)
    seen = digest_of(held_about(one.pk).as_data())
    actions.change_contact(by=SYSTEM, at=AT, person=one, kind="telephone", value="01632 960123")
    with pytest.raises(ValidationError, match="has changed since"):
        check(by=SYSTEM, at=moment(today()), request=asked, checker=checker, back={}, seen=seen)
    actions.link_account(by=SYSTEM, at=AT, person=one, user=checker, starts_on=SINCE)
    with pytest.raises(ValidationError, match="your own record"):
        seen = digest_of(held_about(one.pk).as_data())
        check(by=SYSTEM, at=moment(today()), request=asked, checker=checker, back={}, seen=seen)


def test_holding_back_what_is_not_there_is_refused() -> None:
    held = {"record": [{"kind": "people.name", "rows": [{"whole": "W"}]}], "trail": [], "behind": []}
    with pytest.raises(KeyError):
        without(held, {("people.name", 1, "whole"): "harm"})


@pytest.mark.django_db
def test_a_move_is_recorded_with_the_files_own_checksum() -> None:
    one, worker = full(), user("link_worker")
    made, document = hand_to_council(
        by=SYSTEM, at=moment(today()), person=one, user=worker, council="Othershire", moves_on=today()
    )
    assert made.checksum == document["checksum"] == checksum(document)
    assert Move.objects.get().council == "Othershire" and "people.move" not in text_of(document)
    with pytest.raises(ValidationError):
        hand_to_council(by=SYSTEM, at=moment(today()), person=one, user=worker, council=" ", moves_on=today())


@pytest.mark.django_db(transaction=True)
def test_an_export_while_a_merge_runs_waits_and_then_sees_it_whole() -> None:
    kept, gone = somebody(mobile="07700 900111"), somebody(given="Wena", telephone="01632 960222")
    merged, found = threading.Event(), []

    def exporting() -> None:
        try:
            merged.wait(10)
            found.append(text_of(held_about(gone.pk).as_data()))
        finally:
            connection.close()

    reader = threading.Thread(target=exporting)
    reader.start()
    with transaction.atomic():
        merge(by=SYSTEM, at=AT, kept=kept.pk, gone=gone.pk)
        merged.set()
        reader.join(0.5)
        assert not found, "it waits for the merge"
    reader.join(20)
    assert "07700 900111" in found[0] and "01632 960222" in found[0]
