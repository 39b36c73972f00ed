"""Who may see whom: own, lent, assigned, team, other, restricted; in pages, lists, counts, messages and errors."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, Message, User
from marketcross.web.core.models.role import Role
from marketcross.web.people import queries
from marketcross.web.people.actions import (
    add_relationship,
    assign,
    end_lending,
    end_naming,
    end_relationship,
    give_reason,
    lend,
    lift_restriction,
    link_account,
    name_for,
    record_death,
    restrict,
    see_evidence,
)
from marketcross.web.people.models import AccessReason, NamedForRestricted, Person
from marketcross.web.people.queries import may, mine, visible

from .making import AT, NHS, SINCE, days_ago, moment, signed_in, somebody, team_of, today, user

pytestmark = pytest.mark.django_db
BY: dict[str, Any] = {"by": SYSTEM, "at": AT}


@dataclass
class Cast:
    """One person, and one user for each way to stand to them."""

    person: Person
    users: dict[str, User]


@pytest.fixture
def cast() -> Cast:
    person = somebody(nhs_number=NHS, lines="1 Mill Lane", postcode="ZX1 1AA")
    users = {
        "own": user("resident"),
        "lent": user("representative"),
        "assigned": user("practitioner", "assigned"),
        "same_team": user("practitioner", "colleague"),
        "other": user("practitioner", "reasoned"),
        "none": user("practitioner", "stranger"),
        "neighbour": user("resident", "neighbour"),
        "administrator": user("administrator"),
        "auditor": user("auditor"),
        "link_worker": user("link_worker"),
    }
    link_account(**BY, person=person, user=users["own"], starts_on=SINCE)
    lend(**BY, person=person, user=users["lent"], starts_on=SINCE)
    assign(**BY, person=person.pk, user=users["assigned"], starts_on=SINCE)
    team_of(**BY, name="North", users=(users["assigned"], users["same_team"]))
    give_reason(by=SYSTEM, at=moment(today()), person=person, user=users["other"], reason="call", words="She rang")
    return Cast(person, users)


TRIED = ("assigned", "same_team", "other", "none")
WORKERS_OPEN = {"assigned", "same_team", "other"}


def opened(cast: Cast, route: str) -> set[str]:
    """Who gets the page of the person at this route."""
    address = reverse(f"people:{route}", args=[cast.person.pk])
    return {name for name, one in cast.users.items() if signed_in(one).get(address).status_code == 200}


# Each row: what is looked at, who finds the person there while nothing is restricted, and who does once the record is
# restricted and only the one who is assigned is named.
WAYS: list[tuple[str, Callable[[Cast], set[str]], set[str], set[str]]] = [
    ("relation", lambda cast: {n for n, u in cast.users.items() if may(u, cast.person.pk, today())},
     {"own", "lent"} | WORKERS_OPEN, {"own", "assigned"}),
    ("page", lambda cast: opened(cast, "person"), WORKERS_OPEN, {"assigned"}),
    ("page of a helper", lambda cast: opened(cast, "lent"), {"lent"}, set()),
    ("who looked", lambda cast: opened(cast, "who_looked"), {"assigned", "same_team"}, {"assigned"}),
    ("asking for a reason", lambda cast: opened(cast, "ask"), {"none", "link_worker"}, set()),
    ("list that may be found", lambda cast: {n for n, u in cast.users.items() if _in(visible(u, today()), cast)},
     {"own", "lent", "none", "link_worker"} | WORKERS_OPEN, {"own", "assigned"}),
    ("list of one's work", lambda cast: {n for n, u in cast.users.items() if _in(mine(u, today()), cast)},
     {"assigned", "same_team"}, {"assigned"}),
    ("count on a page", lambda cast: {n for n in TRIED if _counted(cast, n)},
     {"assigned", "same_team"}, {"assigned"}),
    ("own record", lambda cast: {n for n in ("own", "neighbour") if _reads_own(cast, n)}, {"own"}, {"own"}),
    ("workers told of", lambda cast: {n for n, u in cast.users.items() if u in queries.workers_of(cast.person.pk)},
     {"assigned"}, {"assigned"}),
    ("reasons of others", lambda cast: {n for n in TRIED if _reads_reasons(cast, n)},
     {"assigned", "same_team"}, {"assigned"}),
]  # fmt: skip


def _in(people: Any, cast: Cast) -> bool:
    return bool(people.filter(pk=cast.person.pk).exists())


def _counted(cast: Cast, name: str) -> bool:
    return "1 in this list" in signed_in(cast.users[name]).get(reverse("people:mine")).content.decode()


def _reads_own(cast: Cast, name: str) -> bool:
    return "Tolgarth" in signed_in(cast.users[name]).get(reverse("people:my_record")).content.decode()


def _reads_reasons(cast: Cast, name: str) -> bool:
    return "Tolgarth" in signed_in(cast.users[name]).get(reverse("people:reasons")).content.decode()


@pytest.mark.parametrize(("way", "found", "open_to", "restricted_to"), WAYS, ids=[way[0] for way in WAYS])
def test_every_way_to_a_record_is_open_to_those_whom_it_concerns(
    cast: Cast, way: str, found: Callable[[Cast], set[str]], open_to: set[str], restricted_to: set[str]
) -> None:
    assert found(cast) == open_to
    restrict(**BY, person=cast.person, users=[cast.users["assigned"]], starts_on=SINCE)
    assert found(cast) == restricted_to


def test_a_restricted_record_answers_like_one_that_does_not_exist(cast: Cast) -> None:
    restrict(**BY, person=cast.person, users=[cast.users["assigned"]], starts_on=SINCE)
    nobody = "0199e6a8-0000-7000-8000-000000000000"
    for name in ("same_team", "none", "administrator", "link_worker"):
        for route in ("person", "ask", "who_looked", "restricted"):
            client = signed_in(cast.users[name])
            real, made_up = (client.get(reverse(f"people:{route}", args=[key])) for key in (cast.person.pk, nobody))
            assert real.status_code == made_up.status_code in {403, 404}, (name, route)
            assert _without_token(real) == _without_token(made_up).replace(nobody, str(cast.person.pk))


def _without_token(page: Any) -> str:
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page.content.decode())


def test_a_restricted_record_still_counts_under_its_opaque_number(cast: Cast) -> None:
    before = (Person.objects.count(), queries.return_id_of(cast.person.pk))
    restrict(**BY, person=cast.person, users=[cast.users["assigned"]], starts_on=SINCE)
    assert (Person.objects.count(), queries.return_id_of(cast.person.pk)) == before
    assert before[1] != cast.person.pk


def test_whoever_is_restricted_is_not_named_on_somebody_elses_page(cast: Cast) -> None:
    hidden = somebody(given="Hidden", family="Carer")
    add_relationship(**BY, person=cast.person, kind="carer", other=hidden, starts_on=SINCE)
    page = reverse("people:person", args=[cast.person.pk])
    client = signed_in(cast.users["assigned"])
    assert "Hidden Carer" in client.get(page).content.decode()
    restrict(**BY, person=hidden, users=[cast.users["same_team"]], starts_on=SINCE)
    assert "Hidden Carer" not in client.get(page).content.decode()
    assert "Hidden Carer" in signed_in(cast.users["same_team"]).get(page).content.decode()
    own = signed_in(cast.users["own"]).get(reverse("people:my_record")).content.decode()
    assert "Tolgarth" in own and "Hidden Carer" not in own


def test_there_is_always_somebody_who_can_open_a_restricted_record(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="at least one"):
        restrict(**BY, person=cast.person, users=[], starts_on=SINCE)
    restrict(**BY, person=cast.person, users=[cast.users["assigned"]], starts_on=SINCE)
    only = NamedForRestricted.objects.get()
    with pytest.raises(ValidationError, match="Name somebody else first"):
        end_naming(**BY, named=only, on=today())
    name_for(**BY, person=cast.person, user=cast.users["none"], starts_on=SINCE)
    end_naming(**BY, named=only, on=today())
    assert may(cast.users["none"], cast.person.pk, today()) == {"other"}
    assert not may(cast.users["assigned"], cast.person.pk, today())


def test_lifting_opens_a_record_again_and_names_nobody_any_more(cast: Cast) -> None:
    restrict(**BY, person=cast.person, users=[cast.users["none"]], starts_on=SINCE)
    lift_restriction(**BY, person=cast.person, on=today())
    assert may(cast.users["same_team"], cast.person.pk, today()) == {"same_team"}
    assert not may(cast.users["none"], cast.person.pk, today())


# --- Reasons ----------------------------------------------------------------------------------------------------------
def test_a_reason_opens_at_once_ends_after_a_week_and_is_told(cast: Cast) -> None:
    stranger, before = cast.users["none"], Message.objects.count()
    client, page = signed_in(stranger), reverse("people:person", args=[cast.person.pk])
    assert client.get(page).status_code == 404
    asked = client.post(reverse("people:ask", args=[cast.person.pk]), {"reason": "covering", "words": "Bo is away"})
    assert asked.url == page and client.get(page).status_code == 200
    given = AccessReason.objects.get(user=stranger)
    assert [bool(may(stranger, cast.person.pk, today() + timedelta(days=days))) for days in (6, 7, 8)] == [
        True,
        False,
        False,
    ]
    told = Message.objects.order_by("pk")[before:]
    assert [message.to for message in told] == [cast.users["assigned"].email]
    assert all("Tolgarth" not in m.body + m.subject and "Bo is away" not in m.body for m in told)
    own = signed_in(cast.users["own"]).get(reverse("people:my_looks")).content.decode()
    assert "Bo is away" in own and stranger.name in own
    read = signed_in(cast.users["assigned"]).post(reverse("people:reason_read", args=[given.pk]))
    given.refresh_from_db()
    assert read.status_code == 302 and given.read_by == cast.users["assigned"]


def test_a_reason_needs_words_but_an_emergency_does_not_and_ends_tomorrow(cast: Cast) -> None:
    client, ask = signed_in(cast.users["none"]), reverse("people:ask", args=[cast.person.pk])
    assert "Say in a few words why" in client.post(ask, {"reason": "call"}).content.decode()
    assert client.post(ask, {"emergency": "yes"}).status_code == 302
    given = AccessReason.objects.get(user=cast.users["none"])
    assert given.emergency and (given.ends_on - given.starts_on).days == 2
    seen = signed_in(cast.users["assigned"]).get(reverse("people:reasons")).content.decode()
    assert "Emergency" in seen


def test_where_nobody_is_beside_a_person_the_auditors_are_told() -> None:
    lonely, auditor, stranger = somebody(), user("auditor"), user("practitioner")
    give_reason(by=Actor.of(stranger), at=moment(today()), person=lonely, user=stranger, reason="call", words="Rang")
    assert Message.objects.get().to == auditor.email


def test_nobody_reads_away_a_reason_about_people_who_are_not_theirs(cast: Cast) -> None:
    given = AccessReason.objects.get(user=cast.users["other"])
    answer = signed_in(cast.users["none"]).post(reverse("people:reason_read", args=[given.pk]))
    assert answer.status_code == 404


# --- Lending and authority --------------------------------------------------------------------------------------------
def test_a_representative_whose_authority_ended_sees_nothing(cast: Cast) -> None:
    attorney = user("representative", "attorney")
    kin = add_relationship(
        **BY,
        person=cast.person,
        kind="attorney",
        outside_name="Jory",
        scope=["health_and_welfare"],
        starts_on=days_ago(30),
    )
    with pytest.raises(ValidationError, match="which paper"):
        lend(**BY, person=cast.person, user=attorney, relationship=kin, starts_on=days_ago(30))
    see_evidence(**BY, relationship=kin, evidence="Stamped power", seen_on=days_ago(30), seen_by=cast.users["assigned"])
    lend(**BY, person=cast.person, user=attorney, relationship=kin, starts_on=days_ago(30))
    client, page = signed_in(attorney), reverse("people:lent", args=[cast.person.pk])
    assert client.get(page).status_code == 200
    end_relationship(**BY, relationship=kin, ends_on=today())
    held = [may(attorney, cast.person.pk, today() + timedelta(days=days)) for days in (-1, 0, 1)]
    assert held == [{"lent"}, frozenset(), frozenset()]
    assert client.get(page).status_code == 404
    assert "Tolgarth" not in client.get(reverse("people:helping")).content.decode()
    shown = signed_in(cast.users["assigned"]).get(reverse("people:person", args=[cast.person.pk])).content.decode()
    assert "Their authority has ended" in shown


def test_what_is_lent_ends_at_once_and_at_death(cast: Cast) -> None:
    helper, lending = cast.users["lent"], cast.person.lendings.get()
    record_death(**BY, person=cast.person, died_on=days_ago(1))
    assert not may(helper, cast.person.pk, today())
    record_death(**BY, person=cast.person, died_on=None)
    assert may(helper, cast.person.pk, today()) == {"lent"}
    end_lending(**BY, lending=lending, on=today())
    assert not may(helper, cast.person.pk, today())


def test_a_person_lends_and_ends_it_on_their_own_pages(cast: Cast) -> None:
    helper, client = user("outside_helper"), signed_in(cast.users["own"])
    page = reverse("people:my_lendings")
    words = {"email": helper.email, "kept_back": ["contact"]}
    known, unknown = client.post(page, words, follow=True), client.post(page, {"email": "x@example.org"}, follow=True)
    told = "If they have an account here"
    assert told in known.content.decode() and told in unknown.content.decode()
    seen = signed_in(helper).get(reverse("people:lent", args=[cast.person.pk])).content.decode()
    assert "Tolgarth" in seen and "Mill Lane" not in seen
    lending = cast.person.lendings.get(user=helper)
    assert (
        signed_in(cast.users["neighbour"]).post(reverse("people:my_lending_ended", args=[lending.pk])).status_code
        == 404
    )
    client.post(reverse("people:my_lending_ended", args=[lending.pk]))
    assert not may(helper, cast.person.pk, today())


def test_parts_are_kept_from_helpers_and_off_the_internet_and_only_staff_put_these_back(cast: Cast) -> None:
    own, parts, mine_ = signed_in(cast.users["own"]), reverse("people:my_parts"), reverse("people:my_record")
    helper, lent = signed_in(cast.users["lent"]), reverse("people:lent", args=[cast.person.pk])
    assert "Mill Lane" in own.get(mine_).content.decode() and "Mill Lane" in helper.get(lent).content.decode()
    own.post(parts, {"helpers": ["contact"]})
    assert "Mill Lane" in own.get(mine_).content.decode() and "Mill Lane" not in helper.get(lent).content.decode()
    own.post(parts, {"helpers": [], "internet": ["contact"]})
    assert "Mill Lane" not in own.get(mine_).content.decode() and "Mill Lane" not in helper.get(lent).content.decode()
    own.post(parts, {"helpers": [], "internet": []})
    assert "Mill Lane" not in own.get(mine_).content.decode()
    worker = signed_in(cast.users["assigned"])
    worker.post(reverse("people:part_shown", args=[cast.person.pk]), {"part": "contact"})
    assert "Mill Lane" in own.get(mine_).content.decode() and "Mill Lane" in helper.get(lent).content.decode()


def test_looks_are_noted_and_shown_to_the_person_by_name_or_by_role(cast: Cast, settings: Any) -> None:
    signed_in(cast.users["assigned"]).get(reverse("people:person", args=[cast.person.pk]))
    assert AuditEvent.objects.filter(action="record.seen", record_id=str(cast.person.pk)).count() == 1
    own, page = signed_in(cast.users["own"]), reverse("people:my_looks")
    assert cast.users["assigned"].name in own.get(page).content.decode()
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"who_looked": "roles"})
    by_role = own.get(page).content.decode()
    assert cast.users["assigned"].name not in by_role and "Practitioner" in by_role


# --- The table --------------------------------------------------------------------------------------------------------
def test_the_table_of_the_method_is_what_is_enforced(root: Path) -> None:
    """docs/method/people.md shows each address of the register and who may open it, in which relation."""
    text = (root / "docs/method/people.md").read_text(encoding="utf-8").partition("## Who sees what")[2]
    told = {}
    for line in text.partition("\n## ")[0].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0].startswith("`"):
            told[cells[0].strip("`")] = cells[1]
    enforced = {
        route: "; ".join(
            f"{Role(role).value}: {' '.join(sorted(relations))}" if relations else Role(role).value
            for role, relations in sorted(rule.roles.items())
        )
        for route, rule in all_rules().items()
        if route.startswith("people:")
    }
    assert told == enforced
