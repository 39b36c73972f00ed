"""Whether a statement is as new as its pack and the program that makes it."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import marketcross
from marketcross.statement.styles import LOOK

PROGRAM = Path(marketcross.__file__).parent
MAKES_STATEMENTS = ("engine", "law", "statement")
LIBRARIES = ("jinja2", "markdown-it-py", "typst", "vl-convert-python")


def stamp(pack: Path) -> str:
    """Changes whenever a byte of the pack, of our program or the version of a library that draws does."""
    return hashlib.sha256(f"{_digest(_files(pack), pack)} {_program()}".encode()).hexdigest()


@cache
def _program() -> str:
    files = [file for part in MAKES_STATEMENTS for file in _files(PROGRAM / part)]
    versions = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{_digest([*files, *_files(LOOK)], PROGRAM)} {versions} {sys.version}"


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _digest(files: Iterable[Path], root: Path) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.relative_to(root)}\0{file.stat().st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()
