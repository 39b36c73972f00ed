"""Tries at something that can be guessed, counted by a keyed digest of who tried, never by an address."""

from django.db import models

from .record import Record


class Attempt(Record):
    """One failed try. ``what`` is the door (sign-in, resume code), ``who`` a keyed digest of account or address."""

    what = models.CharField(max_length=40)
    who = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["what", "who", "at"], name="attempt_by_door"),)

    def __str__(self) -> str:
        return self.what
