"""The rule of disclosure control as it reads in docs/method/disclosure-control.md: no solver, every table tried."""

from collections.abc import Sequence

from attacker import cells_of, holds, tables_that_fit

from marketcross.engine.indicators import Cell, Margin, Table


def control_plainly(table: Table, margins: Sequence[Margin], *, threshold: int) -> dict[Cell, int]:
    """What may be shown, by writing down every table that the reader must think possible. For tiny tables only."""
    inner, everybody = cells_of(table), sum(table.counts.values())
    possible = tables_that_fit(table, {}, most=everybody + 2 * threshold)
    small = [cell for cell in inner if 0 < table.counts.get(cell, 0) < threshold]
    shown: dict[Cell, int] = {}
    for margin in sorted(set(margins), key=lambda one: (len(one), sorted(one))):
        sums = {
            cell: sum(count for one, count in table.counts.items() if holds(cell, one)) for cell in table.cells(margin)
        }
        for cell, count in sorted(sums.items(), key=lambda one: (-one[1], one[0])):
            left = [one for one in possible if sum(n for c, n in one.items() if holds(cell, c)) == count]
            if count >= threshold and all(any(one[few] >= threshold for one in left) for few in small):
                shown[cell], possible = count, left
    return shown
