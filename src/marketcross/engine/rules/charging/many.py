"""Many people's charges at once."""

from collections.abc import Iterable, Mapping
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
    """One int64 array for each of ``CHARGING.results``, a row for each person; money in pence, days as ordinals.

    ``undetermined`` has the rows whose answer turns on values not known for the day, with those values; what the
    results hold in such a row means nothing.
    """

    results: Mapping[str, NDArray[np.int64]]
    undetermined: Mapping[int, tuple[Known, ...]]


def assess_table(columns: Columns, *, law: Law, on: date, policy: Policy | None = None) -> Charges:
    """What many people pay on a day. Ask ``contradictions`` first: it says what is wrong with which row.

    ``columns`` maps names of ``charging.FACTS`` to arrays of equal length: money as int64 pence, dates as int64
    ordinals, codes as the number of their enumeration, flags as bool. An absent column holds its default; ``born``,
    ``setting`` and ``cost_of_care`` have none. Raises ValueError for an absent or uneven column, and what ``terms``
    raises.
    """
    the_terms = terms(law, on, policy or Policy())
    return Charges(charged(columns, the_terms), rows_that_turn_on(the_terms.missing, columns, the_terms))


def charged(columns: Columns, the_terms: Terms) -> dict[str, NDArray[np.int64]]:
    """The results of ``assess_table`` on terms already looked up."""
    rows = _rows(columns)
    results = apply(CHARGING, columns, the_terms.values, rows)
    _end_at_birthdays(results, columns, the_terms)
    return results


def rows_that_turn_on(values: Iterable[Known], columns: Columns, the_terms: Terms) -> dict[int, tuple[Known, ...]]:
    """The rows whose results differ between the smallest and the largest that a value could be, with those values."""
    by_row: dict[int, tuple[Known, ...]] = {}
    for known in values:
        for row in np.flatnonzero(_differs(known, columns, the_terms)):
            by_row[int(row)] = (*by_row.get(int(row), ()), known)
    return by_row


def _differs(known: Known, columns: Columns, the_terms: Terms) -> NDArray[np.bool_]:
    rows = _rows(columns)
    low, high = (
        apply(CHARGING, columns, the_terms.with_value(known.name, value), rows) for value in (LEAST, most(known))
    )
    different = np.zeros(rows, bool)
    for name in CHARGING.results:
        different |= low[name] != high[name]
    return different


def _rows(columns: Columns) -> int:
    known = {column.name for column in FACTS}
    says = [f"{column.name} is missing" for column in FACTS if column.required and column.name not in columns]
    says += [f"{name} is not known" for name in columns if name not in known]
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        says.append(f"the columns have different lengths: {sorted(lengths)}")
    if says:
        raise ValueError("; ".join(says))
    return lengths.pop()


def _end_at_birthdays(results: Mapping[str, NDArray[np.int64]], columns: Columns, the_terms: Terms) -> None:
    """Bring ``until`` forward for those who reach an age that the guarantee turns on."""
    rows = np.flatnonzero(results["birthday_before"])
    if not len(rows):
        return
    absent = np.zeros(len(rows), np.int64)
    names = ("born", "partner_born", "couple")
    some = {name: columns[name][rows].astype(np.int64) if name in columns else absent for name in names}
    results["until"][rows] = np.minimum(results["until"][rows], first_birthdays(some, the_terms))
