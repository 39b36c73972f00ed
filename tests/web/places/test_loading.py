"""Postcodes are loaded whole, once in the audit, and again without effect."""

from datetime import UTC, date, datetime
from itertools import islice

import pytest
from django.db import IntegrityError, connection, transaction

from marketcross.opendata.postcodes import LocalityKind, LocalityRow, PostcodeRow
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent
from marketcross.web.places.actions import load_postcodes, loading
from marketcross.web.places.models import Locality, Postcode, PostcodeLocality
from marketcross.web.places.queries import localities_of

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
NORTH = LocalityRow(LocalityKind.COUNCIL_LOCALITY, "north", "North")
SOUTH = LocalityRow(LocalityKind.COUNCIL_LOCALITY, "south", "South")
HEALTH = LocalityRow(LocalityKind.HEALTH_LOCALITY, "north", "North health")
ROWS = (
    PostcodeRow("ZX1 0AA", 30_000, 80_000, None, (NORTH, HEALTH)),
    PostcodeRow("ZX1 0AB", 30_300, 80_400, date(2019, 3, 1), (SOUTH,)),
    PostcodeRow("ZX2 1AA"),
)

pytestmark = pytest.mark.django_db


def load(*rows: PostcodeRow):
    return load_postcodes(by=SYSTEM, at=AT, rows=rows, source="made")


def test_a_load_keeps_postcodes_with_their_localities_of_several_kinds() -> None:
    done = load(*ROWS)
    assert (done.postcodes, done.added, done.changed) == (3, 3, 0)
    assert {kind: place.name for kind, place in localities_of("ZX1 0AA").items()} == {
        "council_locality": "North",
        "health_locality": "North health",
    }
    assert Postcode.objects.get(pk="ZX1 0AB").terminated_on == date(2019, 3, 1)
    assert localities_of("ZX2 1AA") == {}


def test_a_load_is_one_event_however_many_its_postcodes() -> None:
    done = load(*ROWS)
    event = AuditEvent.objects.get(action="places.postcodes_loaded")
    assert event.record_id == str(done.pk)
    assert event.field_names == ["added", "changed", "postcodes", "source"]


def test_loading_the_same_again_changes_nothing() -> None:
    load(*ROWS)
    links = set(PostcodeLocality.objects.values_list("pk", flat=True))
    again = load(*ROWS)
    assert (again.postcodes, again.added, again.changed) == (3, 0, 0)
    assert set(PostcodeLocality.objects.values_list("pk", flat=True)) == links
    assert Locality.objects.count() == 3


def test_what_changed_becomes_as_the_newer_row_says_and_the_rest_stays() -> None:
    load(*ROWS)
    renamed = LocalityRow(NORTH.kind, NORTH.code, "The North")
    again = load(
        PostcodeRow("ZX1 0AA", 30_000, 80_000, date(2026, 5, 1), (renamed,)),
        PostcodeRow("ZX2 1AA", None, None, None, (SOUTH,)),
    )
    assert (again.added, again.changed) == (0, 2)
    assert {kind: place.name for kind, place in localities_of("ZX1 0AA").items()} == {"council_locality": "The North"}
    assert localities_of("ZX1 0AB")["council_locality"].name == "South"
    assert localities_of("ZX2 1AA")["council_locality"].name == "South"


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_batches_of_any_size_give_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_BATCH", size)
    done = load(*ROWS)
    assert (done.postcodes, done.added) == (3, 3) and PostcodeLocality.objects.count() == 3


def test_a_fault_in_a_later_batch_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_BATCH", 1)
    with pytest.raises(IntegrityError, match="postcode_has_the_form_of_one"), transaction.atomic():
        load(*islice(ROWS, 2), PostcodeRow("NOWHERE"))
    assert not Postcode.objects.exists() and not AuditEvent.objects.filter(action__startswith="places.").exists()


def test_no_rows_at_all_are_a_load_of_none() -> None:
    assert load().postcodes == 0


# --- What the database itself refuses ---------------------------------------------------------------------------------
@action("test.places_written")
def write(*, by, at, record) -> None:
    record.save(force_insert=True)
    note(record)
    connection.check_constraints()


def refuses(constraint: str, record) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write(by=SYSTEM, at=AT, record=record)


def test_one_code_once_in_a_kind() -> None:
    load(*ROWS)
    refuses("locality_code_once_in_its_kind", Locality(kind="council_locality", code="north", name="Other"))


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("locality_kind_known", {"kind": "ward", "code": "a", "name": "A"}),
        ("locality_code_and_name_given", {"kind": "area", "code": "", "name": "A"}),
        ("locality_code_and_name_given", {"kind": "area", "code": "a", "name": ""}),
    ],
)
def test_a_locality_is_of_a_known_kind_and_has_a_code_and_a_name(constraint: str, values: dict[str, str]) -> None:
    refuses(constraint, Locality(**values))


@pytest.mark.parametrize("text", ["ZX10AA", "zx1 0aa", "ZX1 AAA", "ZX1  0A", "ZXY1 0AA", "1ZX 0AA"])
def test_a_postcode_has_the_form_of_one(text: str) -> None:
    refuses("postcode_has_the_form_of_one", Postcode(postcode=text))


@pytest.mark.parametrize(("easting", "northing"), [(1, None), (None, 1), (-1, 5), (5, -1)])
def test_a_postcode_has_both_coordinates_or_none(easting: int | None, northing: int | None) -> None:
    refuses("postcode_has_both_coordinates_or_none", Postcode("ZX1 0AA", easting, northing))


def test_a_postcode_lies_in_one_locality_of_each_kind_and_the_kind_is_the_localitys() -> None:
    load(*ROWS)
    north, south = Locality.objects.get(code="north", kind="council_locality"), Locality.objects.get(code="south")
    twice = PostcodeLocality(postcode_id="ZX1 0AA", locality=south, kind="council_locality")
    refuses("postcode_in_one_locality_of_each_kind", twice)
    other = PostcodeLocality(postcode_id="ZX1 0AB", locality=north, kind="area")
    refuses("postcode_locality_has_its_localitys_kind", other)


def test_a_load_cannot_change_more_than_it_read() -> None:
    from marketcross.web.places.models import PostcodeLoad

    refuses(
        "postcode_load_changes_no_more_than_it_read",
        PostcodeLoad(source="made", at=AT, postcodes=2, added=2, changed=1),
    )
