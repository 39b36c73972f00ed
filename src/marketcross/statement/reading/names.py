"""The ids of one file: each used once, and known to the files that refer to them."""

import re

from marketcross.statement.reading.problems import Problems, quoted
from marketcross.statement.reading.tables import Row

LONGEST = 200
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")


class Names:
    """Every well-formed id of a file with its line, even where the rest of the row is wrong."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self._problems = problems

    def take(self, row: Row) -> str | None:
        """The row's id, or None (and a complaint) where it is missing, no name, or taken."""
        id = row["id"]
        complaint = complaint_about(id)
        if complaint is None and id in self.lines:
            complaint = f"id {quoted(id)} is a duplicate of line {self.lines[id]}: give one of the two another id"
        if complaint is None:
            self.lines[id] = row.line
            return id
        row.refuse(complaint)
        return None

    def lack(self, id: str) -> bool:
        """Whether the id is surely unknown: nothing is sure where the file itself could not be read."""
        return id not in self.lines and self.file not in self._problems.unread


def complaint_about(id: str) -> str | None:
    if not id:
        return "id is missing: give the row a name of its own, like extra_care_units_2020"
    if len(id) > LONGEST or not _NAME.fullmatch(id):
        return f"id {quoted(id)} is no name: use letters, digits and _ (at most {LONGEST}), no blanks"
    return None
