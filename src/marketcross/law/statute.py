"""A statutory value and what it is over time, as the files say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value for the days ``[start, until)``. Where ``missing`` gives the reason, ``value`` is empty.

    ``value`` is text as published, without currency sign. ``verified`` says whether it was read where ``source`` says.
    ``council`` names who confirmed it, where it is a council's own rate.
    """

    start: date
    until: date
    value: str
    source: str
    verified: bool
    missing: str = ""
    council: str = ""


@dataclass(frozen=True, slots=True)
class StatutoryValue:
    """A value that law or a circular sets. ``unit`` says how to read it; periods follow each other without a gap."""

    name: str
    description: str
    unit: str
    rule: str
    values: tuple[DatedValue, ...]


Law: TypeAlias = Mapping[str, StatutoryValue]
