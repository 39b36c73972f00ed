"""The index of search: everything that a search asks of a service, in one row, so that it joins nothing."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .service import Service


class SearchEntry(models.Model):
    """A listed service at one of its places (or none). Written whenever its service is, by the same action."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="entries")
    category_code = models.CharField(max_length=40, db_index=True)
    name = models.CharField(max_length=120)
    name_lexemes = ArrayField(models.TextField())
    lexemes = ArrayField(models.TextField())
    groups = ArrayField(models.CharField(max_length=20))
    times = ArrayField(models.CharField(max_length=20))
    price_pence = models.IntegerField(null=True)
    takes_direct_payments = models.BooleanField()
    everywhere = models.BooleanField()
    serves = ArrayField(models.UUIDField(), help_text="Localities whose people may use it.")
    lies_in = ArrayField(models.UUIDField(), help_text="Localities in which its place lies.")
    easting = models.IntegerField(null=True)
    northing = models.IntegerField(null=True)
    comes_to_you = models.BooleanField(help_text="It has no place of its own.")

    class Meta:
        indexes = (
            GinIndex(fields=["lexemes"], name="search_by_lexeme"),
            models.Index(fields=["easting", "northing"], name="search_by_place"),
        )

    def __str__(self) -> str:
        return self.name
