"""Where a key stands in models.toml: the parsed file no longer knows."""

import re
from pathlib import Path

from marketcross.statement.models.asking import Place

_MODEL = re.compile(r"\s*\[\[\s*model\s*\]\]")


class Lines:
    """The file's lines, split at each ``[[model]]``; a file that cannot be read again has line 1 for everything."""

    def __init__(self, path: Path) -> None:
        try:
            self._lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            self._lines = []
        self._starts = [number for number, line in enumerate(self._lines) if _MODEL.match(line)]

    def of(self, model: int, place: Place) -> int:
        """The line, from 1, of a place in the model counted from 0; where it is not found, that of what holds it."""
        if model >= len(self._starts):
            return 1
        at, end = self._starts[model], [*self._starts, len(self._lines)][model + 1]
        names: list[str] = []
        for step in place:
            if isinstance(step, int):
                rows = self._matching(rf"\s*\[\[\s*model\.{re.escape('.'.join(names))}\s*\]\]", at, end)
                at = rows[step] if step < len(rows) else at
            else:
                names.append(step)
                header = rf"\s*\[\[?\s*model\.{re.escape('.'.join(names))}\s*\]"
                at = next(iter(self._matching(rf'\s*"?{re.escape(step)}"?\s*=|{header}', at, end)), at)
        return at + 1

    def _matching(self, pattern: str, start: int, end: int) -> list[int]:
        wanted = re.compile(pattern)
        return [number for number in range(start, end) if wanted.match(self._lines[number])]
