"""sources.csv, figures.csv and omitted.csv: what is printed, and where."""

from fractions import Fraction

from marketcross.engine.evidence.figures import QUALIFIERS, Figure, Source
from marketcross.engine.evidence.printed import ImpossibleIntervalError, printed_interval
from marketcross.statement.pack import Omission
from marketcross.statement.reading.cells import number, one_of
from marketcross.statement.reading.dates import is_period
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.tables import Row, table

SOURCES, SOURCE_COLUMNS = "sources.csv", "id,title,publisher,year,locator_kind"
FIGURES = "figures.csv"
FIGURE_COLUMNS = "id,label,value,unit,period,area,group,qualifier,precision,source,locator,note"
OMITTED, OMITTED_COLUMNS = "omitted.csv", "printed,source,locator,reason"
ALWAYS_POSSIBLE = "", "count", "at_least"  # whatever the value
LOCATOR_KINDS = ("page", "section", "table")


def read_sources(folder: Folder) -> tuple[dict[str, Source], Names]:
    names, sources = Names(SOURCES, folder.problems), {}
    for row in table(folder, SOURCES, SOURCE_COLUMNS):
        id, kind = names.take(row), one_of(row, "locator_kind", LOCATOR_KINDS)
        if id is not None and kind is not None:
            sources[id] = Source(id, row["title"] or id, row["publisher"], row["year"], kind)
    return sources, names


def read_figures(folder: Folder, sources: Names, area: str) -> tuple[dict[str, Figure], Names]:
    """Figures by id. An empty label is the id, an empty area the pack's own."""
    names, figures = Names(FIGURES, folder.problems), {}
    for row in table(folder, FIGURES, FIGURE_COLUMNS):
        id, figure = names.take(row), _figure(row, sources, area)
        if id is not None and figure is not None:
            figures[id] = figure
    return figures, names


def _figure(row: Row, sources: Names, area: str) -> Figure | None:
    value, qualifier = number(row, "value"), one_of(row, "qualifier", QUALIFIERS)
    width = number(row, "precision") if row["precision"] else None
    known = check_source(row, sources) & _check_period(row)
    if value is None or qualifier is None or (width is None and row["precision"]) or not known:
        return None
    figure = _assembled(row, value, qualifier, width, area)
    if qualifier in ALWAYS_POSSIBLE and width is None:
        return figure
    try:
        printed_interval(figure)
    except ImpossibleIntervalError as error:
        row.refuse(f"impossible interval: {error}")
        return None
    return figure


def _assembled(row: Row, value: Fraction, qualifier: str, width: Fraction | None, area: str) -> Figure:
    return Figure(
        id=row["id"],
        label=row["label"] or row["id"],
        printed=row["value"],
        value=value,
        unit=row["unit"],
        period=row["period"],
        area=row["area"] or area,
        group=row["group"],
        qualifier=qualifier,
        precision=width,
        source=row["source"],
        locator=row["locator"],
        note=row["note"],
    )


def check_source(row: Row, sources: Names) -> bool:
    """Whether the row's source stands in sources.csv."""
    if not sources.lack(row["source"]):
        return True
    known = f"name one of {SOURCES}, or add it there"
    row.refuse(f"unknown source {quoted(row['source'])}: {known}" if row["source"] else f"source is missing: {known}")
    return False


def _check_period(row: Row) -> bool:
    if is_period(row["period"]):
        return True
    row.refuse(f"period {quoted(row['period'])} is none: write 2017, 2019-20 or 2015-09-30")
    return False


def read_omitted(folder: Folder, sources: Names) -> tuple[Omission, ...]:
    if not folder.has(OMITTED):
        return ()
    return tuple(
        Omission(row["printed"], row["source"], row["locator"], row["reason"])
        for row in table(folder, OMITTED, OMITTED_COLUMNS)
        if check_source(row, sources) & _says_why(row)
    )


def _says_why(row: Row) -> bool:
    if row["printed"] and row["reason"]:
        return True
    row.refuse("printed and reason must both say something: what was left out, and why")
    return False
