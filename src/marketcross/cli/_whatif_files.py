"""The folder that a what-if leaves: what changes in words and numbers, and each person's amounts before and after."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from marketcross.cli._sides import Compared, Side
from marketcross.engine.rules.allocation import Sums
from marketcross.engine.rules.allocation.what_if import WhatIf
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.policies import write_scheme
from marketcross.opendata.tables import RejectedRows, Writer

Amounts = tuple[Mapping[str, NDArray[np.int64]], Mapping[str, NDArray[np.int64]]]


def files_of(
    compared: Compared,
    sides: tuple[Side, Side],
    found: WhatIf,
    sums: tuple[Sums, Sums],
    amounts: Amounts,
    by: tuple[str, ...],
) -> list[tuple[str, bytes]]:
    """The files of the folder; a scheme that was changed for the comparison is among them, marked as a what-if."""
    readings = "".join(f"- {line}\n" for line in found.readings)
    summary = json.dumps(found.as_dict(), indent=2, ensure_ascii=False)
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside)
        (folder / "summary.json").write_text(f"{summary}\n", encoding="utf-8")
        (folder / "summary.md").write_text(f"# What would change\n\n{readings}", encoding="utf-8")
        if sides[1].scheme.status == "what_if":
            write_scheme(folder / "scheme-what-if.yaml", sides[1].scheme)
        with RejectedRows(folder / "people.csv") as rejected:
            rejected.add(compared.problems)
        _write_people(folder / "people.csv", compared, sums, amounts, by)
        return [(file.name, file.read_bytes()) for file in sorted(folder.iterdir())]


def _write_people(
    path: Path,
    compared: Compared,
    sums: tuple[Sums, Sums],
    amounts: Amounts,
    by: tuple[str, ...],
) -> None:
    """Each person's amounts before and after, for those who must look closer; empty without a figure."""
    columns = [Column("person", Kind.TEXT, "as given"), *(Column(name, Kind.TEXT, "as given") for name in by)]
    cells: dict[str, NDArray[np.generic]] = {"person": compared.before.cells["person"]}
    cells |= {name: compared.before.group(name) for name in by}
    for measure in amounts[0]:
        for when, side, one in (("before", 0, sums[0]), ("after", 1, sums[1])):
            name = f"{measure.replace(' ', '_')}_{when}"
            columns.append(Column(name, Kind.MONEY, f"{measure} {when}", "pence_per_week"))
            cells[name] = np.ma.MaskedArray(amounts[side][measure], ~one.given)
    with Writer(path, tuple(columns)) as table:
        table.add(cells)
