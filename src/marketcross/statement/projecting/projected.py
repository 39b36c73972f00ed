"""What a projection holds."""

from dataclasses import dataclass

DemandRow = tuple[str, int, str, float]  # area, year, condition, people
ClientRow = tuple[str, int, str, str, str, float]  # area, year, service, group, method, people


@dataclass(frozen=True, slots=True)
class Projected:
    """Both tables, sorted by their columns, and what was assumed or left out, in sentences."""

    demand: tuple[DemandRow, ...]
    clients: tuple[ClientRow, ...]
    notes: tuple[str, ...]
