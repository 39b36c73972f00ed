"""From plain text to parts: blank lines part paragraphs, ``- `` begins a point, ``# `` a heading; no more."""

import re
from collections.abc import Iterator

from .letter import Heading, Paragraph, Part, Points

POINT, HEADING = "- ", "# "


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a plain text, in order."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return tuple(part for block in blocks if block.strip() for part in _block(block.strip()))


def _block(block: str) -> Iterator[Part]:
    words: list[str] = []
    points: list[str] = []
    for line in block.split("\n"):
        is_point = line.startswith(POINT)
        if points and not is_point:
            yield Points(tuple(points))
            points = []
        if words and (is_point or line.startswith(HEADING)):
            yield Paragraph("\n".join(words))
            words = []
        if is_point:
            points.append(line.removeprefix(POINT).strip())
        elif line.startswith(HEADING):
            yield Heading(line.removeprefix(HEADING).strip())
        else:
            words.append(line.rstrip())
    if points:
        yield Points(tuple(points))
    if words:
        yield Paragraph("\n".join(words))
