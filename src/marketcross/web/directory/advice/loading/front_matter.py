"""The head of a file: YAML between two lines of dashes, each field with the line that it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

DASHES = "---"


@dataclass(slots=True)
class Head:
    """Fields of a head, and every problem of the file so far as ``file:line: message``."""

    file: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def say(self, line: int, message: str) -> None:
        self.problems.append(f"{self.file}:{line}: {message}")

    def only(self, known: set[str]) -> None:
        for name in self.fields:
            if name not in known:
                self.say(self.lines[name], f"'{name}' is not a known field; known are {', '.join(sorted(known))}.")

    def text(self, name: str, *, most: int = 300, default: str | None = None) -> str:
        value = self.fields.get(name, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            self.say(self.lines.get(name, 1), f"'{name}' must be text.")
            return ""
        if len(value) > most:
            self.say(self.lines.get(name, 1), f"'{name}' has {len(value)} letters; at most {most} fit.")
        return " ".join(value.split())

    def whole(self, name: str) -> int:
        value = self.fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.say(self.lines.get(name, 1), f"'{name}' must be a whole number.")
        return 0

    def day(self, name: str) -> date:
        value = self.fields.get(name)
        if isinstance(value, date):
            return value
        self.say(self.lines.get(name, 1), f"'{name}' must be a day such as 2026-11-22.")
        return date.min


def split(file: str, text: str) -> tuple[Head, list[tuple[int, str]]]:
    """The head, and the other lines with their numbers."""
    lines = list(enumerate(text.replace("\r\n", "\n").split("\n"), 1))
    ends = [number for number, line in lines if line.strip() == DASHES]
    if len(ends) < 2 or ends[0] != 1:
        head = Head(file)
        head.say(1, "must begin with a head: a line ---, the fields, and another line ---.")
        return head, []
    return _head(file, "\n".join(line for number, line in lines[1 : ends[1] - 1])), lines[ends[1] :]


def _head(file: str, text: str) -> Head:
    head = Head(file)
    try:
        node, fields = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        head.say(mark.line + 2 if mark else 1, f"the head is not YAML: {getattr(error, 'problem', error)}")
        return head
    if not isinstance(node, yaml.MappingNode) or not isinstance(fields, dict):
        head.say(1, "the head must be fields with values.")
        return head
    head.fields = {str(name): value for name, value in fields.items()}
    head.lines = {key.value: key.start_mark.line + 2 for key, _ in node.value}
    return head
