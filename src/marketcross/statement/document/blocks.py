"""What a statement is made of. Text is always plain text here: only a rendering knows how to escape it.

An ``anchor`` names a place that links can lead to; it is unique in the document.
"""

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a disagreement, and where it is set out."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A printed figure: a link to its evidence, and itself a place (``anchor``) that the evidence links back to.

    ``marks`` are the disagreements that the figure takes part in.
    """

    fact: str
    text: str
    anchor: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document: http, https or mailto, nothing else."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to another place in the document."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line in the same paragraph."""


Run = Text | FigureLink | Link | Jump | Break
Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The words of runs, without anything that makes them links or new lines."""
    return "".join(" " if isinstance(run, Break) else run.text.replace("\n", " ") for run in runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 2 is just below a section's own title, which is level 1."""

    level: int
    anchor: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``start`` is None where it has no numbers."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """``number`` is what a chart draws and the data file holds; None where the cell is text."""

    runs: Runs
    number: Fraction | None = None
    digits: str = ""  # the number as printed, for the data file
    unit: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A table drawn. ``alternative`` says in words what the picture shows."""

    svg: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Table:
    anchor: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: Chart | None = None
    note: str = ""
    file: str = ""  # its data file, without folder

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold numbers of one unit, and nothing else but empty cells."""
        return tuple(map(self._is_numeric, range(len(self.columns))))

    def _is_numeric(self, column: int) -> bool:
        cells = [row[column] for row in self.rows if plain(row[column].runs).strip()]
        return len({cell.unit for cell in cells}) == 1 and all(cell.number is not None for cell in cells)

    @property
    def linked(self) -> bool:
        """Whether it holds a link, so that a keyboard can reach and scroll it."""
        return any(not isinstance(run, Text | Break) for row in self.rows for cell in row for run in cell.runs)


@dataclass(frozen=True, slots=True)
class Records:
    """Entries of one kind, each a title and labelled values: evidence, opportunities, disagreements."""

    kind: str
    entries: tuple["Record", ...]


@dataclass(frozen=True, slots=True)
class Record:
    anchor: str
    title: Runs
    blocks: tuple["Block", ...]
    rows: tuple[tuple[str, Runs], ...]
    level: int = 2  # 0: too many to be headings


@dataclass(frozen=True, slots=True)
class Note:
    """Set apart from the text: ``kind`` is disagreement, draft or aside."""

    kind: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the one-page message: ``kind`` is more, less or other."""

    kind: str
    heading: Heading
    blocks: tuple["Block", ...]


Block = Paragraph | Heading | Bullets | Quote | Table | Records | Note | Panel


@dataclass(frozen=True, slots=True)
class Section:
    slug: str
    anchor: str
    title: str
    blocks: tuple[Block, ...]
    one_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole statement. ``edition_line`` says the edition and the day, or that it is a draft."""

    title: str
    area: str
    publisher: str
    edition_line: str
    published: str  # ISO day; "" for a draft
    contact_email: str
    draft: bool
    sections: tuple[Section, ...]
    work_list: tuple[Block, ...] = field(default=())
