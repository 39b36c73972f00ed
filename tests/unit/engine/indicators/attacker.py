"""Somebody who reads every shown count, knows the rule, and tries to work out what was not shown."""

from collections.abc import Mapping
from itertools import product

import numpy as np
from scipy.optimize import linprog

from marketcross.engine.indicators import ALL, Cell, Table


def cells_of(table: Table) -> list[Cell]:
    return list(product(*(one.codes for one in table.dimensions)))


def holds(wide: Cell, inner: Cell) -> bool:
    return all(code in (ALL, own) for code, own in zip(wide, inner, strict=True))


def bounds(table: Table, shown: Mapping[Cell, int], cell: Cell) -> tuple[float, float]:
    """The least and the most that ``cell`` can be, by linear programming over all tables that fit what is shown.

    The attacker is given more than they know: tables in fractions, whose range only holds that of whole numbers.
    """
    inner = cells_of(table)
    rows = [[float(holds(wide, one)) for one in inner] for wide in shown]
    aim = np.array([float(holds(cell, one)) for one in inner])
    equal = {"A_eq": np.array(rows), "b_eq": np.array(list(shown.values()), dtype=float)} if shown else {}
    least, most = (linprog(sign * aim, bounds=(0, None), **equal) for sign in (1, -1))
    return least.fun if least.success else 0.0, -most.fun if most.success else float("inf")


def tables_that_fit(table: Table, shown: Mapping[Cell, int], *, most: int) -> list[dict[Cell, int]]:
    """Every whole-numbered table with at most ``most`` in all that gives just these counts: exact, and slow."""
    inner = cells_of(table)
    found = []
    for counts in product(range(most + 1), repeat=len(inner)):
        one = dict(zip(inner, counts, strict=True))
        if sum(counts) <= most and all(sum(n for c, n in one.items() if holds(w, c)) == v for w, v in shown.items()):
            found.append(one)
    return found
