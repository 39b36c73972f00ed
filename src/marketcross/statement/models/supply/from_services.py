"""Supply counted from services.csv, exactly."""

from collections.abc import Sequence
from fractions import Fraction

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.supply import Holding, Size, size
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.building import Building, Cell, slug, words
from marketcross.statement.models.supply.asked import Asked, By, Laid
from marketcross.statement.pack import Pack, Service

SERVICES = "services.csv"
NOT_PRINTED = "not printed"


def from_services(building: Building, asked: Asked) -> Laid:
    services = [one for one in building.pack.services if not asked.kinds or one.kind in asked.kinds]
    if not services:
        raise refuse(f"{SERVICES} has no services{' of these kinds' if asked.kinds else ''}", "kinds")
    groups = _grouped(services, asked.by)
    table = [_service_row(building, asked, name, group, services) for name, group in groups.items()]
    if len(groups) > 1:
        table.append(_service_row(building, asked, "", services, services))
    else:
        _service_row(building, asked, "", services, services)
    unit = asked.unit.value
    columns = [
        words(asked.by),
        "Homes",
        "Share of homes",
        unit.capitalize(),
        f"Share of {unit}",
        "Mean size",
        "Median size",
    ]
    return columns, table, (Bounded.exactly(_size(services).places), (SERVICES,))


def _grouped(services: Sequence[Service], by: By) -> dict[str, list[Service]]:
    """Largest group first; what the source does not print is a group of its own, last."""
    groups: dict[str, list[Service]] = {}
    for one in services:
        groups.setdefault(getattr(one, by) or NOT_PRINTED, []).append(one)
    return dict(sorted(groups.items(), key=lambda item: (item[0] == NOT_PRINTED, -len(item[1]), item[0])))


def _size(services: Sequence[Service]) -> Size:
    return size(Holding(one.id, one.capacity) for one in services)


def _service_row(
    building: Building, asked: Asked, name: str, group: Sequence[Service], everything: Sequence[Service]
) -> list[Cell]:
    """Counts, shares and sizes of one group; no name is all of them."""
    prefix = f"{slug(name)}_" if name else ""
    title = _title(building.pack, asked.by, name) if name else "All"
    of, whole = _size(group), _size(everything)
    unit = asked.unit.value

    def add(key: str, label: str, value: Fraction | int | None, counted: str, decimals: int | None = None) -> Cell:
        if value is None:
            return ""
        said, exact = f"{title}: {label}", Bounded.exactly(value)
        return building.add(f"{prefix}{key}", said, exact, counted, (SERVICES,), decimals=decimals)

    return [
        title,
        add("homes", "homes", of.services, "homes"),
        add("share_of_homes", "share of homes", Fraction(100 * of.services, whole.services), "percent"),
        add(unit, unit, of.places if of.with_places else None, unit),
        add("share", f"share of {unit}", Fraction(100 * of.places, whole.places) if whole.places else None, "percent"),
        add("mean_size", f"mean number of {unit}", of.mean, f"{unit}_per_home", 1),
        add("median_size", f"median number of {unit}", of.median, f"{unit}_per_home", 1),
    ]


def _title(pack: Pack, by: By, name: str) -> str:
    names = {one.id: one.name for one in pack.localities} if by is By.LOCALITY else {}
    return names.get(name) or words(name)
