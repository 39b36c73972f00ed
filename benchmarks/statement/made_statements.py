"""Statements to measure: their bytes, and as many different ones as are asked for. A module of its own, so that other
processes can import it."""

import hashlib
import resource
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.pack import Pack
from marketcross.statement.publishing import files_of, prepare
from marketcross.statement.reading import read_pack

ROOT = Path(__file__).resolve().parents[2]
PACKS = [file.parent for file in sorted((ROOT / "packs").glob("*/pack.toml"))]


def digest(pack: Pack) -> str:
    """Everything that would be written, in one number."""
    total = hashlib.sha256()
    for name, content in files_of(prepare(pack)):
        total.update(name.encode() + b"\0" + content)
    return total.hexdigest()


class Share(NamedTuple):
    """What a process used: seconds of work, and the most memory held after a quarter of its share and at the end."""

    cpu: float
    early: int
    late: int


def build_share(share: range) -> Share:
    """Build every statement of a share."""
    early = 0
    for done, number in enumerate(share, 1):
        digest(variant(read_pack(PACKS[number % len(PACKS)]), number))
        if done == max(1, len(share) // 4):
            early = held()
    return Share(time.process_time(), early, held())


def held() -> int:
    """MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 if sys.platform != "darwin" else 1024 * 1024)


def variant(pack: Pack, number: int) -> Pack:
    """The same pack about another place: title and large whole numbers differ, so that no cache holds its charts."""
    figures = {figure.id: moved(figure, number) for figure in pack.figures.values()}
    return replace(pack, title=f"{pack.title} ({number})", figures=figures)


def moved(figure: Figure, number: int) -> Figure:
    if not figure.printed.isdigit() or figure.value < 1000 or figure.precision is not None:
        return figure
    printed = str(int(figure.printed) + number)
    return replace(figure, printed=printed, value=Fraction(printed))


if __name__ == "__main__":
    for word in sys.argv[1:]:
        print(digest(read_pack(Path(word))))
