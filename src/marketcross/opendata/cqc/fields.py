"""The fields of one row as typed values, with everything that is wrong with the row gathered."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from marketcross.engine.vocabulary.postcode import normal_postcode
from marketcross.opendata.cqc.rating import Rated, Rating, rating_of

# 2026-01-09, 09/01/2026, 09/Jan/2026; a time may follow and says nothing.
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%b/%Y")
_TIME = re.compile(r"(T| - | )\d{2}:\d{2}.*$")
_FLAGS = {"Y": True, "N": False, "": None}


class Fields:
    """Cells by name. A cell that cannot be read gives None and one more of ``problems``."""

    def __init__(self, cells: Mapping[str, str], problems: list[str]) -> None:
        self._cells, self.problems = cells, problems

    def text(self, name: str) -> str:
        """The cell; empty too where the file has no such column, or a dash stands for nothing."""
        cell = self._cells.get(name, "")
        return "" if cell == "-" else cell

    def needed(self, name: str) -> str:
        if not self.text(name):
            self.problems.append(f"{name} is empty")
        return self.text(name)

    def postcode(self, name: str) -> str:
        """The postcode in its usual form; empty where there is none."""
        written = self.text(name)
        read = normal_postcode(written)
        if written and read is None:
            self.problems.append(f"{name} {written!r} is not a postcode")
        return read or ""

    def day(self, name: str) -> date | None:
        written = _TIME.sub("", self.text(name))
        for form in _DAYS if written else ():
            try:
                return datetime.strptime(written, form).date()
            except ValueError:
                continue
        if written:
            self.problems.append(f"{name} {written!r} is no day: write it as 2026-01-09")
        return None

    def yes(self, name: str) -> bool | None:
        """Y or N; None where the cell is empty."""
        written = self.text(name).upper()
        if written not in _FLAGS:
            self.problems.append(f"{name} {written!r} is neither Y nor N")
        return _FLAGS.get(written)

    def count(self, name: str) -> int | None:
        written = self.text(name)
        if written and not written.isdecimal():
            self.problems.append(f"{name} {written!r} is no whole number")
            return None
        return int(written) if written else None

    def listed(self, name: str) -> tuple[str, ...]:
        """The parts of a cell that bars divide."""
        return tuple(part.strip() for part in self.text(name).split("|") if part.strip())

    def ticked(self, prefix: str) -> tuple[str, ...]:
        """The columns that begin with ``prefix`` and hold Y, without it."""
        names = [name for name in self._cells if name.startswith(prefix)]
        return tuple(name.removeprefix(prefix) for name in names if self.yes(name))

    def rating(self, name: str) -> Rating | None:
        try:
            return rating_of(self.text(name))
        except ValueError as error:
            self.problems.append(f"{name} {error}")
            return None

    def rated(self, rating: str, on: str) -> Rated | None:
        """A rating with the day of its report; None where it is not rated."""
        found, day = self.rating(rating), self.day(on)
        return Rated(found, day) if found else None
