"""Load a made borough: all of it with every constraint, found at once, or nothing and every bad line named."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from marketcross.cli._made_folder import write_made
from marketcross.cli._made_postcodes import postcodes_of_folder
from marketcross.synth.people import plan
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import actions, queries
from marketcross.web.people.finding import find
from marketcross.web.people.finding.gathering import gathered
from marketcross.web.people.loading import BadFolder, Loaded, acting, load_people, read_borough
from marketcross.web.people.models import Address, Findable, FindingWord, Identifier, Name, Person, Relationship
from marketcross.web.places.actions import load_postcodes

pytestmark = pytest.mark.django_db
AT, ON = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 11, 22)


@pytest.fixture(scope="module", params=["csv", "parquet"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "borough"
    write_made(folder, plan(300, date(2026, 4, 1)), 1, request.param)
    return folder


def loaded(folder: Path) -> Loaded:
    load_postcodes(by=SYSTEM, at=AT, rows=postcodes_of_folder(folder))
    return load_people(by=SYSTEM, at=AT, borough=read_borough(folder))


@pytest.fixture
def finder() -> User:
    user = make_user(by=SYSTEM, at=AT, email="finder@example.org", name="Finder")
    give_role(by=SYSTEM, at=AT, user=user, role="practitioner", starts_on=date(2026, 1, 1))
    return user


def test_everybody_is_there_with_what_is_known_and_the_audit_has_one_event(made: Path) -> None:
    done = loaded(made)
    assert done.people == Person.objects.count() == Name.objects.count() == Address.objects.count() == 300
    assert done.relationships == Relationship.objects.count() > 0
    assert Identifier.objects.filter(system="nhs_number").count() == 300
    event = AuditEvent.objects.get(action="people.loaded")
    assert event.field_names == ["addresses", "contacts", "identifiers", "names", "people", "relationships"]
    assert AuditEvent.objects.exclude(action__in=["people.loaded", "places.postcodes_loaded"]).count() == 0


def test_each_is_as_their_row_says_and_lies_in_a_locality(made: Path) -> None:
    loaded(made)
    borough = read_borough(made)
    for row in borough.people[:40]:
        number = Identifier.objects.get(system="made_borough", value=row["person"])
        summary = queries.people([number.person_id], ON)[0]
        assert (summary.name, summary.born_on) == (row["name"], date.fromordinal(row["born"]))
        assert summary.locality.startswith("council")
    pair = borough.caring[0]
    tie = Relationship.objects.get(
        other__identifiers__value=pair["carer"], person__identifiers__value=pair["cared_for"]
    )
    assert tie.kind == "carer" and tie.other


def test_the_index_is_what_one_by_one_would_have_made_it(made: Path, finder: User) -> None:
    loaded(made)
    expected = gathered(Person.objects.all(), ON)
    held = {row.person_id: (set(row.keys), row.sorts_as) for row in Findable.objects.all()}
    assert held == {key: (one.keys, one.sorts_as) for key, one in expected.items()}
    words = {word for one in expected.values() for word in one.keys if word.isalpha()}
    assert words <= set(FindingWord.objects.values_list("word", flat=True))
    one = Name.objects.all()[7]
    assert one.person_id in [row.id for row in find(finder, one.whole, ON, 50)]


def test_a_loaded_person_is_changed_like_any_other(made: Path, finder: User) -> None:
    loaded(made)
    person = Person.objects.all()[3]
    before = queries.people([person.pk], ON)[0]
    actions.change_name(by=SYSTEM, at=datetime(2026, 11, 21, 9, tzinfo=UTC), person=person, given="Zebedee")
    assert [row.id for row in find(finder, "zebedee", ON)] == [person.pk]
    assert queries.people([person.pk], date(2026, 11, 20))[0].name == before.name


def test_twice_is_refused_with_every_line_and_changes_nothing(made: Path) -> None:
    loaded(made)
    with pytest.raises(BadFolder) as refused:
        loaded(made)
    assert len(refused.value.findings) == 600 and Person.objects.count() == 300
    assert "person is in the register already" in refused.value.findings[0]


Cells = dict[str, str]


@pytest.fixture
def bad(tmp_path: Path) -> Callable[..., Path]:
    """A good folder of three people with some cells changed."""
    write_made(tmp_path / "good", plan(3, date(2026, 4, 1)), 1, "csv")

    def changed(table: str, *changes: tuple[int, Cells]) -> Path:
        path = tmp_path / "good" / f"{table}.csv"
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        for line, cells in changes:
            rows[line - 2] |= cells
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path / "good"

    return changed


def found(folder: Path) -> list[str]:
    with pytest.raises(BadFolder) as refused:
        load_people(by=SYSTEM, at=AT, borough=read_borough(folder))
    assert not Person.objects.exists() and not Findable.objects.exists() and not FindingWord.objects.exists()
    return [one.removeprefix(f"{folder}/") for one in refused.value.findings]


def test_everything_that_is_wrong_is_said_at_once_with_its_line(bad: Callable[..., Path]) -> None:
    folder = bad(
        "people",
        (2, {"made": "no", "nhs_number": "9990000019", "born": "2027-01-01"}),
        (3, {"household": "MH99", "given_name": "", "family_name": "", "first_language": "klingon"}),
        (4, {"person": "MP00000001"}),
    )
    bad("households", (2, {"postcode": "nowhere"}))
    lines = {(int(one.split(":")[1]), one.split(": ", 1)[1].split(" ")[0]) for one in found(folder)}
    assert lines >= {(2, "made"), (2, "nhs_number"), (2, "born"), (3, "household"), (3, "given_name")}
    assert lines >= {(3, "first_language"), (4, "person"), (2, "postcode")}


def test_a_cell_that_means_nothing_is_named_before_anything_is_compared(bad: Callable[..., Path]) -> None:
    said = found(bad("people", (3, {"born": "31 February", "sex": "?"})))
    assert [one.split(":")[1] for one in said] == ["3", "3"] and all(one.startswith("people.csv:3: ") for one in said)


def test_a_table_that_is_missing_is_named(bad: Callable[..., Path]) -> None:
    folder = bad("people")
    (folder / "caring.csv").unlink()
    assert found(folder)[0].startswith("caring.csv:1: there is no such file")


def test_a_row_that_only_the_database_refuses_takes_everything_back(
    bad: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = bad("people", (2, {"nhs_number": "9990000019"}))
    monkeypatch.setattr(acting, "findings", lambda borough, on: [])
    with pytest.raises(IntegrityError, match="nhs_number_holds"), transaction.atomic():
        load_people(by=SYSTEM, at=AT, borough=read_borough(folder))
    assert not Person.objects.exists()


def test_names_that_try_something_are_only_names(bad: Callable[..., Path], finder: User) -> None:
    folder = bad(
        "people",
        (2, {"name": '<script>"x",\\N\n{}', "given_name": '<script>"x",\\N', "family_name": "{}"}),
        (3, {"name": "!!!", "given_name": "!!!", "family_name": ""}),
    )
    load_people(by=SYSTEM, at=AT, borough=read_borough(folder))
    assert Name.objects.filter(given='<script>"x",\\N', family="{}").count() == 1
    assert len(find(finder, "script", ON)) == 1 and len(find(finder, "!!!", ON)) == 1


def test_nobody_at_all_is_no_error(tmp_path: Path) -> None:
    write_made(tmp_path / "none", plan(0, date(2026, 4, 1)), 1, "csv")
    assert loaded(tmp_path / "none").people == 0
