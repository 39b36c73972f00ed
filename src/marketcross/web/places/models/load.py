"""That a directory of postcodes was loaded: from what, and what came of it."""

from django.db import models

from marketcross.web.core.models.record import Record


class PostcodeLoad(Record):
    """One load. ``added`` and ``changed`` count postcodes; the rest of ``postcodes`` were already as the file says."""

    source = models.CharField(max_length=200, help_text="Which file or edition.")
    at = models.DateTimeField()
    postcodes = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(added__lte=models.F("postcodes") - models.F("changed")),
                name="postcode_load_changes_no_more_than_it_read",
            ),
        )

    def __str__(self) -> str:
        return self.source
