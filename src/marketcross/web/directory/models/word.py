"""The distinct words of the directory: what a misspelt word is compared with."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Word(models.Model):
    """One word in small plain letters, with its lexeme and its trigrams."""

    word = models.CharField(max_length=60, primary_key=True)
    lexeme = models.CharField(max_length=60, db_index=True)
    trigrams = ArrayField(models.CharField(max_length=3))

    class Meta:
        indexes = (GinIndex(fields=["trigrams"], name="word_by_trigram"),)

    def __str__(self) -> str:
        return self.word
