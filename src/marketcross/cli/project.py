"""``marketcross project``: how many people will have a condition, or a service, in years to come?"""

from pathlib import Path

import click

from marketcross.statement.projecting import files_of, project_pack
from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.replacing import UnusableFolderError, refuse_unsafe, replace_folder

NOTES_SAID = 20


@click.command()
@click.argument("pack", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write, replaced whole.")
@click.option("--split-uniform", is_flag=True, help="Cut bands that do not line up as if ages were equally many.")
def command(pack: Path, out: Path, split_uniform: bool) -> None:
    """Project PACK's series into demand.csv (people by condition), clients.csv (people by service) and notes.txt.

    Exit status: 0 projected, 2 the pack cannot be read or its bands do not line up; then nothing was written.
    """
    try:
        refuse_unsafe(out, pack)
        projected = project_pack(read_pack(pack), split_uniform=split_uniform)
        replace_folder(out, files_of(projected))
    except PackErrors as errors:
        for problem in errors.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(2) from None
    except UnusableFolderError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None
    except OSError as error:
        click.echo(f"{error.filename or out}: {error.strerror}: nothing was written", err=True)
        raise SystemExit(2) from None
    for note in projected.notes[:NOTES_SAID]:
        click.echo(note, err=True)
    if left := len(projected.notes[NOTES_SAID:]):
        click.echo(f"{left} more in {out / 'notes.txt'}", err=True)
    click.echo(f"{out}: {len(projected.demand):,} rows of demand, {len(projected.clients):,} rows of clients")
