"""Compiled rules kept between runs in the user's cache folder, so that only the first large table waits for it."""

import os
from pathlib import Path

import click

from marketcross.engine.rules.compiled import fingerprint, prepare, source
from marketcross.engine.rules.definition import Definition

# A smaller file (a few thousand people) is computed sooner than kept rules are loaded.
_BYTES_WORTH_COMPILING = 200_000


def ready_for(file: Path, definition: Definition) -> None:
    """Compile a definition where the file is large. Without a writable cache folder it is compiled anew each time."""
    if file.stat().st_size < _BYTES_WORTH_COMPILING:
        return
    try:
        prepare(definition, str(_kept(definition)))
    except OSError:
        prepare(definition)


def _kept(definition: Definition) -> Path:
    """The file of the loop's text, beside which the machine code is kept."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "marketcross"
    path = cache / f"rules-{fingerprint(definition)}.py"
    if not path.exists():
        click.echo("Compiling the rules, once for this version ...", err=True)
        cache.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.partial")
        partial.write_text(source(definition), encoding="utf-8")
        partial.replace(path)
    return path
