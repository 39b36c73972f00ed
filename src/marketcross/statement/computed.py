"""What a model of models.toml hands to the statement: single results and a table, each leading back to its inputs."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Computed:
    """One computed figure, printed by ``{{ model_id.key }}``.

    ``low`` and ``high`` bound what the printed inputs allow (None: unbounded or not known); ``method`` is a page of
    docs/method without its ending; ``inputs`` are figure ids, or names of series files. ``compared_with`` are figures
    that a source prints for the same thing: no inputs, and what they say of the result stands in ``note``.
    """

    id: str
    label: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: str
    period: str
    area: str
    group: str
    decimals: int
    method: str
    inputs: tuple[str, ...]
    note: str = ""
    compared_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelTable:
    """A whole table of results. A cell is text, or the id of a Computed or of a figure given as ``Ref``."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple["str | Ref", ...], ...]
    chart: str = ""  # "", bars, stacked or lines
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell that prints a figure or a computed figure and links to its evidence."""

    id: str


@dataclass(frozen=True, slots=True)
class ModelResult:
    """Everything that one ``[[model]]`` gives."""

    id: str
    kind: str
    computed: tuple[Computed, ...]
    table: ModelTable | None
