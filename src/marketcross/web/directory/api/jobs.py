"""The API's background work."""

import logging

from procrastinate.contrib.django import app

log = logging.getLogger("marketcross.jobs")


@app.periodic(cron="23 2 * * *")
@app.task(name="directory.write_bulk_package", queueing_lock="directory.write_bulk_package")
def write_bulk_package(timestamp: int) -> None:
    """Write the whole directory for download, each night. Run twice, the last one stays."""
    from django.utils import timezone

    from .bulk import write_package

    written = write_package(timezone.now())
    log.info("bulk package written", extra={"count": sum(1 for _ in written.iterdir())})
