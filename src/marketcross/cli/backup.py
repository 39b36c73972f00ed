"""``marketcross backup FILE``."""

import os
from pathlib import Path

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import database
from marketcross.web.core.database.errors import DatabaseProblem


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write everything to one private FILE: database, uploads, and the counts that a restore is judged by."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            from django.conf import settings
            from django.utils import timezone

            from marketcross.web.core.backup.making import back_up

            made = back_up(file, database=settings.DATABASES["owner"], uploads=settings.MEDIA_ROOT, at=timezone.now())
    except (BadSettings, DatabaseProblem) as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(
        f"{file}: {sum(made.counts.values())} rows of {len(made.counts)} tables, {len(made.checksums) - 1} uploads"
    )
