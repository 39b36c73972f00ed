"""What every record of ours has: a key that sorts by time, and when the database wrote it."""

from django.db import models
from django.db.models.functions import Now

from marketcross.web.core.keys import new_key


class Record(models.Model):
    """A row with a key of ours. ``recorded_at`` is the database's word; when it happened is the action's ``at``."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True
