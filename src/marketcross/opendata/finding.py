"""What is wrong in a published file, all at once: each finding names the file and the line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

_SHOWN = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something to mend. ``line`` counts from 1, the heading included."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class BadFileError(ValueError):
    """The file cannot be taken as it is. ``findings`` holds everything that is wrong; the message the first fifty."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        more = len(self.findings) - _SHOWN
        shown = [str(finding) for finding in self.findings[:_SHOWN]]
        super().__init__("\n".join([*shown, *([f"and {more:,} more."] if more > 0 else [])]))


def gathering(rows: Iterable[T], findings: list[Finding]) -> Iterator[T]:
    """Yield ``rows``; what they end with, if they end badly, joins the other findings."""
    try:
        yield from rows
    except BadFileError as error:
        findings += error.findings
