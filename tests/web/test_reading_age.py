"""Residents' pages are for everybody: grade 9 at most by Flesch-Kincaid, names and explained words counted as easy."""

import re
from html import unescape

import pytest
from django.test import Client

from marketcross.statement.lint.syllables import syllables
from marketcross.web.pathway.questions import QUESTIONS

HARDEST, SHORTEST_JUDGED = 9.0, 100  # grade; words
TAGS = "p|li|h1|h2|h3|label|legend|dt|dd|button"
BLOCK = re.compile(rf'<({TAGS}|div class="govuk-hint")\b[^>]*>(.*?)</(?:{TAGS}|div)>', re.DOTALL)
PAGES = [
    "/", "/sign-in/link", "/resume", "/what-matters", "/what-matters/leaflet", "/what-matters/answers", "/statements/",
    "/nothing-is-here", *(f"/what-matters/questions/{question.name}" for question in QUESTIONS),
]  # fmt: skip


def sentences(page: str) -> list[list[str]]:
    """The words of each sentence in what a reader reads; a heading, a link or a button is a sentence."""
    body = re.sub(r"<script.*?</script>", "", page[page.index("<main") : page.index("</footer>")], flags=re.DOTALL)
    texts = (unescape(re.sub(r"<[^>]+>", "", text)) for _, text in BLOCK.findall(body))
    found = (
        re.findall(r"[A-Za-z][A-Za-z'’-]*", s) for text in texts for s in re.split(r"[.!?:]\s", " ".join(text.split()))
    )
    return [words for words in found if words]


def grade(said: list[list[str]]) -> float:
    words = [word for sentence in said for word in sentence]
    count = sum(1 if w != s[0] and w[0].isupper() else syllables(w) for s in said for w in s)
    return 0.39 * len(words) / len(said) + 11.8 * count / len(words) - 15.59


def test_the_measure_knows_hard_from_easy() -> None:
    hard = [["Notwithstanding", "eligibility", "considerations", "determinations", "necessitate", "documentation"] * 4]
    assert grade(hard) > 20 and grade([["the", "cat", "sat"], ["it", "ran"]]) < 3


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_page_for_residents_is_easy_to_read(address: str) -> None:
    said = sentences(Client().get(address).content.decode())
    assert sum(map(len, said)) > 20, "the page's words were found"
    if sum(map(len, said)) >= SHORTEST_JUDGED:
        assert grade(said) <= HARDEST, f"{address}: {grade(said):.1f}"


@pytest.mark.django_db
def test_the_longer_pages_are_judged() -> None:
    for address in ("/", "/what-matters", "/what-matters/leaflet"):
        assert sum(map(len, sentences(Client().get(address).content.decode()))) >= SHORTEST_JUDGED, address
