"""A small pack written for a test: figures, series and models, read by the reader that everybody uses."""

from fractions import Fraction
from pathlib import Path

from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import Computed, ModelResult
from marketcross.statement.models import compute
from marketcross.statement.pack import Pack
from marketcross.statement.reading import read_pack

PACK = """[area]
name = "Elmshire"
code = "E10"

[statement]
title = "Care in Elmshire"
edition = "2026"
publisher = "Elmshire Council"
contact_email = "care@elmshire.example"

[[localities]]
id = "north"
name = "North"

[[localities]]
id = "south"
name = "South"
"""
SOURCES = "id,title,publisher,year,locator_kind\ns,Survey,Elmshire,2026,page\n"
FIGURES = "id,label,value,unit,period,area,group,qualifier,precision,source,locator,note\n"


def write_pack(folder: Path, models: str, figures: str = "", **series: str) -> Path:
    """``figures`` has a line 'id value unit [qualifier] [period]' each; ``series`` are whole files by name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    lines = [line for line in map(str.split, figures.splitlines()) if line]
    (folder / "figures.csv").write_text(FIGURES + "".join(map(_figure, lines)), encoding="utf-8")
    (folder / "models.toml").write_text(models, encoding="utf-8")
    for name, text in series.items():
        path = folder / "services.csv" if name == "services" else folder / "series" / f"{name}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _figure(words: list[str]) -> str:
    id, value, unit, *rest = words
    qualifier = rest[0].replace("-", "") if rest else ""
    period = rest[1] if len(rest) > 1 else "2026"
    return f"{id},The {id.replace('_', ' ')},{value},{unit},{period},E10,,{qualifier},,s,1,\n"


def pack_of(folder: Path, models: str, figures: str = "", **series: str) -> Pack:
    return read_pack(write_pack(folder, models, figures, **series))


def only_model(folder: Path, models: str, figures: str = "", **series: str) -> ModelResult:
    (result,) = compute(pack_of(folder, models, figures, **series)).values()
    return result


def result(model: ModelResult, key: str) -> Computed:
    (found,) = [one for one in model.computed if one.id == f"{model.id}.{key}"]
    return found


def bounds(model: ModelResult, key: str) -> Bounded:
    one = result(model, key)
    return Bounded(one.value, one.low, one.high)


def between(value: str | int, low: str | int, high: str | int) -> Bounded:
    return Bounded(Fraction(value), Fraction(low), Fraction(high))
