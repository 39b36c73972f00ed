"""Saved work of somebody without an account: sealed under a key that only they hold."""

from django.db import models

from .record import Record


class AnonymousDraft(Record):
    """``locator`` finds it, ``sealed`` holds it; both come from the resume code, which is never stored."""

    locator = models.BinaryField(max_length=32, unique=True)
    kind = models.CharField(max_length=40)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["expires_at"], name="draft_by_expiry"),)

    def __str__(self) -> str:
        return self.kind
