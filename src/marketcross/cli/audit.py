"""``marketcross audit``: look after the audit's chain."""

import os

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import database
from marketcross.web.core.database.errors import DatabaseProblem


@click.group()
def command() -> None:
    """Look after the audit's chain."""


@command.command()
def verify() -> None:
    """Walk the chain of seals: exit 0 where it is whole, 1 with a line for each broken link or late event."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            faults = _faults()
    except (BadSettings, DatabaseProblem) as problem:
        raise click.ClickException(str(problem)) from problem
    for fault in faults:
        click.echo(fault)
    raise SystemExit(1 if faults else 0)


def _faults() -> list[str]:
    import django

    django.setup()
    from django.utils import timezone

    from marketcross.web.core.audit.verifying import broken_links
    from marketcross.web.core.models import AuditSeal

    faults = list(broken_links(now=timezone.now()))
    if not faults:
        click.echo(f"The chain is whole: {AuditSeal.objects.count()} events sealed")
    return faults
