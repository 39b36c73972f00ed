"""The small language of tests/examples/rounding and tests/examples/reconciliation, read into figures and relations.

A figure is what a reader would say: ``43``, ``about 1400 people``, ``at least 36000``, ``count 935 units``,
``12.30 percent``, ``2400 to the nearest 100``, ``206 in 2017``. A claim is ``result = kind operands``, ``greater a b``
or ``linear a b c``; the constant of a rate follows ``per``. An interval is written ``[42.5, 43.5)``: a square bracket
takes the end in, a round one leaves it out, and ``...`` is no end. Every end is a number, or a fraction (``1250/3``).
"""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.interval import Interval

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
FIGURE = re.compile(
    r"(?:(?P<qualifier>count|about|estimate|at least|at most) )?(?P<value>-?[0-9.]+)"
    r"(?: (?P<unit>(?!to |in )\w+))?(?: to the nearest (?P<precision>[0-9.]+))?(?: in (?P<period>[0-9-]+))?"
)
CLAIM = re.compile(r"(?:(?P<result>\w+) = )?(?P<kind>\w+) (?P<operands>.*?)(?: per (?P<constant>[0-9.]+))?")
INTERVAL = re.compile(r"([\[(])(.+), (.+)([\])])")


def cases(folder: str) -> list[Any]:
    """Every case of every file, named as the file names it."""
    files = sorted((EXAMPLES / folder).glob("*.yaml"))
    found = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def figure(id: str, said: Any) -> Figure:
    parts = FIGURE.fullmatch(str(said))
    assert parts, f"not a figure: {said}"
    precision = Fraction(parts["precision"]) if parts["precision"] else None
    qualifier = (parts["qualifier"] or "").replace(" ", "_")
    printed, unit, period = parts["value"], parts["unit"] or "people", parts["period"] or "2020"
    value = Fraction(printed)
    return Figure(id, id, printed, value, unit, period, "E1", "", qualifier, precision, "s", "", "")


def relation(id: str, said: str, not_comparable: str = "") -> Relation:
    parts = CLAIM.fullmatch(said)
    assert parts, f"not a claim: {said}"
    constant = Fraction(parts["constant"]) if parts["constant"] else None
    operands = tuple(parts["operands"].split())
    return Relation(id, parts["kind"], parts["result"] or "", operands, constant, not_comparable, "")


def interval(said: str) -> Interval:
    parts = INTERVAL.fullmatch(said)
    assert parts, f"not an interval: {said}"
    low, high = (None if end == "..." else Fraction(end) for end in parts.group(2, 3))
    return Interval(low, high, parts[1] == "(", parts[4] == ")")
