"""``marketcross manage``: Django's own commands, with the embedded database running for as long as they do."""

import os

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.core.database.errors import DatabaseProblem
from marketcross.web.core.database.supervisor import running


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def command(words: tuple[str, ...]) -> None:
    """Run one of Django's commands (for those who know them): ``marketcross manage check --deploy``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        settings = environment()
        if settings.database_url:
            _django(words)
        else:
            with running(settings.data):
                _django(words)
    except (BadSettings, DatabaseProblem) as problem:
        raise click.ClickException(str(problem)) from problem


def _django(words: tuple[str, ...]) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["marketcross manage", *words])
