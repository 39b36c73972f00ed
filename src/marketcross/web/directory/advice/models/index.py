"""The root of advice."""

from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from .edited import EditedPage
from .places import url_parts


class AdviceIndex(EditedPage):
    """The one page above all topics; loading makes it, so that an installation never has two."""

    introduction = models.CharField(max_length=300, blank=True)

    is_creatable = False
    max_count = 1
    subpage_types: ClassVar[list[str]] = ["directory.Topic"]
    content_panels = [*EditedPage.content_panels, FieldPanel("introduction")]
    promote_panels: ClassVar[list[FieldPanel]] = []
    preview_modes: ClassVar[list[tuple[str, str]]] = []

    class Meta:
        verbose_name = "information and advice"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        return url_parts(reverse("directory:advice"))
