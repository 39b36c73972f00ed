"""From the British National Grid to latitude and longitude on WGS84.

Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C: the inverse transverse
Mercator projection on the Airy 1830 ellipsoid, then the seven-parameter (Helmert) step to WGS84, good to some 5 metres.
"""

from functools import lru_cache
from math import atan2, cos, hypot, pi, radians, sin, sqrt, tan

AIRY = (6_377_563.396, 6_356_256.909)  # semi-axes a, b in metres
WGS84 = (6_378_137.0, 6_356_752.3142)
_SCALE, _LAT0, _LON0, _EAST0, _NORTH0 = 0.9996012717, radians(49), radians(-2), 400_000.0, -100_000.0
_SHIFT = (446.448, -125.157, 542.060)  # metres
_TURN = tuple(radians(seconds / 3_600) for seconds in (0.1502, 0.2470, 0.8421))
_STRETCH = -20.4894e-6


@lru_cache(maxsize=65_536)
def wgs84(easting: int, northing: int) -> tuple[float, float]:
    """Latitude and longitude in degrees, to five decimals, of a grid reference in metres."""
    latitude, longitude = _turned(*airy(easting, northing))
    return round(latitude * 180 / pi, 5), round(longitude * 180 / pi, 5)


def airy(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude in radians on the grid's own ellipsoid."""
    a, b = AIRY
    e2 = 1 - (b / a) ** 2
    latitude = _foot(northing)
    s = sin(latitude)
    nu = a * _SCALE / sqrt(1 - e2 * s * s)
    rho = a * _SCALE * (1 - e2) / (1 - e2 * s * s) ** 1.5
    eta2, t = nu / rho - 1, tan(latitude)
    x = easting - _EAST0
    t2, t4 = t * t, t**4
    north = (
        x**2 * t / (2 * rho * nu)
        - x**4 * t / (24 * rho * nu**3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
        + x**6 * t / (720 * rho * nu**5) * (61 + 90 * t2 + 45 * t4)
    )
    east = (
        x / nu
        - x**3 / (6 * nu**3) * (nu / rho + 2 * t2)
        + x**5 / (120 * nu**5) * (5 + 28 * t2 + 24 * t4)
        - x**7 / (5_040 * nu**7) * (61 + 662 * t2 + 1_320 * t4 + 720 * t2 * t4)
    )
    return latitude - north, _LON0 + east / cos(latitude)


def _foot(northing: float) -> float:
    """The latitude at which the meridian's arc is as long as the northing says."""
    latitude = _LAT0
    while True:
        missing = northing - _NORTH0 - _arc(latitude)
        if abs(missing) < 1e-5:
            return latitude
        latitude += missing / (AIRY[0] * _SCALE)


def _arc(latitude: float) -> float:
    a, b = AIRY
    n = (a - b) / (a + b)
    less, more = latitude - _LAT0, latitude + _LAT0
    return (b * _SCALE) * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
        - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
        + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
        - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
    )


def _turned(latitude: float, longitude: float) -> tuple[float, float]:
    """From latitude and longitude on Airy to those on WGS84, by way of x, y, z."""
    a, b = AIRY
    e2 = 1 - (b / a) ** 2
    nu = a / sqrt(1 - e2 * sin(latitude) ** 2)
    x, y, z = nu * cos(latitude) * cos(longitude), nu * cos(latitude) * sin(longitude), nu * (1 - e2) * sin(latitude)
    (tx, ty, tz), (rx, ry, rz), scale = _SHIFT, _TURN, 1 + _STRETCH
    return _on_wgs84(
        tx + scale * x - rz * y + ry * z, ty + rz * x + scale * y - rx * z, tz - ry * x + rx * y + scale * z
    )


def _on_wgs84(x: float, y: float, z: float) -> tuple[float, float]:
    a, b = WGS84
    e2, p = 1 - (b / a) ** 2, hypot(x, y)
    latitude = atan2(z, p * (1 - e2))
    for _ in range(6):  # each step gains about five decimals
        nu = a / sqrt(1 - e2 * sin(latitude) ** 2)
        latitude = atan2(z + e2 * nu * sin(latitude), p)
    return latitude, atan2(y, x)
