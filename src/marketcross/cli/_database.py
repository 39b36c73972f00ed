"""Do something with the service's database, started where it does not run; shared by the words that need it."""

import os
from collections.abc import Callable
from typing import TypeVar

from marketcross.cli._tables import refuse

Done = TypeVar("Done")


def with_database(work: Callable[[], Done]) -> Done:
    """What ``work`` gives. Bad settings and a database that cannot be had end with 2 and words, not a traceback."""
    import django

    from marketcross.web.config.environment import BadSettings, environment
    from marketcross.web.config.service import database
    from marketcross.web.core.database.errors import DatabaseProblem

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            django.setup()
            return work()
    except (BadSettings, DatabaseProblem) as problem:
        refuse(problem)
