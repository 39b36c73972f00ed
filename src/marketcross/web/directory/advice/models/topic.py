"""A topic: what several pages are about."""

from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from .edited import EditedPage
from .places import url_parts


class Topic(EditedPage):
    """A topic with its pages, in the editors' order."""

    summary = models.CharField(max_length=300)

    parent_page_types: ClassVar[list[str]] = ["directory.AdviceIndex"]
    subpage_types: ClassVar[list[str]] = ["directory.AdvicePage"]
    content_panels = [*EditedPage.content_panels, FieldPanel("summary")]
    promote_panels = [FieldPanel("slug")]
    preview_modes: ClassVar[list[tuple[str, str]]] = []

    class Meta:
        verbose_name = "topic"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        return url_parts(reverse("directory:advice_topic", args=[self.slug]))
