"""What other contexts ask of places: by postcode, by name, by distance."""

from datetime import UTC, date, datetime

import pytest

from marketcross.opendata.postcodes import LocalityKind, LocalityRow, PostcodeRow
from marketcross.web.core.actor import SYSTEM
from marketcross.web.places import queries
from marketcross.web.places.actions import load_postcodes
from marketcross.web.places.models import Postcode

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
DEPTFORD = LocalityRow(LocalityKind.COUNCIL_LOCALITY, "d", "Dunmere and Saint Osyth's")
CROFT = LocalityRow(LocalityKind.COUNCIL_LOCALITY, "c", "Croftholme")
NETWORK = LocalityRow(LocalityKind.PRIMARY_CARE_NETWORK, "c", "Croftholme Network")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loaded(db: None) -> None:
    rows = (
        PostcodeRow("ZX1 0AA", 30_000, 80_000, None, (DEPTFORD,)),
        PostcodeRow("ZX1 0AB", 30_300, 80_400, date(2019, 3, 1), (CROFT, NETWORK)),
        PostcodeRow("ZX11 1AA", None, None, None, (DEPTFORD,)),
    )
    load_postcodes(by=SYSTEM, at=AT, rows=rows)


@pytest.mark.parametrize("text", ["ZX1 0AA", "zx10aa", " zx1  0aa ", "ZX1-OAA", "zx1.0aa"])
def test_a_postcode_is_found_however_it_is_written(text: str) -> None:
    found = queries.postcode(text)
    assert found and found.pk == "ZX1 0AA"


@pytest.mark.parametrize("text", ["", "ZX9 9ZZ", "somewhere", "ZX1"])
def test_an_unknown_postcode_is_nothing_and_lies_nowhere(text: str) -> None:
    assert queries.postcode(text) is None and queries.localities_of(text) == {}


def test_a_terminated_postcode_still_lies_where_it_lay() -> None:
    found = queries.postcode("ZX1 0AB")
    assert found and found.terminated_on == date(2019, 3, 1)
    assert queries.localities_of("zx10ab")["council_locality"].code == "c"


def test_localities_of_a_kind_by_name_and_by_code() -> None:
    assert [place.code for place in queries.localities()] == ["c", "d"]
    assert [place.name for place in queries.localities("primary_care_network")] == ["Croftholme Network"]
    found = queries.locality("c")
    assert found and found.name == "Croftholme"
    assert queries.locality("c", kind="area") is None and queries.locality("nowhere") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("croftholme", {"Croftholme", "Croftholme Network"}),
        ("croft net", {"Croftholme Network"}),
        ("CROFTHOLM", {"Croftholme", "Croftholme Network"}),
        ("osyths", {"Dunmere and Saint Osyth's"}),
        ("croftolme", {"Croftholme"}),
        ("crofthalm", {"Croftholme"}),
        ("zx1 0ab", {"Croftholme", "Croftholme Network"}),
        ("zx11", {"Dunmere and Saint Osyth's"}),
        ("ZX2", set()),
        ("Xanadu", set()),
        ("", set()),
        ("  ", set()),
    ],
)
def test_places_are_found_by_name_beginning_near_spelling_and_postcode(text: str, names: set[str]) -> None:
    assert {place.name for place in queries.find_places(text)} == names


def test_a_district_holds_its_own_postcodes_only() -> None:
    """ZX11 begins with ZX1 and is another district."""
    assert {place.code for place in queries.find_places("ZX1")} == {"c", "d"}
    assert {place.name for place in queries.find_places("ZX11")} == {"Dunmere and Saint Osyth's"}


def test_distance_is_straight_and_unknown_without_coordinates() -> None:
    a, b, nowhere = (Postcode.objects.get(pk=pk) for pk in ("ZX1 0AA", "ZX1 0AB", "ZX11 1AA"))
    assert queries.metres_between(a, b) == queries.metres_between(b, a) == 500
    assert queries.metres_between(a, a) == 0
    assert queries.metres_between(a, nowhere) is None is queries.metres_between(nowhere, b)
