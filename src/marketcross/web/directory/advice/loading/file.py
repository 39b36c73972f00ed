"""One file, read as a topic or a page."""

from datetime import date
from typing import Any

from marketcross.web.directory.advice.checking import problems_of_easy
from marketcross.web.directory.advice.languages import ENGLISH, LANGUAGES

from .body import blocks_of
from .front_matter import Head, split
from .written import Blocks, WrittenPage, WrittenTopic

OF_A_PAGE = {
    "title", "summary", "order", "search words", "language", "translates", "reviewed", "review due", "law",
}  # fmt: skip
OF_LAW = {"cite", "source", "verified"}
_NEVER = date.min


def topic_of(file: str, slug: str, text: str) -> tuple[WrittenTopic, list[str]]:
    """A topic and its problems."""
    head, lines = split(file, text)
    head.only({"title", "summary", "order"})
    for number, line in lines:
        if line.strip():
            head.say(number, "a topic has a head only; give the words to a page.")
            break
    return WrittenTopic(file, slug, head.text("title"), head.text("summary"), head.whole("order")), head.problems


def page_of(file: str, topic: str, slug: str, text: str) -> tuple[WrittenPage, list[str]]:
    """A page and its problems, in the order of the file's lines."""
    head, lines = split(file, text)
    if not head.fields:
        return WrittenPage(file, topic, slug, "", "", 0, "", "", "", _NEVER, _NEVER, [], [], []), head.problems
    head.only(OF_A_PAGE)
    body, easy = blocks_of(head, lines)
    page = WrittenPage(
        file,
        topic,
        slug,
        title=head.text("title", most=120),
        summary=head.text("summary"),
        order=head.whole("order"),
        search_words=head.text("search words", most=500, default=""),
        language=head.text("language", default=ENGLISH),
        translates=head.text("translates", default=""),
        reviewed_on=head.day("reviewed"),
        review_due=head.day("review due"),
        law=_law(head),
        body=body,
        easy=easy,
    )
    _check(head, page)
    return page, head.problems


def _check(head: Head, page: WrittenPage) -> None:
    if page.language not in LANGUAGES:
        head.say(head.lines["language"], f"'{page.language}' is no language here; known are {', '.join(LANGUAGES)}.")
    if page.review_due <= page.reviewed_on:
        head.say(head.lines.get("review due", 1), "'review due' must be after 'reviewed'.")
    if not page.body:
        head.say(1, "the page has no words below its head.")
    if not head.problems:
        head.problems += [
            f"{page.file}:1: easy read: {problem}"
            for problem in problems_of_easy(page.easy, on=page.reviewed_on, language=page.language)
        ]


def _law(head: Head) -> Blocks:
    entries: Any = head.fields.get("law", [])
    found: Blocks = []
    for entry in entries if isinstance(entries, list) else [entries]:
        if isinstance(entry, dict) and set(entry) == OF_LAW and isinstance(entry["verified"], bool):
            found.append(["provision", {name: entry[name] for name in ("cite", "source", "verified")}])
        else:
            head.say(head.lines["law"], "each line of 'law' has cite, source, and verified: true or false.")
    return found
