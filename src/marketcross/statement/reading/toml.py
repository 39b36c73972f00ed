"""TOML files of the pack, and the line on which to complain about one of their keys."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from marketcross.statement.reading.files import CONTROL, Folder
from marketcross.statement.reading.problems import Problems, quoted

LARGEST = 1_000_000  # bytes
_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")

Table = Mapping[str, Any]


class Toml:
    """A parsed file that is asked table by table for its keys."""

    def __init__(self, file: str, text: str, content: Table, problems: Problems) -> None:
        self.file, self.content = file, content
        self._lines = text.splitlines()
        self._problems = problems

    def refuse(self, message: str, header: str = "", nth: int = 1) -> None:
        """``header`` is the table as the file writes it, ``[area]`` or ``[[model]]``; ``nth`` which of several."""
        lines = [number for number, line in enumerate(self._lines, 1) if line.strip().startswith(header or "\0")]
        self._problems.add(self.file, lines[nth - 1] if len(lines) >= nth else 1, message)

    def table(self, key: str) -> Table:
        """The table ``[key]``; where there is none, an empty one, in which every key will be missed."""
        found = self.content.get(key, {})
        if isinstance(found, dict):
            return found
        self.refuse(f"{key} is not a table: write [{key}] on a line of its own")
        return {}

    def tables(self, key: str) -> list[Table]:
        """The tables of ``[[key]]``, none where there is none."""
        found = self.content.get(key, [])
        if isinstance(found, list) and all(isinstance(one, dict) for one in found):
            return found
        self.refuse(f"{key} is not a list of tables: begin each with [[{key}]]")
        return []

    def words(
        self,
        found: Table,
        keys: tuple[str, ...],
        header: str,
        nth: int = 1,
        *,
        may_lack: tuple[str, ...] = (),
        more_keys: bool = False,
    ) -> dict[str, str]:
        """The texts of these keys of a table; '' where one is missing, with a complaint unless it may be."""
        if not more_keys:
            self.only(found, keys, header, nth)
        words = {key: _text(found.get(key, "")) for key in keys}
        for key, word in words.items():
            if word == "" and key not in may_lack:
                self.refuse(f'{header} {key} is missing: write {key} = "..." below {header}', header, nth)
            elif word is None:
                self.refuse(f'{header} {key} is not a text: write {key} = "..."', header, nth)
        return {key: word or "" for key, word in words.items()}

    def only(self, found: Table, keys: tuple[str, ...], header: str = "", nth: int = 1) -> None:
        for key in found:
            if key not in keys:
                where = f" in {header}" if header else ""
                self.refuse(f"unknown key {quoted(key)}{where}: the keys are {', '.join(keys)}", header, nth)


def _text(value: object) -> str | None:
    """A text without the blanks around it; whole numbers and days (edition = 2020) are taken as they are written."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | date) and not isinstance(value, bool) else None


def read_toml(folder: Folder, file: str) -> Toml | None:
    text = folder.text(file, LARGEST)
    if text is None:
        return None
    try:
        content = tomllib.loads(text)
        _refuse_control(content)
        return Toml(file, text, content, folder.problems)
    except RecursionError:
        folder.problems.add_unread(file, 1, "is nested too deeply: a pack needs two levels at the most")
    except ValueError as error:  # TOMLDecodeError, and numbers too long to be read
        found = _LINE.search(str(error))
        what = quoted(_LINE.sub("", str(error)).strip(), mark="", longest=120)
        folder.problems.add_unread(file, int(found[1]) if found else 1, f"is not TOML: {what}")
    return None


def _refuse_control(content: Table) -> None:
    """An escape in a text brings in characters that the file itself may not hold."""
    waiting: list[object] = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (found := CONTROL.search(value)):
            raise ValueError(f"an escape stands for the control character U+{ord(found[0]):04X}: remove it")
