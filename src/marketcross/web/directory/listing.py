"""What is said of a service when it is listed or changed, before it is written."""

from dataclasses import dataclass

from .vocabulary import EVERYBODY, Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a service takes place."""

    postcode: str
    name: str = ""
    address: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One service in its provider's words. ``price_pence`` is a session's: 0 is free, None is "ask".

    ``happens``: place, homes or remote; left out, it follows from ``places``. ``areas`` are codes of council localities
    whose people may use it; ``everywhere``: all may. No ``hours``: the times are agreed with each person.
    ``cqc_location``: the number of the CQC location that carries it, which personal care must have.
    """

    name: str
    category: str
    description: str = ""
    groups: tuple[str, ...] = (EVERYBODY,)
    minimum_age: int | None = None
    maximum_age: int | None = None
    price_pence: int | None = None
    price_includes: str = ""
    takes_direct_payments: bool = False
    how_to_start: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    hours: tuple[Hours, ...] = ()
    happens: str = ""
    places: tuple[Place, ...] = ()
    areas: tuple[str, ...] = ()
    everywhere: bool = False
    cqc_location: str = ""
