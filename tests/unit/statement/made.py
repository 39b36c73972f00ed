"""Made packs and statements for tests."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from marketcross.engine.evidence.figures import Figure, Relation, Source
from marketcross.statement.pack import Locality, Pack, Section
from marketcross.statement.publishing import Statement, prepare
from marketcross.statement.reading import read_pack

MADE = Path(__file__).resolve().parents[2] / "fixtures" / "packs" / "made-borough"


@cache
def borough() -> Pack:
    """The pack of Madeborough, which has every section."""
    return read_pack(MADE)


@cache
def statement() -> Statement:
    return prepare(borough())


def figure(id: str, printed: str = "10", **other: Any) -> Figure:
    known: dict[str, Any] = {
        "label": f"Label of {id}", "unit": "homes", "period": "2020", "area": "E1", "group": "", "qualifier": "count",
        "precision": None, "source": "s", "locator": "1", "note": "",
    }  # fmt: skip
    return Figure(id=id, printed=printed, value=Fraction(printed), **(known | other))


def relation(id: str, kind: str, result: str, *operands: str, note: str = "") -> Relation:
    return Relation(id, kind, result, operands, None, "", note)


def pack(*figures: Figure, sections: Mapping[str, str] | None = None, **other: Any) -> Pack:
    """A small pack; ``sections`` gives Markdown by slug."""
    made = Pack(
        path=MADE, area_name="Smalltown", area_code="E1", title="Care in Smalltown", edition="2020",
        published=date(2020, 6, 1), publisher="Smalltown Council", contact_email="", localities=(),
        sources={"s": Source("s", "The plan", "Smalltown Council", "2020", "page")},
        figures={figure.id: figure for figure in figures}, relations={}, population=(), rates=(), clients=(),
        services=(), omitted=(), models=(),
        sections=tuple(Section(f"statement/{slug}.md", slug, text) for slug, text in (sections or {}).items()),
    )  # fmt: skip
    return replace(made, **other)


def locality(id: str, name: str) -> Locality:
    return Locality(id, name)
