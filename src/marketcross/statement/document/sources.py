"""The documents that figures were taken from."""

from collections import Counter

from marketcross.engine.evidence.figures import Source
from marketcross.statement.document.blocks import Block, Paragraph, Record, Records, Runs, Text
from marketcross.statement.document.material import Material
from marketcross.statement.printing import number


def source_anchor(id: str) -> str:
    return f"source-{id}"


def source_blocks(it: Material) -> tuple[Block, ...]:
    """Each source with how many figures it gives, and how many printed numbers were left out."""
    if not it.pack.sources:
        return ()
    figures = Counter(figure.source for figure in it.pack.figures.values())
    entries = tuple(_entry(source, figures[source.id]) for source in it.pack.sources.values())
    return (Records("source", entries), *_omitted(it))


def _entry(source: Source, figures: int) -> Record:
    rows: list[tuple[str, Runs]] = [("Publisher", (Text(source.publisher),)), ("Year", (Text(source.year),))]
    rows.append(("Figures taken from it", (Text(number(str(figures), "")),)))
    return Record(source_anchor(source.id), (Text(source.title),), (), tuple(row for row in rows if row[1][0]), level=0)


def _omitted(it: Material) -> tuple[Block, ...]:
    count = len(it.pack.omitted)
    if not count:
        return ()
    numbers = "number that the sources print is" if count == 1 else "numbers that the sources print are"
    words = f"{count:,} {numbers} left out. The file evidence.json lists what was left out, with the reason."
    return (Paragraph((Text(words),)),)
