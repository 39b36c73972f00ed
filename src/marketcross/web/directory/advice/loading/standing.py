"""What stands in Wagtail now, in the shape of a file, so that the two can be compared."""

from marketcross.web.directory.advice.blocks import plain
from marketcross.web.directory.advice.models import AdvicePage, Topic

from .written import WrittenPage, WrittenTopic


def as_written(page: Topic | AdvicePage) -> WrittenTopic | WrittenPage:
    """The newest wording of a page, published or draft."""
    newest = page.get_latest_revision_as_object()
    if isinstance(newest, Topic):
        return WrittenTopic("", newest.slug, newest.title, newest.summary, 0)
    return WrittenPage(
        "",
        topic=page.get_parent().slug,
        slug=newest.slug,
        title=newest.title,
        summary=newest.summary,
        order=0,
        search_words=newest.search_words,
        language=newest.language,
        translates=newest.translates.slug if newest.translates else "",
        reviewed_on=newest.reviewed_on,
        review_due=newest.review_due,
        law=plain(newest.law),
        body=plain(newest.body),
        easy=plain(newest.easy),
    )
