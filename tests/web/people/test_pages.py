"""The register's pages: what is shown, what is written, what is said when it cannot be."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.test import Client
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.people import queries
from marketcross.web.people.actions import assign, link_account, record_capacity, restrict
from marketcross.web.people.fields import FIELDS
from marketcross.web.people.forms.correcting import FORMS
from marketcross.web.people.models import (
    CapacityDecision,
    Consent,
    EqualityAnswer,
    LawfulBasis,
    LibertyAuthorisation,
    Person,
    Relationship,
    SharingWish,
)
from marketcross.web.people.queries import may

from ..test_reading_age import HARDEST, grade, sentences
from .making import AT, NHS, SINCE, days_ago, signed_in, somebody, team_of, today, user

pytestmark = pytest.mark.django_db
SHORTEST_SHOWN = 60  # words: these pages are short, and still judged


@pytest.fixture
def worker() -> User:
    return user("practitioner", "worker")


@pytest.fixture
def person(worker: User) -> Person:
    made = somebody(born_on=date(1948, 5, 17), lines="1 Mill Lane", postcode="ZX1 1AA", nhs_number=NHS)
    assign(by=SYSTEM, at=AT, person=made.pk, user=worker, starts_on=SINCE)
    return made


@pytest.fixture
def client(worker: User) -> Client:
    return signed_in(worker)


def page(name: str, person: Person, *more: Any) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_every_page_of_a_person_opens(client: Client, person: Person) -> None:
    for name in ("person", "relationship_added", "capacity", "liberty", "equalities", "sharing", "team", "restricted"):
        assert "Tolgarth" in text(client, page(name, person))
    for field in FORMS:
        assert "From when is this true?" in text(client, page("correct", person, field)) or field in {
            "born_on",
            "died_on",
        }
    for field in FIELDS:
        text(client, page("history", person, field))
    assert client.get(page("correct", person, "return-id")).status_code == 404


@pytest.mark.parametrize(
    ("field", "sent", "shown"),
    [
        ("name", {"given": "Wenna", "family": "Pascoe"}, "Wenna Pascoe"),
        ("home", {"lines": "2 High Street", "postcode": "zx11ab"}, "ZX1 1AB"),
        ("home", {"no_fixed_address": "on"}, "No fixed address"),
        ("mobile", {"value": "07700 900123", "preferred": "on", "safe": "no"}, "do not leave a message"),
        ("email", {"value": "a@example.org"}, "a@example.org"),
        ("language", {"language": "polish"}, "Polish"),
        ("interpreter", {"interpreter": "on"}, "They need an interpreter."),
        ("access_needs", {"access_needs": ["braille", "no_telephone"]}, "They cannot use a telephone."),
        ("reach_by", {"reach_by": "letter"}, "By letter"),
        ("sex", {"sex": "female"}, "Female"),
        ("nhs_number", {"nhs_number": "999 000 0026"}, "999 000 0026"),
        ("gp", {"practice": "The Surgery", "code": "A12345"}, "The Surgery A12345"),
    ],
)
def test_each_field_is_corrected_from_a_day_on(
    client: Client, person: Person, field: str, sent: dict[str, Any], shown: str
) -> None:
    answer = client.post(page("correct", person, field), {**sent, "starts_on": days_ago(3).isoformat()})
    assert answer.status_code == 302 and shown in text(client, page("person", person))
    history = text(client, page("history", person, field))
    assert "Known since" in history


def test_a_birth_is_corrected_for_all_time_and_a_death_is_an_alert(client: Client, person: Person) -> None:
    client.post(page("correct", person, "born_on"), {"born_on": "1949-05-17"})
    assert "17 May 1949" in text(client, page("person", person))
    client.post(page("correct", person, "died_on"), {"died_on": days_ago(1).isoformat()})
    assert "Do not write to them" in text(client, page("person", person))
    wrong = client.post(page("correct", person, "died_on"), {"died_on": "1940-01-01"})
    assert "before the birth" in wrong.content.decode()


def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_kept(client: Client, person: Person) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    late = client.post(page("correct", person, "language"), {"language": "polish", "starts_on": tomorrow})
    assert "cannot be in the future" in late.content.decode()
    number = client.post(page("correct", person, "nhs_number"), {"nhs_number": "1", "starts_on": "2026-03-01"})
    assert "not an NHS number" in number.content.decode()
    person.refresh_from_db()
    assert person.language == "" and NHS[:3] in text(client, page("person", person))


def test_a_person_is_added_after_a_second_look(client: Client, worker: User) -> None:
    facts = {"given": "Perran", "family": "Chegwin", "born_on": days_ago(17 * 365).isoformat(), "sex": "unknown"}
    first = client.post(reverse("people:add"), facts)
    assert "They are under 18" in first.content.decode() and not Person.objects.exists()
    second = client.post(reverse("people:add"), facts | {"sure": "on"})
    assert second.status_code == 302
    assert may(worker, Person.objects.get().pk, today()) == {"assigned"}


def test_somebody_who_may_be_there_already_is_shown_but_none_who_is_restricted(client: Client, worker: User) -> None:
    there = somebody(given="Perran", family="Chegwin", born_on=date(1950, 3, 4))
    facts = {"given": "Perran", "family": "Chegwin", "born_on": "1950-03-04", "sex": "unknown"}
    assert str(there.pk) in client.post(reverse("people:add"), facts).content.decode()
    restrict(by=SYSTEM, at=AT, person=there, users=[user("practitioner", "named")], starts_on=SINCE)
    answer = client.post(reverse("people:add"), facts)
    assert answer.status_code == 302 and Person.objects.count() == 2


def test_an_attorney_needs_a_scope_a_paper_and_may_end(client: Client, person: Person) -> None:
    sent = {"kind": "attorney", "outside_name": "Jory Pascoe", "starts_on": days_ago(5).isoformat()}
    assert "Choose what they may decide about" in client.post(page("relationship_added", person), sent).content.decode()
    client.post(page("relationship_added", person), sent | {"scope": ["health_and_welfare"]})
    kin = Relationship.objects.get()
    assert "No paper has been seen yet" in text(client, page("person", person))
    one = page("relationship", person, kin.pk)
    client.post(one, {"evidence": "Stamped power", "seen_on": days_ago(1).isoformat()})
    assert "Seen: Stamped power" in text(client, page("person", person))
    assert "after the start" in client.post(one, {"ends_on": days_ago(5).isoformat()}).content.decode()
    client.post(one, {"ends_on": today().isoformat()})
    assert "Their authority has ended" in text(client, page("person", person))


def test_capacity_is_about_one_decision_and_liberty_has_an_end(client: Client, person: Person) -> None:
    said = {"decision": "Where to live", "has_capacity": "no", "best_interests": "Her flat", "decided_on": "2026-03-01"}
    client.post(page("capacity", person), said)
    assert CapacityDecision.objects.get().best_interests == "Her flat"
    both = client.post(page("capacity", person), said | {"has_capacity": "yes"})
    assert "leave best interests empty" in both.content.decode()
    start = days_ago(2)
    urgent = {"kind": "urgent", "authority": "Made Council", "starts_on": start.isoformat()}
    for days, kept in ((14, True), (15, False)):
        answer = client.post(page("liberty", person), urgent | {"ends_on": (start + timedelta(days=days)).isoformat()})
        assert (answer.status_code == 302) is kept
    shown = text(client, page("person", person))
    assert "For some decisions they were found to lack capacity" in shown and "Their liberty is restricted" in shown
    row = LibertyAuthorisation.objects.get()
    client.post(page("liberty_ended", person, row.pk), {"ends_on": today().isoformat()})
    assert "Their liberty is restricted" not in text(client, page("person", person))


def test_who_they_are_is_asked_once_and_not_wanting_to_say_is_an_answer(client: Client, person: Person) -> None:
    client.post(page("equalities", person), {"religion": "none", "ethnicity": "declined"})
    held = {row.question: (row.answer, row.declined) for row in EqualityAnswer.objects.all()}
    assert held == {"religion": ("none", False), "ethnicity": ("", True)}
    assert "Last asked on" in text(client, page("equalities", person))
    events = AuditEvent.objects.filter(action="people.equality_answered").count()
    client.post(page("equalities", person), {"religion": "none", "ethnicity": ""})
    assert AuditEvent.objects.filter(action="people.equality_answered").count() == events
    assert EqualityAnswer.objects.count() == 2


def test_wishes_consent_and_purposes_are_noted_with_days(client: Client, person: Person) -> None:
    client.post(page("sharing", person), {"wish_gp": "share", "agreed": ["news"], "used": ["carers"]})
    assert SharingWish.objects.get().wish == "share" and LawfulBasis.objects.get().purpose == "carers"
    assert "Care Act 2014, sections 10, 20 and 25" in text(client, page("sharing", person))
    client.post(page("sharing", person), {"wish_gp": "do_not_share", "agreed": [], "used": ["carers"]})
    assert Consent.objects.get().withdrawn_on == today() and SharingWish.objects.get().wish == "do_not_share"


def test_a_colleague_and_a_team_are_set_beside_somebody_and_ended(client: Client, person: Person, worker: User) -> None:
    colleague = user("link_worker", "colleague")
    client.post(page("team", person), {"email": colleague.email, "part": "link_worker"})
    assert may(colleague, person.pk, today()) == {"assigned"}
    again = client.post(page("team", person), {"email": colleague.email, "part": "lead"})
    assert "They work beside this person already" in again.content.decode()
    nobody = client.post(page("team", person), {"email": "nobody@example.org", "part": "lead"})
    assert "Nobody who works beside people here has this address" in nobody.content.decode()
    member = user("practitioner", "member")
    team = team_of(by=SYSTEM, at=AT, name="South", users=(member,))
    client.post(page("team", person), {"team": str(team.pk)})
    assert may(member, person.pk, today()) == {"same_team"}
    own = person.assignments.get(user=worker)
    assert client.post(page("team", person), {"end": str(own.pk)}).url == reverse("people:mine")
    assert client.get(page("person", person)).status_code == 404


def test_a_record_is_restricted_named_for_and_lifted_on_its_page(client: Client, person: Person, worker: User) -> None:
    client.post(page("restricted", person), {"restrict": "yes"})
    other = user("practitioner", "other")
    client.post(page("restricted", person), {"email": other.email})
    assert may(other, person.pk, today()) == {"other"} and may(worker, person.pk, today()) == {"assigned", "other"}
    first, second = person.named.get(user=worker), person.named.get(user=other)
    client.post(page("naming_ended", person, second.pk))
    last = client.post(page("naming_ended", person, first.pk))
    assert "Name somebody else first" in last.content.decode()
    client.post(page("restricted", person), {"lift": "yes"})
    person.refresh_from_db()
    assert not person.restricted


def test_a_key_that_was_merged_away_leads_to_the_record_that_was_kept(client: Client, person: Person) -> None:
    from marketcross.web.core.actions import action, note

    gone = somebody(given="Gone")

    @action("test.led_on")
    def lead(*, by: Any, at: Any) -> None:
        gone.merged_into = person
        gone.save(update_fields=["merged_into"])
        note(gone)

    lead(by=SYSTEM, at=AT)
    assert client.get(page("person", gone)).url == page("person", person)
    assert queries.current(gone.pk) == person.pk and queries.return_id_of(gone.pk) == person.return_id


def test_a_name_with_a_script_in_it_runs_nothing(worker: User) -> None:
    named = somebody(given="<script>alert(1)</script>")
    assign(by=SYSTEM, at=AT, person=named.pk, user=worker, starts_on=SINCE)
    for address in (page("person", named), reverse("people:mine"), page("history", named, "name")):
        shown = text(signed_in(worker), address)
        assert "<script>alert" not in shown and "&lt;script&gt;alert" in shown


@pytest.mark.parametrize("address", ["my_record", "my_looks", "my_parts", "my_lendings"])
def test_a_persons_own_pages_are_easy_to_read(person: Person, worker: User, address: str) -> None:
    owner = user("resident")
    link_account(by=SYSTEM, at=AT, person=person, user=owner, starts_on=SINCE)
    record_capacity(
        by=SYSTEM, at=AT, person=person, decision="Where to live", has_capacity=False, decided_on=SINCE,
        decided_by=worker, best_interests="Her own flat",
    )  # fmt: skip
    said = sentences(text(signed_in(owner), reverse(f"people:{address}")))
    assert sum(map(len, said)) > SHORTEST_SHOWN and grade(said) <= HARDEST, grade(said)


def test_an_account_without_a_record_is_told_what_to_do() -> None:
    owner = signed_in(user("resident"))
    for address in ("my_record", "my_looks", "my_parts", "my_lendings"):
        assert "not linked your account" in text(owner, reverse(f"people:{address}"))


def test_every_row_of_the_retention_schedule_names_a_record_and_a_reason(root: Path) -> None:
    rows = yaml.safe_load((root / "src/marketcross/web/people/retention.yaml").read_text(encoding="utf-8"))
    tables = {model._meta.verbose_name.replace(" ", "_") for model in apps.get_app_config("people").get_models()}
    named = [row["record"] for row in rows]
    assert len(named) == len(set(named)) and all(
        sum(row["kept"].values()) > 0 and row["from"] and row["why"] for row in rows
    )
    assert {name for name in named if not any(name.startswith(table) for table in tables)} == set()
