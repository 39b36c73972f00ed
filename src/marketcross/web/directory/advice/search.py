"""Find pages by words: PostgreSQL's full-text search over title, summary, search words and text of published pages.

There are dozens of pages, at most some hundreds: they are read as they are, and need no index of their own.
"""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import QuerySet

from .models import AdvicePage
from .queries import published

MOST_LETTERS, MOST_WORDS, MOST_FOUND = 200, 12, 20
STEMS = ("english", "simple")  # the first knows "caring" and "cares" as one; the second takes other languages


@dataclass(frozen=True, slots=True)
class Found:
    """Pages for some words. ``widened``: no page says all of them, so these say some."""

    asked: str
    pages: tuple[AdvicePage, ...] = ()
    widened: bool = False


def find(text: str) -> Found:
    """The published pages that say all of the words; where there is none, those that say any."""
    asked = " ".join(text.replace("\x00", "").split())[:MOST_LETTERS]
    words = re.findall(r"[^\W_]+", asked)[:MOST_WORDS]
    if not words:
        return Found(asked)
    all_of_them = _pages(reduce(or_, (SearchQuery(" ".join(words), config=stem) for stem in STEMS)))
    if all_of_them:
        return Found(asked, tuple(all_of_them))
    any_of_them = _pages(reduce(or_, (SearchQuery(word, config=stem) for word in words for stem in STEMS[:1])))
    return Found(asked, tuple(any_of_them), widened=bool(any_of_them))


def _pages(query: SearchQuery) -> QuerySet[AdvicePage]:
    vector = reduce(lambda one, other: one + other, (_vector(stem) for stem in STEMS))
    ranked = published().annotate(said=vector, rank=SearchRank(vector, query))
    return ranked.filter(said=query).order_by("-rank", "path")[:MOST_FOUND]


def _vector(stem: str) -> SearchVector:
    return (
        SearchVector("title", "search_words", weight="A", config=stem)
        + SearchVector("summary", weight="B", config=stem)
        + SearchVector("text", weight="D", config=stem)
    )
