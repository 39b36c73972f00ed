"""What was read from another directory."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class ReferralImport(Record):
    """One reading of a source's data, and what came of it, in numbers of services."""

    source = models.CharField(max_length=60, help_text="Whose data: a short name that stays.")
    at = models.DateTimeField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField(help_text="Lookalikes and refused ones.")

    def __str__(self) -> str:
        return self.source


class ImportedService(models.Model):
    """A service that came from elsewhere: whose it is, and the digest of what its source said of it."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, primary_key=True, related_name="imported")
    source = models.CharField(max_length=60, db_index=True)
    digest = models.CharField(max_length=64)
    last_import = models.ForeignKey(ReferralImport, on_delete=models.PROTECT, related_name="services")

    def __str__(self) -> str:
        return self.source
