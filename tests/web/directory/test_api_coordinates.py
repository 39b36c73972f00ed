"""From the grid to latitude and longitude, by the Ordnance Survey's own worked example."""

from math import degrees

import pytest

from marketcross.web.directory.api.coordinates import airy, wgs84


def test_the_ordnance_surveys_example_on_the_grids_own_ellipsoid() -> None:
    """Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: Caister water tower."""
    latitude, longitude = map(degrees, airy(651_409.903, 313_177.270))
    assert latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3_600, abs=3e-8)
    assert longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3_600, abs=3e-8)


@pytest.mark.parametrize(
    ("easting", "northing", "latitude", "longitude"),
    [
        (651_410, 313_177, 52.65798, 1.71605),  # the same tower, on WGS84
        (530_047, 180_422, 51.50777, -0.12752),  # Charing Cross
    ],
)
def test_on_wgs84(easting: int, northing: int, latitude: float, longitude: float) -> None:
    assert wgs84(easting, northing) == pytest.approx((latitude, longitude), abs=1e-5)


def test_the_worked_example_of_the_method_page(repository) -> None:
    page = (repository / "docs/method/open-referral.md").read_text()
    latitude, longitude = wgs84(651_410, 313_177)
    assert f"{latitude} north, {longitude} east" in page
    assert "52.65757 north, 1.71792 east" in page
