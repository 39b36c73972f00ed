"""What somebody typed, as one paragraph of a statement: never as a heading, a list, a link or a figure."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST = re.compile(r"^([-+=]|\d+(?=[.)]))")


def paragraph(text: str) -> str:
    """One line of CommonMark that shows just ``text``."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(lambda found: f"\N{ZERO WIDTH NON-JOINER}{found[0]}", line)
