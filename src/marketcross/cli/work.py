"""``marketcross work``: the background worker."""

import os
import threading
from typing import Any

import click


@click.command()
def command() -> None:
    """Do background jobs and seal the audit, until stopped. `marketcross serve` starts one by itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    import django

    django.setup()
    from procrastinate.contrib.django import app

    from marketcross.web.core.audit.sealer import keep_sealing

    stop = threading.Event()
    sealer = threading.Thread(target=keep_sealing, args=[stop], name="sealer")
    sealer.start()
    try:
        connector: Any = app.connector  # Django's, which knows its asynchronous twin
        with app.replace_connector(connector.get_worker_connector()) as worker:
            worker.run_worker(install_signal_handlers=True, listen_notify=True)
    finally:
        stop.set()
        sealer.join()
