"""The one loader of the shipped values. It refuses what lacks a source, leaves a gap, or does not read as its unit."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from marketcross.law.reading import LawError, Reader
from marketcross.law.statute import DatedValue, Law, StatutoryValue

HERE = Path(__file__).resolve().parent / "values"
_POUNDS, _WHOLE = re.compile(r"\d+\.\d{2}"), re.compile(r"\d+")
_AGE_OR_DAY = re.compile(r"\d+ years( \d+ months?)?|\d{4}-\d{2}-\d{2}")
UNITS = {
    "pence": _POUNDS,  # written in pounds, used in pence
    "pence_per_week": _POUNDS,
    "percent": _WHOLE,
    "hundredths_of_a_percent": _WHOLE,
    "weeks": _WHOLE,
    "outcomes": _WHOLE,
    "years": _WHOLE,
    "age_or_day": _AGE_OR_DAY,
}

__all__ = ["UNITS", "LawError", "load", "well_written"]


@cache
def load(folder: Path = HERE) -> Law:
    """Every statutory value by its name, from the YAML files below a folder. Raises LawError with all that is wrong."""
    law: dict[str, StatutoryValue] = {}
    problems: list[str] = []
    for path in sorted(folder.rglob("*.yaml")):
        reader = Reader(str(path.relative_to(folder)))
        value = _statutory_value(path.stem, reader, reader.parse(path.read_text(encoding="utf-8")))
        if value.name in law:
            reader.problems.append(f"{reader.where}: another file is named {path.name} too.")
        law[value.name] = value
        problems += reader.problems
    if problems:
        raise LawError(problems)
    return law


def well_written(unit: str, value: str) -> bool:
    """Whether the text reads as its unit: money in pounds and two places, counts in whole numbers."""
    return bool(UNITS[unit].fullmatch(value)) if unit in UNITS else False


def _statutory_value(name: str, reader: Reader, fields: Mapping[str, Any]) -> StatutoryValue:
    reader.only(fields, {"description", "unit", "rule", "values"})
    unit = reader.text(fields, "unit")
    if unit and unit not in UNITS:
        reader.problems.append(f"{reader.where}: unit '{unit}' must be one of {', '.join(UNITS)}.")
    entries = fields.get("values") or []
    values = tuple(_dated_value(reader, unit, entry) for entry in entries)
    if not values:
        reader.problems.append(f"{reader.where}: 'values' lists nothing.")
    for earlier, later in pairwise(values):
        if earlier.until != later.start:
            how = "leaves a gap before" if earlier.until < later.start else "overlaps"
            reader.problems.append(f"{reader.where}: what ends {earlier.until} {how} what starts {later.start}.")
    return StatutoryValue(name, reader.text(fields, "description"), unit, reader.text(fields, "rule"), values)


def _dated_value(reader: Reader, unit: str, entry: Mapping[str, Any]) -> DatedValue:
    what = f"from {entry.get('from')}: "
    start, until = reader.day(entry, "from", what), reader.day(entry, "until", what)
    if until <= start:
        reader.problems.append(f"{reader.where}: {what}ends {until}, before it begins.")
    if "missing" in entry:
        reader.only(entry, {"from", "until", "missing"}, what)
        return DatedValue(start, until, "", "", False, missing=reader.text(entry, "missing", what))
    reader.only(entry, {"from", "until", "value", "source", "verified"}, what)
    value = reader.text(entry, "value", what)
    if value and unit in UNITS and not well_written(unit, value):
        reader.problems.append(f"{reader.where}: {what}value '{value}' does not read as {unit}.")
    verified = entry.get("verified")
    if not isinstance(verified, bool):
        reader.problems.append(f"{reader.where}: {what}'verified' must be true or false.")
    return DatedValue(start, until, value, reader.text(entry, "source", what), verified is True)
