"""Reads the examples of tests/examples/projection, every number exactly as written."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross.engine.projection.bounded import Bounded

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "projection"


def cases(name: str) -> Any:
    """A parametrization by the cases of one file, each shown by its name."""
    loaded = yaml.load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    names = [case["name"] for case in loaded]
    assert len(set(names)) == len(names), "two cases have one name"
    return pytest.mark.parametrize("case", loaded, ids=names)


def bounded(case: Mapping[str, Any], key: str) -> Bounded:
    """A number with its ``_range``, or exact without one."""
    value = Fraction(case[key])
    low, high = case.get(f"{key}_range", (value, value))
    return Bounded(value, Fraction(low), Fraction(high))


def agrees(found: Fraction | float | None, written: str) -> bool:
    """Equal at the decimal places that the example writes."""
    places = len(written.partition(".")[2])
    return found is not None and abs(Fraction(found) - Fraction(written)) <= Fraction(1, 2 * 10**places)


def agree(found: Bounded, case: Mapping[str, Any], key: str) -> bool:
    """The value, and the range where the example gives one."""
    ends = case.get(f"{key}_range")
    return agrees(found.value, case[key]) and (not ends or (agrees(found.low, ends[0]) and agrees(found.high, ends[1])))
