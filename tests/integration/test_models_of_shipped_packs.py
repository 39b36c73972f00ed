"""What the shipped packs' models must give: the numbers that their sources print, where the inputs allow them."""

from fractions import Fraction
from pathlib import Path

import pytest

from marketcross.statement.computed import Computed, Ref
from marketcross.statement.models import compute
from marketcross.statement.reading import read_pack

PACKS = sorted(path.parent for path in (Path(__file__).resolve().parents[2] / "packs").glob("*/models.toml"))


def computed(pack: str) -> dict[str, Computed]:
    folder = next(path for path in PACKS if path.name == pack)
    return {one.id: one for model in compute(read_pack(folder)).values() for one in model.computed}


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_every_model_computes_and_every_cell_leads_somewhere(pack: Path) -> None:
    read = read_pack(pack)
    models = compute(read)
    assert list(models) == [given["id"] for given in read.models]
    known = read.figures.keys() | {one.id for model in models.values() for one in model.computed}
    series = {"series/population.csv", "series/rates.csv", "series/clients.csv", "services.csv"}
    for model in models.values():
        assert model.table is not None
        assert all(len(row) == len(model.table.columns) for row in model.table.rows), model.id
        assert {cell.id for row in model.table.rows for cell in row if isinstance(cell, Ref)} <= known
        for one in model.computed:
            assert one.inputs and set(one.inputs) <= read.figures.keys() | series, one.id
            assert (one.low is None or one.low <= one.value) and (one.high is None or one.value <= one.high), one.id


def test_seftons_twelve_cells_and_the_total_that_is_wrong() -> None:
    found = computed("sefton-2020")
    cells = {
        "southport": (315, 170), "formby": (100, 54), "maghull_aintree": (127, 69),
        "crosby": (142, 76), "bootle": (119, 0), "netherton": (132, 0),
    }  # fmt: skip
    for place, (social, private) in cells.items():
        for part, units in (("social_rented", social), ("private_leasehold", private)):
            cell = found[f"extra_care.{place}_{part}"]
            assert cell.low == cell.value == cell.high == units  # no rounding of the shares can change it
            assert cell.note.endswith("which the inputs allow.")
    assert found["extra_care.total_social_rented"].value == 935
    assert "The source prints 925 units" in found["extra_care.total_social_rented"].note


def test_seftons_admissions_above_the_top_quartile() -> None:
    people = computed("sefton-2020")["benchmarks.admissions_65_people"]
    assert people.value == Fraction(295 * 67434, 100_000)
    assert people.low is not None and people.high is not None and 198 < people.low < people.high < 200


def test_baths_five_of_ten() -> None:
    found = computed("bath-2011")
    counts = [found[f"national_indicators.{name}"].value for name in ("of", "better", "worse", "not_told_apart")]
    assert counts == [10, 5, 5, 0]
