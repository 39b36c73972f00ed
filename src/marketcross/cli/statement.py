"""``marketcross statement``: build a statement from an evidence pack, lint its pack, compare two editions."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from marketcross.statement.editions import changes_json, changes_text, compare
from marketcross.statement.lint import lint, reading_ages
from marketcross.statement.publishing import build, read_both
from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.replacing import UnusableFolderError
from marketcross.statement.styles import NotBuiltError

PACK = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Make, check and compare Market Position Statements."""


@contextmanager
def bad_input() -> Iterator[None]:
    """Everything that is wrong, at once, on standard error, and exit status 2."""
    try:
        yield
    except PackErrors as errors:
        for problem in errors.problems:
            click.echo(str(problem), err=True)
    except (UnusableFolderError, NotBuiltError) as error:
        click.echo(str(error), err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'a file'}: {error.strerror}: nothing was written", err=True)
    else:
        return
    sys.exit(2)


@command.command("build")
@click.argument("pack", type=PACK)
@click.option("--out", type=PACK, required=True, help="The folder to write; what it held is replaced whole.")
@click.option("--previous", type=PACK, help="The pack of the last edition: the statement then says what changed.")
def build_command(pack: Path, out: Path, previous: Path | None) -> None:
    """Make the statement of PACK: index.html, statement.pdf, data/*.csv, evidence.json, reconciliation.json.

    Exit status: 0 built (contradictions are shown in it), 2 the pack cannot be read, and nothing was written.
    """
    with bad_input():
        statement = build(pack, out, previous)
        wrong = sum(check["verdict"] == "contradicts" for check in statement.reconciliation)
        contradictions = "1 contradiction" if wrong == 1 else f"{wrong} contradictions"
        click.echo(f"{out / 'index.html'}: {len(statement.pack.figures):,} figures, {contradictions} shown")


@command.command("lint")
@click.argument("pack", type=PACK)
def lint_command(pack: Path) -> None:
    """Say what a reader of PACK's statement would stumble over, and the reading age of each section.

    Exit status: 0 nothing found, 1 findings, 2 the pack cannot be read.
    """
    with bad_input():
        read = read_pack(pack)
        findings = lint(read)
        for finding in findings:
            click.echo(str(finding))
        for line in reading_ages(read):
            click.echo(line)
        sys.exit(1 if findings else 0)


@command.command("diff")
@click.argument("old", type=PACK)
@click.argument("new", type=PACK)
@click.option("--json", "as_json", is_flag=True, help="Print an object instead of text.")
def diff_command(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed from the edition in OLD to the edition in NEW.

    Exit status: 0 compared, 2 a pack cannot be read.
    """
    with bad_input():
        before, after = read_both(old, new)
        assert after is not None, "both packs are given"
        changes = compare(before, after)
        click.echo(
            json.dumps(changes_json(changes), ensure_ascii=False, indent=2) if as_json else changes_text(changes)
        )
