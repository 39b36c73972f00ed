"""What of the directory is published by machine, and when it last changed: a row for each listed service and place.

The numbers are the order of the API's pages: they only grow, so that a page never moves because something was added.
Written whenever the index of search is (search.indexing), and for the same services.
"""

from django.db import models
from django.db.models.functions import Now

from .service import Service


class Publication(models.Model):
    """A listed service. ``modified_at`` is when anything of what is published of it last changed."""

    number = models.BigAutoField(primary_key=True)
    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="publication")
    modified_at = models.DateTimeField(db_default=Now(), db_index=True)

    def __str__(self) -> str:
        return str(self.number)


class PublishedPlace(models.Model):
    """A place of a listed service. ``key`` is made from what the place says (api.ids), and stays while that does."""

    number = models.BigAutoField(primary_key=True)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="places")
    key = models.UUIDField(unique=True)
    easting = models.IntegerField(null=True)
    northing = models.IntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=["easting", "northing"], name="published_place_by_place"),)

    def __str__(self) -> str:
        return str(self.number)
