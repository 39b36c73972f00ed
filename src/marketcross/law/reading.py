"""One YAML document read with its problems collected: the same care for shipped values and for a council's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LawError(ValueError):
    """What is wrong with files of statutory values, all at once, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(slots=True)
class Reader:
    """Takes fields out of a mapping and notes what is missing, of the wrong kind, or unknown."""

    where: str
    problems: list[str] = field(default_factory=list)

    def parse(self, text: str) -> Mapping[str, Any]:
        try:
            document = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, in C where it is there
        except yaml.YAMLError as error:
            self.problems.append(f"{self.where}: is not YAML: {error}")
            return {}
        if not isinstance(document, dict):
            self.problems.append(f"{self.where}: must be a mapping of fields.")
            return {}
        return document

    def only(self, fields: Mapping[str, Any], known: set[str], what: str = "") -> None:
        self.problems += [f"{self.where}: {what}'{name}' is not a known field." for name in fields if name not in known]

    def text(self, fields: Mapping[str, Any], name: str, what: str = "") -> str:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        found = "is missing" if value is None else f"must be text in quotes, and is {value!r}"
        self.problems.append(f"{self.where}: {what}'{name}' {found}.")
        return ""

    def day(self, fields: Mapping[str, Any], name: str, what: str = "") -> date:
        value = fields.get(name)
        if isinstance(value, date):
            return value
        self.problems.append(f"{self.where}: {what}'{name}' must be a day such as 2026-04-06.")
        return date.min
