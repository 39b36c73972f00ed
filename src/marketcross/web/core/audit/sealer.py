"""Seal for as long as the worker lives."""

import logging
import threading

from django.db import DatabaseError, close_old_connections, connection

from .sealing import seal

log = logging.getLogger("marketcross.audit")

EVERY_SECONDS = 5  # an event is sealed within ten


def keep_sealing(stop: threading.Event) -> None:
    """Seal what was committed, every few seconds, until ``stop`` is set; a database that is away is tried again."""
    while not stop.is_set():
        try:
            while seal():
                pass
        except DatabaseError:
            log.warning("the sealer cannot reach the database")
        close_old_connections()
        stop.wait(EVERY_SECONDS)
    connection.close()
