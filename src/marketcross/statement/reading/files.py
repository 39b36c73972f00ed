"""Getting text out of a pack's folder without trusting it: no way out, no giants, no bytes that are not text."""

import re
from itertools import islice
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from marketcross.statement.reading.problems import Problems, quoted

LARGEST = 50_000_000  # bytes of one file; the packs that we ship have none above 200,000
MOST_FILES = 1000  # in one folder
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class _RefusedError(Exception):
    """Why a file or folder is not read, and on which line that shows."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.line = message, line


class Folder:
    """A pack's folder. Whatever cannot be read is noted in ``problems``."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root = root.resolve()
        self.problems = problems

    def has(self, file: str) -> bool:
        """Whether something goes by this name, be it only a link that leads nowhere."""
        try:
            (self.root / file).lstat()
        except OSError:
            return False
        return True

    def names(self, folder: str) -> list[str]:
        """What a sub-folder holds, as paths inside the pack and in order; nothing where it is absent."""
        if not self.has(folder):
            return []
        try:
            return _listed(self._inside(folder), folder)
        except _RefusedError as refused:
            self.problems.add_unread(folder, refused.line, refused.message)
            return []

    def text(self, file: str, largest: int = LARGEST) -> str | None:
        """The file's text, without a byte order mark; None where it cannot be read."""
        try:
            return _decoded(_content(self._inside(file), largest))
        except _RefusedError as refused:
            self.problems.add_unread(file, refused.line, refused.message)
            return None

    def _inside(self, file: str) -> Path:
        if not self.has(file):
            raise _RefusedError("is missing: a pack needs this file")
        try:
            target = (self.root / file).resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise _RefusedError(
                f"is a link that leads nowhere ({_reason(error)}): put the file itself there"
            ) from error
        if not target.is_relative_to(self.root):
            raise _RefusedError("leads to a path outside the pack: put the file itself into the pack")
        return target


def _listed(path: Path, folder: str) -> list[str]:
    try:
        found = sorted(entry.name for entry in islice(path.iterdir(), MOST_FILES + 1))
    except OSError as error:
        raise _RefusedError(f"cannot be listed ({_reason(error)}): make it a folder that can be read") from error
    if len(found) > MOST_FILES:
        raise _RefusedError(f"holds more than {MOST_FILES} files, the most that is read: remove some")
    return [str(PurePosixPath(folder, name)) for name in found]


def _content(path: Path, largest: int) -> bytes:
    """A pipe would be waited for without end, a device read without end, a giant fill the memory."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise _RefusedError("is a folder, a pipe or a device: put an ordinary file there")
        if status.st_size > largest:
            size = f"has {status.st_size:,} bytes, and {largest:,} is the limit"
            raise _RefusedError(f"{size}: keep only the rows about this area, or split the pack")
        with path.open("rb") as stream:
            return stream.read(largest)
    except OSError as error:
        raise _RefusedError(f"cannot be read ({_reason(error)}): make it readable") from error


def _decoded(content: bytes) -> str:
    if not content.strip():
        raise _RefusedError("is empty: fill it in, or remove it where the format lets you")
    if content.startswith(_UTF_16):
        raise _RefusedError("is UTF-16: save it as UTF-8 (in Excel, 'CSV UTF-8')")
    try:
        text = content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 at byte {error.start} (0x{content[error.start]:02x})"
        raise _RefusedError(f"{what}: save the file as UTF-8 (in Excel, 'CSV UTF-8')", line) from error
    match = CONTROL.search(text)
    if match is None:
        return text
    name = "a NUL byte" if match[0] == "\0" else f"the control character U+{ord(match[0]):04X}"
    line = text.count("\n", 0, match.start()) + 1
    raise _RefusedError(f"holds {name}: remove it, or save the file as plain text again", line)


def _reason(error: BaseException) -> str:
    return quoted(getattr(error, "strerror", None) or type(error).__name__, mark="")
