"""What is wrong with a pack, gathered so that the author sees all of it at once."""

from collections import Counter
from typing import NamedTuple

MOST_PER_FILE = 1000  # a file that is wrong throughout must not bury the others
LONGEST_QUOTE = 60


class Problem(NamedTuple):
    """``message`` says what is wrong and what to do."""

    file: str  # inside the pack
    line: int  # from 1; 1 also where the whole file is meant
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class PackErrors(Exception):
    """A pack that cannot be read; ``problems`` in the order of files and lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Problems:
    """Collects, and raises them all when asked."""

    def __init__(self) -> None:
        self.unread: set[str] = set()  # files that could not be read, so that what they hold is not known
        self._found: list[Problem] = []
        self._per_file: Counter[str] = Counter()

    def add_unread(self, file: str, line: int, message: str) -> None:
        self.unread.add(file)
        self.add(file, line, message)

    def add(self, file: str, line: int, message: str) -> None:
        file = quoted(file, mark="", longest=200)
        self._per_file[file] += 1
        if self._per_file[file] <= MOST_PER_FILE:
            self._found.append(Problem(file, line, message))

    def raise_any(self) -> None:
        if self._found:
            raise PackErrors(tuple(sorted([*self._found, *self._unsaid()], key=lambda problem: problem[:2])))

    def _unsaid(self) -> list[Problem]:
        last = {problem.file: problem.line for problem in sorted(self._found)}
        more = {file: number - MOST_PER_FILE for file, number in self._per_file.items() if number > MOST_PER_FILE}
        return [Problem(file, last[file], f"and {number} more problems in this file") for file, number in more.items()]


def quoted(text: str, mark: str = "'", longest: int = LONGEST_QUOTE) -> str:
    """Somebody's text made safe for one line of a message: short, and nothing in it that a terminal would obey."""
    short = text if len(text) <= longest else text[: longest - 3] + "..."
    return mark + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short) + mark
