"""The evidence pack as it stands in memory once everything in it was checked.

The reader (``statement.reading``) makes it from a folder; everything after it trusts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from marketcross.engine.evidence.figures import Figure, Relation, Source


@dataclass(frozen=True, slots=True)
class Locality:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """People of one sex and age band in one area and year; ``age_to`` is inclusive, None when open."""

    area: str
    year: int
    sex: str  # male, female or persons
    age_from: int
    age_to: int | None
    people: Fraction


@dataclass(frozen=True, slots=True)
class RateRow:
    """Share of people of one sex and age band who have a condition, between 0 and 1."""

    condition: str
    sex: str
    age_from: int
    age_to: int | None
    rate: Fraction
    source: str


@dataclass(frozen=True, slots=True)
class ClientRow:
    """People with one service, of one group, in one area and year."""

    area: str
    service: str
    group: str
    year: int
    people: Fraction


@dataclass(frozen=True, slots=True)
class Service:
    """One row of services.csv. ``capacity`` is None where the source gives none."""

    id: str
    name: str
    kind: str
    locality: str
    capacity: int | None
    ownership: str
    rating: str
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """One Markdown file of the narrative; ``slug`` is its file name without number and ending."""

    file: str
    slug: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A number that the source prints about the area and the pack leaves out, with the reason."""

    printed: str
    source: str
    locator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole evidence pack. ``published`` is None for a draft. ``models`` is models.toml, parsed (ADR 0003)."""

    path: Path
    area_name: str
    area_code: str
    title: str
    edition: str
    published: date | None
    publisher: str
    contact_email: str
    localities: tuple[Locality, ...]
    sources: Mapping[str, Source]
    figures: Mapping[str, Figure]
    relations: Mapping[str, Relation]
    population: tuple[PopulationRow, ...]
    rates: tuple[RateRow, ...]
    clients: tuple[ClientRow, ...]
    services: tuple[Service, ...]
    sections: tuple[Section, ...]
    omitted: tuple[Omission, ...]
    models: tuple[Mapping[str, Any], ...]
