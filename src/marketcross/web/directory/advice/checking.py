"""What is wrong with a page's words, as sentences that say what to do. The same for an editor's page and for a file."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from marketcross.web.core.letters.easy_read import NotEasyToReadError, lines_of
from marketcross.web.core.letters.letter import Letter, Sender

from .amounts import problem_with, problems_in
from .content import content, known_category

Blocks = Collection[Any]


def problems_with(kind: str, value: Any) -> Iterator[str]:
    """What is wrong with one block."""
    for text in _texts(value):
        yield from problems_in(text)
    if kind == "amount" and (problem := problem_with(value["name"])):
        yield problem
    if kind == "help" and not known_category(value["category"]):
        yield f"no kind of support has the code '{value['category']}'; directory/categories.yaml lists them."


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value.values() if isinstance(value, dict) else value)


def problems_of_body(blocks: Blocks) -> list[str]:
    """What is wrong with the blocks of a body."""
    found = [problem for kind, value in blocks for problem in problems_with(kind, value)]
    return found if blocks else ["Write something: the page has no words."]


def problems_of_easy(blocks: Blocks, *, on: date, language: str) -> list[str]:
    """What is wrong with the easy-read wording, if there is one: a sentence too long with its amounts of the day."""
    found = [problem for kind, value in blocks for problem in problems_with(kind, value)]
    if found or not blocks:
        return found
    easy = content((), blocks, (), on=on, language=language).easy
    try:
        lines_of(Letter("Easy read", (), Sender("", "", ""), easy=easy))
    except NotEasyToReadError as error:
        return [str(error)]
    return []
