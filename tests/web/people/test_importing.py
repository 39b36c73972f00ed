"""Somebody comes from another council: their file is checked as a whole, judged by a person, and taken in or not."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketcross.web.core.actor import SYSTEM
from marketcross.web.people import actions
from marketcross.web.people.exporting.file import as_bytes, checksum, for_another_council
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.importing import BadFile, look_alikes, read, take_in
from marketcross.web.people.merging.acting import unmerge
from marketcross.web.people.models import (
    Address,
    Merge,
    Move,
    Name,
    NamedForRestricted,
    Person,
    ReceivedRow,
    Relationship,
)
from marketcross.web.people.queries import may
from marketcross.web.people.views.received import came_with

from .making import AT, NHS, SINCE, somebody, today, user
from .test_exporting import full

ON = date(2026, 11, 22)


def document(one: Person) -> dict[str, Any]:
    return for_another_council(held_about(one.pk), on=ON)


def signed(changed: dict[str, Any]) -> bytes:
    """The file with a checksum that fits: whoever sends nonsense can reckon too."""
    return as_bytes(changed | {"checksum": checksum(changed)})


def rows(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return next(section["rows"] for section in made["record"] if section["kind"] == kind)


class Elsewhere(Exception):
    """Leaves the other council's register as it was."""


def from_elsewhere(make: Any) -> dict[str, Any]:
    """The file of somebody who is in another register, and not in this one."""
    found: list[dict[str, Any]] = []
    try:
        with transaction.atomic():
            found.append(document(make()))
            raise Elsewhere
    except Elsewhere:
        return found[0]


def taken(made: dict[str, Any], **more: Any) -> Person:
    return take_in(by=SYSTEM, at=AT, reading=read(as_bytes(made)), moves_on=today(), **more)


@pytest.mark.django_db
def test_what_goes_out_comes_in_and_goes_out_again_the_same() -> None:
    made = from_elsewhere(full)
    one = taken(made)
    again = document(one)
    assert again["record"] == made["record"] and again["checksum"] == made["checksum"]
    assert Relationship.objects.get(person=one).evidence == "", "an authority is shown here when we have seen its paper"
    assert ReceivedRow.objects.filter(person=one, kind="people.evidence").exists()
    assert Move.objects.get(person=one).checksum == made["checksum"]


PERSON = st.fixed_dictionaries(
    {
        "given": st.sampled_from(
            ["Wenna", "李", "<script>alert(1)</script>", "O’Brien", "'; DROP TABLE people_name; --", "מ"]
        ),
        "born_on": st.sampled_from([None, date(2000, 2, 29), date(1948, 5, 17)]),
        "lines": st.sampled_from(["", "1 Mill Lane\nMadetown", "=cmd|' /C calc'!A0"]),
        "mobile": st.sampled_from(["", "07700 900111"]),
        "email": st.sampled_from(["", "w@example.org"]),
        "nhs_number": st.sampled_from(["", NHS]),
        "language": st.sampled_from(["", "polish"]),
        "no_fixed_address": st.booleans(),
    }
)
MORE = st.lists(
    st.sampled_from(["name", "home", "kin", "wish", "answer", "gp", "part", "capacity", "consent", "liberty"]),
    unique=True,
)


def built(facts: dict[str, Any], more: list[str]) -> Person:
    one = somebody(**facts)
    said: dict[str, Any] = {
        "name": lambda: actions.change_name(by=SYSTEM, at=AT, person=one, given="Old", family="Name", kind="former"),
        "home": lambda: actions.change_home(by=SYSTEM, at=AT.replace(month=3), person=one, lines="9 New Road"),
        "kin": lambda: actions.add_relationship(
            by=SYSTEM, at=AT, person=one, kind="family", other=somebody(given="Kin"), starts_on=SINCE
        ),
        "wish": lambda: actions.say_wish(by=SYSTEM, at=AT, person=one, about="gp", wish="share", on=SINCE),
        "answer": lambda: actions.answer_equality(
            by=SYSTEM, at=AT, person=one, question="religion", answer="", declined=True, on=SINCE
        ),
        "gp": lambda: actions.change_gp(by=SYSTEM, at=AT, person=one, practice="Elm Surgery", code="A12345"),
        "part": lambda: actions.keep_part(
            by=SYSTEM, at=AT, person=one, part="contact", kept_from="internet", on=SINCE
        ),
        "capacity": lambda: actions.record_capacity(
            by=SYSTEM, at=AT, person=one, decision="Money", has_capacity=True, decided_on=SINCE,
            decided_by=user("practitioner"),
        ),
        "consent": lambda: actions.agree(by=SYSTEM, at=AT, person=one, purpose="news", on=SINCE),
        "liberty": lambda: actions.authorise_liberty(
            by=SYSTEM, at=AT, person=one, kind="standard", authority="Council", starts_on=SINCE,
            ends_on=date(2026, 12, 1), conditions="A walk a day",
        ),
    }  # fmt: skip
    for name in more:
        said[name]()
    return one


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=PERSON, more=MORE)
def test_the_round_trip_holds_for_whatever_is_held(facts: dict[str, Any], more: list[str]) -> None:
    made = from_elsewhere(lambda: built(facts, more))
    try:
        with transaction.atomic():
            assert document(taken(made))["record"] == made["record"]
            raise Elsewhere
    except Elsewhere:
        pass


