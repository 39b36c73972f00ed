"""Where a key stands in models.toml: the parsed file no longer knows."""

import re
from pathlib import Path

_MODEL = re.compile(r"\s*\[\[\s*model\s*\]\]")


class Lines:
    """The file's lines, split at each ``[[model]]``; a file that cannot be read again has line 1 for everything."""

    def __init__(self, path: Path) -> None:
        try:
            self._lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            self._lines = []
        self._starts = [number for number, line in enumerate(self._lines) if _MODEL.match(line)]

    def of(self, model: int, key: str) -> int:
        """The line, from 1, of a key (or of a table so named) of the model counted from 0; else the model's own."""
        if model >= len(self._starts):
            return 1
        start = self._starts[model]
        end = self._starts[model + 1] if model + 1 < len(self._starts) else len(self._lines)
        named = re.compile(rf'\s*"?{re.escape(key)}"?\s*=|\s*\[\[?\s*model\.([\w.]+\.)?{re.escape(key)}\s*\]')
        return next((number for number in range(start, end) if key and named.match(self._lines[number])), start) + 1
