"""Where a made postcode lies: on the national grid, in the open sea south-west of Wales, where nobody lives.

Neighbourhoods with numbers near each other lie near each other, so that localities, which are runs of numbers, hold
together on a map.
"""

_WEST, _SOUTH = 20_000, 70_000  # metres: the first neighbourhood's corner, in the Celtic Sea
_WIDTH = 1_200  # metres from one neighbourhood to the next
_ACROSS = 16  # postcodes side by side in a neighbourhood
_STEP = _WIDTH // _ACROSS


def grid_reference(neighbourhood: int, unit: int) -> tuple[int, int]:
    """Easting and northing in metres of the ``unit``-th postcode of a neighbourhood, both numbers from 0.

    Neighbourhoods follow a Z-shaped curve (the bits of the number are dealt to east and north in turn), postcodes fill
    rows inside a square of 1,200 metres.
    """
    east, north = _every_second_bit(neighbourhood), _every_second_bit(neighbourhood >> 1)
    row, place = divmod(unit % _ACROSS**2, _ACROSS)
    return _WEST + east * _WIDTH + place * _STEP, _SOUTH + north * _WIDTH + row * _STEP


def _every_second_bit(number: int) -> int:
    return sum((number >> 2 * bit & 1) << bit for bit in range(number.bit_length() // 2 + 1))
