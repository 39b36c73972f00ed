"""``marketcross migrate``: bring the tables up to date."""

import os
import subprocess

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import database, migrate
from marketcross.web.core.database.errors import DatabaseProblem


@click.command()
def command() -> None:
    """Bring the tables up to date, as the owner of the database. `marketcross serve` does it at each start."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            migrate()
    except (BadSettings, DatabaseProblem, subprocess.CalledProcessError) as problem:
        raise click.ClickException(str(problem)) from problem
