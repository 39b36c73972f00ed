"""One page of advice."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField

from marketcross.web.directory.advice import blocks
from marketcross.web.directory.advice.checking import problems_of_body, problems_of_easy
from marketcross.web.directory.advice.content import Content, content
from marketcross.web.directory.advice.languages import CHOICES, ENGLISH, LANGUAGES

from .edited import EditedPage
from .places import url_parts


class AdvicePage(EditedPage):
    """What somebody may want to know, in one language. ``easy`` is its own wording, written for easy read."""

    summary = models.CharField(max_length=300, help_text="What the page tells, in one or two sentences.")
    body = StreamField(
        blocks.BODY,
        help_text="Never type an amount that the law sets: write {{ its_name }}, such as {{ upper_capital_limit }}.",
    )
    easy = StreamField(
        blocks.EASY,
        blank=True,
        verbose_name="easy read",
        help_text="Short sentences, at most 15 words each. Best written with people who read easy read.",
    )
    law = StreamField(blocks.LAW, blank=True, help_text="The law that the page rests on, and where you read it.")
    search_words = models.CharField(max_length=500, blank=True, help_text="Other words that people look for it by.")
    language = models.CharField(max_length=10, choices=CHOICES, default=ENGLISH)
    translates = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translations",
        help_text="The page that this one says in another language.",
    )
    reviewed_on = models.DateField("reviewed on", default=timezone.localdate)
    review_due = models.DateField("review due")
    text = models.TextField(blank=True, editable=False)  # all words of the body, for searching

    parent_page_types: ClassVar[list[str]] = ["directory.Topic"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *EditedPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("easy"),
        FieldPanel("law"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due")])], heading="Review"),
        MultiFieldPanel([FieldPanel("language"), PageChooserPanel("translates")], heading="Language"),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("search_words")]
    preview_modes: ClassVar[list[tuple[str, str]]] = [("page", "Page"), ("easy", "Easy read")]

    class Meta:
        verbose_name = "page of advice"
        constraints = (
            models.CheckConstraint(condition=models.Q(language__in=list(LANGUAGES)), name="advice_language_known"),
            models.CheckConstraint(
                condition=models.Q(review_due__gt=models.F("reviewed_on")), name="advice_due_after_review"
            ),
            models.UniqueConstraint(fields=["translates", "language"], name="advice_translated_once"),
        )

    def clean(self) -> None:
        """Names of amounts and of categories must exist, and easy read must be easy."""
        super().clean()
        found = {
            "body": problems_of_body(blocks.plain(self.body)),
            "easy": problems_of_easy(blocks.plain(self.easy), on=timezone.localdate(), language=self.language),
        }
        if self.review_due and self.reviewed_on and self.review_due <= self.reviewed_on:
            found["review_due"] = ["Enter a day after the day of the review."]
        if self.translates and self.translates.language == self.language:
            found["translates"] = ["That page is in the same language. Choose the other language."]
        if any(found.values()):
            raise ValidationError({name: problems for name, problems in found.items() if problems})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.text = " ".join(_texts(blocks.plain(self.body)))
        return super().save(*args, **kwargs)

    def said_on(self, day: date) -> Content:
        """What it says on a day."""
        body, easy, law = (blocks.plain(stream) for stream in (self.body, self.easy, self.law))
        return content(body, easy, law, on=day, language=self.language)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        return url_parts(self.address)

    @property
    def address(self) -> str:
        """Where everybody reads it; nothing while it is being made and has no place yet."""
        way = self.url_path.strip("/").split("/")
        return reverse("directory:advice_page", args=[way[-2], self.slug]) if self.slug and len(way) > 1 else ""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """What an editor sees before publishing: our own page, in the mode asked for."""
        from marketcross.web.directory.advice.showing import show

        return show(request, self, easy=mode_name == "easy")


def _texts(said: list[list[Any]]) -> list[str]:
    found: list[str] = []
    for _, value in said:
        found += [value] if isinstance(value, str) else value if isinstance(value, list) else map(str, value.values())
    return found
