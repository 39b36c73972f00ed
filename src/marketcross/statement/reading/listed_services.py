"""services.csv: the services that the sources name."""

from collections.abc import Container

from marketcross.statement.pack import Service
from marketcross.statement.reading.cells import whole
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.printed_figures import check_source
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.tables import Row, table

SERVICES, COLUMNS = "services.csv", "id,name,kind,locality,capacity,ownership,rating,source"


def read_services(folder: Folder, sources: Names, places: Container[str]) -> tuple[Service, ...]:
    """``places``: the localities and the area itself. An empty locality or capacity is not printed."""
    names, found = Names(SERVICES, folder.problems), []
    for row in table(folder, SERVICES, COLUMNS) if folder.has(SERVICES) else ():
        id, known = names.take(row), check_source(row, sources) & _check_place(row, places)
        capacity = whole(row, "capacity") if row["capacity"] else None
        if id is not None and known:
            name, kind = row["name"] or id, row["kind"]
            rest = row["ownership"], row["rating"], row["source"]
            found.append(Service(id, name, kind, row["locality"], capacity, *rest))
    return tuple(found)


def _check_place(row: Row, places: Container[str]) -> bool:
    if not row["locality"] or row["locality"] in places:
        return True
    row.refuse(
        f"unknown locality {quoted(row['locality'])}: name an id of [[localities]] in pack.toml, or add it there"
    )
    return False
