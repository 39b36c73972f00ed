"""``marketcross restore FILE``."""

import os
from pathlib import Path

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import database
from marketcross.web.core.database.errors import DatabaseProblem


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Bring FILE back into an empty installation, and check that every count and the audit chain are the same."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            from django.conf import settings

            from marketcross.web.core.backup.restoring import restore

            made = restore(file, database=settings.DATABASES["owner"], uploads=settings.MEDIA_ROOT)
    except (BadSettings, DatabaseProblem) as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(
        f"Restored as of {made.made_at}: {sum(made.counts.values())} rows, every count and the audit chain equal"
    )
