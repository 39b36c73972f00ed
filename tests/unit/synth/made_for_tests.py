"""Made people for tests: whole tables, and a plain check digit."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.law import load
from marketcross.synth.people import Likeness, Plan, in_chunks, made_people, plan
from marketcross.synth.people.columns import TABLES

ON = date(2026, 4, 1)
Tables = dict[str, dict[str, NDArray[Any]]]


def planned(people: int, like: Likeness | None = None) -> Plan:
    return plan(people, ON, like)


def tables(people: int, seed: int = 1, like: Likeness | None = None, rows: int = 10**6) -> Tables:
    """Every table whole; an empty one has its columns all the same."""
    found: Tables = {table.name: {column.name: np.array([]) for column in table.columns} for table in TABLES}
    blocks: dict[str, list[dict[str, NDArray[Any]]]] = {}
    for name, block in in_chunks(made_people(planned(people, like), np.random.default_rng(seed), load()), rows):
        blocks.setdefault(name, []).append(block)
    for name, pieces in blocks.items():
        found[name] = {column: np.concatenate([piece[column] for piece in pieces]) for column in pieces[0]}
    return found


def home_of(made: Tables) -> NDArray[np.int64]:
    """For each person the place of their household among the households."""
    place = {home: at for at, home in enumerate(made["households"]["household"])}
    return np.array([place[home] for home in made["people"]["household"]], dtype=np.int64)


def plain_check_digit(nine: str) -> int:
    """As the NHS describes it, digit by digit; 10 where there is none."""
    weighted = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return 0 if weighted % 11 == 0 else 11 - weighted % 11