@pytest.mark.django_db
def test_everything_wrong_is_said_at_once_and_nothing_is_kept() -> None:
    made = from_elsewhere(full)
    rows(made, "people.person")[0] |= {"born_on": "2027-13-45", "sex": "other", "shoe": 42}
    rows(made, "people.name")[0] |= {"whole": "W\x00enna", "starts_on": 5}
    rows(made, "people.identifier")[0]["value"] = "9990000019"
    del rows(made, "people.address")[0]["postcode"]
    rows(made, "people.consent")[0]["words"] = "\x1b[2J"
    made["record"] += [{"kind": "people.assignment", "rows": []}, {"kind": "people.name", "rows": []}]
    with pytest.raises(BadFile) as refused:
        read(as_bytes(made))
    said = "\n".join(refused.value.problems)
    for place in (
        "checksum:", "people.person[0].'shoe'", "people.person[0].born_on", "people.person[0].sex",
        "people.name[0].whole", "people.name[0].starts_on", "people.identifier[0].value: is no NHS number",
        "people.address[0].postcode: is missing", "people.consent[0].words", "people.assignment: this kind",
        "people.name: stands twice",
    ):  # fmt: skip
        assert place in said, said
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": "marketcross-person"}', b"NaN",
        b'{"format": "marketcross-person", "format": "marketcross-person", "version": 1}',
        b'{"format": "marketcross-person", "version": 2}',
        b'{"format": "marketcross-person", "version": 1, "record": "x", "council": "\\ud800"}',
        b'{"format": "marketcross-person", "version": 1, "record": [{"kind": "core.user", "rows": [1]}]}',
        b" " * 10_485_761,
    ],
    ids=range(12),
)  # fmt: skip
def test_what_is_no_such_file_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(BadFile) as refused:
        read(content)
    assert all(problem.strip() for problem in refused.value.problems)


@pytest.mark.django_db
def test_an_unknown_kind_is_kept_as_it_came_and_deep_or_endless_values_are_refused() -> None:
    made = from_elsewhere(full)
    made["record"].append({"kind": "budgets.holding", "rows": [{"held_as": "x", "pence": 5}]})
    one = taken(made | {"checksum": checksum(made)})
    assert rows(document(one), "budgets.holding") == [{"held_as": "x", "pence": 5}]
    deep: Any = "x"
    for _ in range(30):
        deep = [deep]
    made["record"][-1]["rows"] = [{"deep": deep, "long": "y" * 30_000, "1name": 1}]
    with pytest.raises(BadFile) as refused:
        read(signed(made))
    assert len(refused.value.problems) == 3


@pytest.mark.django_db
def test_what_the_tables_refuse_leaves_nothing_half_done() -> None:
    made = from_elsewhere(full)
    second = dict(rows(made, "people.address")[0]) | {"lines": "2 Other Road"}
    rows(made, "people.address").append(second)
    with pytest.raises(ValidationError, match="do not fit together"):
        take_in(by=SYSTEM, at=AT, reading=read(signed(made)), moves_on=today())
    assert not Person.objects.exists() and not Move.objects.exists() and not ReceivedRow.objects.exists()


@pytest.mark.django_db
def test_the_same_file_twice_and_a_number_that_is_borne_are_refused() -> None:
    made = from_elsewhere(full)
    taken(made)
    with pytest.raises(ValidationError, match="taken in before"):
        taken(made)
    other = json.loads(json.dumps(made))
    other["made_on"] = "2026-11-21"
    with pytest.raises(ValidationError, match="bears one of these numbers"):
        taken(other | {"checksum": checksum(other)})


