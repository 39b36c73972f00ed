"""A folder of results replaced whole or not touched, whatever happens in between: a reader, a kill, the power."""

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD = -100  # linux/fcntl.h
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS


class UnusableFolderError(Exception):
    """A folder that must not be replaced."""


def refuse_unsafe(out: Path, *kept: Path) -> None:
    """A slip of the keyboard must not replace what is read, the home folder or the folder that somebody works in."""
    out = out.resolve()
    if out.exists() and not out.is_dir():
        raise UnusableFolderError(f"{out} is a file: name a folder for the results")
    for path in (*kept, Path.home(), Path.cwd()):
        if path.resolve().is_relative_to(out):
            raise UnusableFolderError(f"{out} holds {path}, and would be replaced: name another folder")


def replace_folder(out: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write everything beside ``out`` and onto the disk, then let it take the place of ``out`` in one step."""
    with filled_folder(out) as fresh:
        for name, content in files:
            _write(fresh / name, content)


@contextmanager
def filled_folder(out: Path) -> Iterator[Path]:
    """An empty folder to write into; once it is filled without an error it takes the place of ``out``."""
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-", ignore_cleanup_errors=True) as beside:
        fresh = Path(beside) / "new"
        fresh.mkdir()
        yield fresh
        for folder in [*(path for path in fresh.rglob("*") if path.is_dir()), fresh]:
            _settle(folder)
        _take_place(fresh, out)
        _settle(out.parent)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Make the names in a folder outlive a loss of power; a system that cannot is none the worse."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _take_place(fresh: Path, out: Path) -> None:
    """The new folder where the old one was; the old one then lies beside it, to be removed."""
    if not out.exists():
        fresh.rename(out)
    elif not _swapped(fresh, out):
        old = fresh.with_name("old")
        out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            old.rename(out)
            raise


def _swapped(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step of the file system; False where it has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return bool(libc.renamex_np(os.fsencode(one), os.fsencode(other), RENAME_SWAP) == 0)
        return bool(libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
    except AttributeError:  # an older C library
        return False
