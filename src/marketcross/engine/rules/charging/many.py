"""Many people's charges at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.parameters import Known
from marketcross.engine.rules.charging.birthdays import first_birthdays
from marketcross.engine.rules.charging.definition import CHARGING
from marketcross.engine.rules.charging.facts import FACTS
from marketcross.engine.rules.charging.policy import Policy
from marketcross.engine.rules.charging.probing import LEAST, most
from marketcross.engine.rules.charging.terms import Terms, terms
from marketcross.engine.rules.compiled import apply
from marketcross.law.statute import Law

Columns = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True)
class Charges:
    """One int64 array for each name of ``charging.RESULTS``, a row for each person; money in pence, days as ordinals.

    ``undetermined`` holds the rows whose answer turns on a value not known for the day, with its name and the reason;
    their results mean nothing. ``unverified`` holds, where it was asked for, for each value that nobody has yet checked
    the rows that rest on it.
    """

    results: Mapping[str, NDArray[np.int64]]
    undetermined: Mapping[int, tuple[Known, ...]]
    unverified: Mapping[str, NDArray[np.bool_]]


def assess_table(
    columns: Columns, *, law: Law, on: date, policy: Policy | None = None, name_unverified: bool = False
) -> Charges:
    """What many people pay on a day. Prefer ``contradictions`` first, which says what is wrong with which row.

    ``columns`` maps names of ``charging.FACTS`` to arrays of equal length: money as int64 pence, dates as int64
    ordinals, codes as the number of their enumeration, flags as bool. An absent column holds its default; ``born``,
    ``setting`` and ``cost_of_care`` have none. Raises ValueError for an absent or uneven
    column, OutsideKnownYearsError, PolicyError.
    """
    counted = {name: column for name, column in columns.items() if name != "person"}
    rows = _rows(counted)
    the_terms = terms(law, on, policy or Policy())
    results = apply(CHARGING, counted, the_terms.values, rows)
    undetermined = _undetermined(counted, rows, the_terms)
    turns_on = {}
    if name_unverified:
        turns_on = {known.name: _turns_on(known, counted, rows, the_terms) for known in the_terms.unverified}
    _end_at_birthdays(results, counted, the_terms, law)
    return Charges(results, undetermined, turns_on)


def _rows(columns: Columns) -> int:
    lengths = {len(column) for column in columns.values()}
    missing = [c.name for c in FACTS if c.required and c.name not in columns]
    unknown = [name for name in columns if name not in {c.name for c in FACTS}]
    if missing or unknown or len(lengths) != 1:
        says = [f"{name} is missing" for name in missing] + [f"{name} is not known" for name in unknown]
        raise ValueError("; ".join(says) or "The columns are of different lengths.")
    return lengths.pop()


def _turns_on(known: Known, columns: Columns, rows: int, the_terms: Terms) -> NDArray[np.bool_]:
    """The rows whose results differ between the smallest and the largest that a value could be."""
    low, high = (
        apply(CHARGING, columns, the_terms.with_value(known.name, value), rows) for value in (LEAST, most(known))
    )
    different = np.zeros(rows, bool)
    for name in CHARGING.results:
        different |= low[name] != high[name]
    return different


def _undetermined(columns: Columns, rows: int, the_terms: Terms) -> dict[int, tuple[Known, ...]]:
    by_row: dict[int, tuple[Known, ...]] = {}
    for known in the_terms.missing:
        for row in np.flatnonzero(_turns_on(known, columns, rows, the_terms)):
            by_row[int(row)] = (*by_row.get(int(row), ()), known)
    return by_row


def _end_at_birthdays(results: Mapping[str, NDArray[np.int64]], columns: Columns, the_terms: Terms, law: Law) -> None:
    """Bring ``until`` forward for those who reach an age that the guarantee turns on."""
    rows = np.flatnonzero(results["birthday_before"])
    if not len(rows):
        return
    absent = np.zeros(len(rows), np.int64)
    names = ("born", "partner_born", "couple")
    some = {name: columns[name][rows].astype(np.int64) if name in columns else absent for name in names}
    results["until"][rows] = np.minimum(results["until"][rows], first_birthdays(some, the_terms, law))