@pytest.mark.django_db
def test_who_may_be_the_same_is_shown_but_nobody_who_is_restricted() -> None:
    made = from_elsewhere(full)
    reader = user("link_worker")
    near = somebody(given="Wena", family="Tolgarth", born_on=date(1948, 5, 17))
    hidden = somebody(born_on=date(1948, 5, 17))
    actions.restrict(by=SYSTEM, at=AT, person=hidden, users=[user("practitioner", "Named")], starts_on=SINCE)
    assert [one.id for one in look_alikes(read(as_bytes(made)), reader, today())] == [near.pk]


@pytest.mark.django_db
def test_a_joined_record_is_one_with_the_other_and_can_be_parted_again() -> None:
    made = from_elsewhere(full)
    here = somebody(nhs_number=NHS, lines="7 Quay Street")
    assert taken(made, join=here.pk).pk == here.pk
    assert Name.objects.filter(person=here).exists() and Move.objects.filter(person=here).exists()
    assert ReceivedRow.objects.filter(person=here).exists()
    unmerge(by=SYSTEM, at=AT, merge=Merge.objects.get())
    assert Address.objects.get(person=here).lines == "7 Quay Street"
    assert not ReceivedRow.objects.filter(person=here).exists()


@pytest.mark.django_db
def test_what_cannot_be_joined_is_not_taken_in_either() -> None:
    made = from_elsewhere(lambda: somebody(nhs_number="9990000026"))
    here = somebody(nhs_number=NHS)
    with pytest.raises(ValidationError, match="different NHS numbers"):
        taken(made, join=here.pk)
    assert list(Person.objects.all()) == [here] and not Move.objects.exists()


@pytest.mark.django_db
def test_somebody_in_hiding_stays_hidden_and_whoever_takes_them_in_can_open_the_record() -> None:
    def hiding() -> Person:
        one = full()
        actions.restrict(by=SYSTEM, at=AT, person=one, users=[user("practitioner", "There")], starts_on=SINCE)
        return one

    made = from_elsewhere(hiding)
    worker, other = user("practitioner"), user("link_worker")
    one = taken(made, user=worker)
    assert Person.objects.get(pk=one.pk).restricted and NamedForRestricted.objects.get().user == worker
    assert may(worker, one.pk, today()) and not may(other, one.pk, today())


@pytest.mark.django_db
def test_a_power_cut_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made = from_elsewhere(full)

    def cut(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("marketcross.web.people.importing.taking_in.keep", cut)
    with pytest.raises(KeyboardInterrupt):
        taken(made)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_the_command_says_who_it_may_be_and_writes_only_when_somebody_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from marketcross.cli.people import _imported

    file = tmp_path / "person.json"
    file.write_bytes(as_bytes(from_elsewhere(full)))
    worker = user("practitioner")
    near = somebody(given="Wena", family="Tolgarth", born_on=date(1948, 5, 17))
    said = _imported(file, worker.email, None, decided=False, moves_on=None)
    assert str(near.pk) in said and "Nothing was written" in said and Person.objects.count() == 1
    for email, content in ((worker.email, b"{}"), ("nobody@example.org", file.read_bytes())):
        other = tmp_path / "other.json"
        other.write_bytes(content)
        with pytest.raises(SystemExit) as status:
            _imported(other, email, None, decided=True, moves_on=None)
        assert status.value.code == 2 and capsys.readouterr().err.strip()
    assert _imported(file, worker.email, None, decided=True, moves_on=None).startswith("taken in: ")
    assert Person.objects.count() == 2


@pytest.mark.django_db
def test_whatever_came_can_be_told_in_words() -> None:
    made = from_elsewhere(full)
    strange = {"purpose": {"a": [1]}, "starts_on": "9999-99-99T99:99:99Z", "ends_on": "0001-01-01T00:00:00Z", "x": [{}]}
    made["record"].append({"kind": "people.lawfulbasis", "rows": [strange]})
    one = take_in(by=SYSTEM, at=AT, reading=read(signed(made)), moves_on=today())
    told = [line for section in came_with(one.pk) for line in section["rows"]]
    assert any("9999-99-99T99:99:99Z" in line for line in told)
