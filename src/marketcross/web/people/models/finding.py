"""By what people are found. Restricted records, and those merged into others, have no row here (ADR 0107)."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now

from .person import Person


class Findable(models.Model):
    """One person as the find box knows them: ``keys`` of ``finding.keys``; ``sorts_as`` settles ties."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="findable")
    keys = ArrayField(models.TextField())
    sorts_as = models.TextField(db_collation="C")  # as Python sorts, wherever the database runs

    class Meta:
        indexes = (GinIndex(fields=["keys"], name="findable_by_key"),)

    def __str__(self) -> str:
        return "findable"


class FindingWord(models.Model):
    """A word that somebody's name or address holds, with the keys that it shares with words near it.

    There are some ten thousand where there are 300,000 people: what was misspelt is looked for here, and only the words
    found are looked for among people. A word that nobody bears any more answers nobody; a job removes it each night.
    """

    word = models.CharField(max_length=40, primary_key=True, db_collation="C")  # so that beginnings use the index
    nearby = ArrayField(models.CharField(max_length=50))
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = (GinIndex(fields=["nearby"], name="finding_word_by_near", fastupdate=False),)

    def __str__(self) -> str:
        return "word"
