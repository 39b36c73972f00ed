"""What the words that compute tables of people share: their options, and how they say what went wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from marketcross.engine.parameters import OutsideKnownYearsError
from marketcross.engine.rules.explanation import Explanation
from marketcross.opendata.tables import BadRowsError, BadTableError, Chunk, NoSuchRowError, Task, compute, row_of

BAD_INPUT = 2
_SHOWN = 20

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)

out_option = click.option("--out", type=OUT, help="The output: .csv, .parquet, .json or .jsonl.")
strict_option = click.option("--strict", is_flag=True, help="Stop at the first bad rows and write nothing.")
explain_option = click.option(
    "--explain", type=click.IntRange(min=1), metavar="ROW", help="Explain this row instead, counted from 1."
)


def tabled(
    task: Task, file: Path, out: Path | None, *, strict: bool, explain: int | None, why: Callable[[Chunk], Explanation]
) -> None:
    """Compute a table, or explain one row of it. Exits with 2 where rows were rejected."""
    if explain is not None:
        with said_plainly():
            click.echo(str(why(row_of(task, file, explain))), nl=False)
        return
    if out is None:
        raise click.UsageError("Say where the output goes with --out FILE, or which row to explain with --explain ROW.")
    with said_plainly():
        done = compute(task, file, out, strict=strict)
    click.echo(f"{done.good:,} rows computed: {out}", err=True)
    if done.rejected:
        click.echo(f"{done.rejected:,} rows rejected, each with what would be right: {done.listed_in}", err=True)
        raise SystemExit(BAD_INPUT)


@contextmanager
def said_plainly(*others: type[Exception]) -> Iterator[None]:
    """Bad input ends with 2 and says what to mend, without a traceback."""
    mistakes: tuple[type[Exception], ...] = (BadTableError, NoSuchRowError, OutsideKnownYearsError, *others)
    try:
        yield
    except BadRowsError as error:
        shown = [str(problem) for problem in error.problems[:_SHOWN]]
        more = len(error.problems) - len(shown)
        refuse("\n".join([*shown, *([f"and {more:,} more."] if more else [])]))
    except mistakes as error:
        refuse(str(error))


def refuse(what: Any) -> NoReturn:
    """Say what is wrong on standard error and exit with 2."""
    click.echo(what, err=True)
    raise SystemExit(BAD_INPUT)
