"""Where made postcodes lie, and in which localities."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from marketcross.synth.people.looks.grid_references import grid_reference
from marketcross.synth.people.postcodes import postcodes_of

ROW = {
    "neighbourhood": "MN00003",
    "name": "Priorshaven 3",
    "council_locality": "council-1",
    "health_locality": "health-2",
    "primary_care_network": "network-1",
}


def test_a_neighbourhoods_postcodes_come_once_each_with_every_kind_of_locality() -> None:
    made = list(postcodes_of(ROW, ["ZX3 0AA", "ZX3 0AA", "ZX3 0AB"]))
    assert [one.postcode for one in made] == ["ZX3 0AA", "ZX3 0AB"]
    assert made[0].localities == made[1].localities
    assert {kind: code for kind, (code, _) in made[0].localities.items()} == {
        "neighbourhood": "MN00003",
        "area": "MADE",
        "council_locality": "council-1",
        "health_locality": "health-2",
        "primary_care_network": "network-1",
    }
    assert all(name for _, name in made[0].localities.values())


def test_no_households_have_no_postcodes() -> None:
    assert list(postcodes_of(ROW, [])) == []


def test_neighbourhoods_do_not_overlap() -> None:
    corners = [(grid_reference(n, 0), grid_reference(n, 255)) for n in range(40)]
    for ((west, south), (east, north)), ((west2, south2), (east2, north2)) in combinations(corners, 2):
        assert east < west2 or east2 < west or north < south2 or north2 < south


def test_postcodes_of_a_neighbourhood_lie_apart() -> None:
    assert len({grid_reference(5, unit) for unit in range(256)}) == 256


def test_the_first_four_neighbourhoods_make_a_square() -> None:
    assert [grid_reference(n, 0) for n in range(4)] == [
        (20_000, 70_000),
        (21_200, 70_000),
        (20_000, 71_200),
        (21_200, 71_200),
    ]


@given(st.integers(0, 1_700), st.integers(0, 300))
def test_every_made_postcode_lies_in_the_open_sea(neighbourhood: int, unit: int) -> None:
    """West of every Welsh and Cornish headland (Saint David's Head at 172,000 east, Land's End at 134,000)."""
    east, north = grid_reference(neighbourhood, unit)
    assert 20_000 <= east < 100_000 and 70_000 <= north < 150_000
