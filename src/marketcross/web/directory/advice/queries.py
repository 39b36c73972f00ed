"""What may be asked of advice: its topics, a page, and where the pages are that say a thing."""

from dataclasses import dataclass

from django.db.models import QuerySet

from .models import AdviceIndex, AdvicePage, Topic


@dataclass(frozen=True, slots=True)
class TopicPages:
    """A topic and its published pages in English, in the editors' order."""

    topic: Topic
    pages: tuple[AdvicePage, ...]


def index() -> AdviceIndex | None:
    """The page above all topics, once it is there and published."""
    return AdviceIndex.objects.live().first()


def topics() -> tuple[TopicPages, ...]:
    """The published topics that have pages, in the editors' order."""
    pages = list(published().filter(translates=None).order_by("path"))
    found = [
        TopicPages(topic, tuple(page for page in pages if page.path.startswith(topic.path)))
        for topic in Topic.objects.live().order_by("path")
    ]
    return tuple(one for one in found if one.pages)


def topic_at(slug: str) -> TopicPages | None:
    """The published topic of an address."""
    return next((one for one in topics() if one.topic.slug == slug), None)


def page_at(topic: str, slug: str) -> AdvicePage | None:
    """The published page of an address."""
    found = Topic.objects.live().filter(slug=topic).first()
    return published().child_of(found).filter(slug=slug).first() if found else None


def in_other_languages(page: AdvicePage) -> list[AdvicePage]:
    """The same page in other languages that are published; English first."""
    first = page.translates_id or page.pk
    return list(published().filter(pk=first).exclude(pk=page.pk)) + list(
        published().filter(translates=first).exclude(pk=page.pk).order_by("language")
    )


def due_for_review(pages: QuerySet[AdvicePage] | None = None) -> QuerySet[AdvicePage]:
    """Published pages, the one whose review is due soonest first."""
    return (pages or published()).order_by("review_due", "path")


def published() -> QuerySet[AdvicePage]:
    """The pages that everybody may read."""
    return AdvicePage.objects.live()
