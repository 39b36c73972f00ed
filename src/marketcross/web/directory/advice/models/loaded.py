"""Which files were loaded, and what they said, so that no editor's change is ever overwritten."""

from django.db import models
from wagtail.models import Page

from marketcross.web.core.models.record import Record


class LoadedPage(Record):
    """One file that became a page. ``page`` is null once an editor has deleted it: it is not made again."""

    file = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)  # of what the file said when it was last taken over
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.file
