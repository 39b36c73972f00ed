"""The words of a file, as blocks. Blank lines part them; the first letters of a line say what it is.

    # A heading
    A paragraph, which may go on over several lines.
    - a point                 1. a step
    amount: upper_capital_limit | What it is
    help: carers-break | Find a break
    === easy read             all below is the easy-read wording

Nothing else is read as anything: an asterisk or a tag in a text is shown as it stands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from marketcross.web.directory.advice.checking import problems_with

from .front_matter import Head
from .written import Blocks

EASY = "=== easy read"
MARKS = (
    ("heading", re.compile(r"# +(.+)")),
    ("points", re.compile(r"- +(.+)")),
    ("steps", re.compile(r"\d+\. +(.+)")),
    ("amount", re.compile(r"amount: *(.+)")),
    ("help", re.compile(r"help: *(.+)")),
)
PARTS = {"amount": ("name", "label"), "help": ("category", "text")}
LISTS = ("points", "steps")
TYPED_AMOUNT = re.compile(r"£\s*\d|\b\d[\d,.]*\s*(?:pounds|pence|funt)")

Line = tuple[int, str]


def blocks_of(head: Head, lines: Iterable[Line]) -> tuple[Blocks, Blocks]:
    """The body and the easy-read wording; problems go to ``head``."""
    numbered = list(lines)
    cut = next((at for at, (_, line) in enumerate(numbered) if line.strip() == EASY), len(numbered))
    body, easy = _blocks(head, numbered[:cut]), _blocks(head, numbered[cut + 1 :])
    for kind, value, number in easy:
        if kind in {"steps", *PARTS}:
            head.say(number, f"easy read has headings, paragraphs and points; '{value}' is none of these.")
    return [block[:2] for block in body], [block[:2] for block in easy]


def _blocks(head: Head, lines: Iterable[Line]) -> list[list[Any]]:
    """Blocks with the number of the line that each begins in."""
    found: list[list[Any]] = []
    for kind, text, number, last in _items(lines):
        value = _value(head, kind, text, number)
        if kind in LISTS and found and found[-1][0] == kind and found[-1][3] == number - 1:
            found[-1][1].append(text)
            found[-1][3] = last
        else:
            found.append([kind, value, number, last])
        _check(head, kind, [text] if kind in LISTS else value, number)
    return [block[:3] for block in found]


def _items(lines: Iterable[Line]) -> Iterator[tuple[str, str, int, int]]:
    """Each paragraph, heading or point with its first and last line; indented lines go on with a point."""
    kind, words, began, last = "", [], 0, 0
    for number, line in [*lines, (0, "")]:
        marked = next(((name, mark[1]) for name, form in MARKS if (mark := form.fullmatch(line.strip()))), None)
        goes_on = kind and line.strip() and not marked and (kind == "paragraph" or line[:1] == " ")
        if goes_on:
            words.append(line.strip())
            last = number
            continue
        if words:
            yield kind, " ".join(words), began, last
        kind, words, began, last = "", [], number, number
        if marked:
            kind, words = marked[0], [marked[1]]
        elif line.strip():
            kind, words = "paragraph", [line.strip()]


def _value(head: Head, kind: str, text: str, number: int) -> Any:
    if kind in PARTS:
        first, bar, second = text.partition("|")
        if not bar:
            head.say(number, f"'{kind}:' needs two parts with a bar between them: {' | '.join(PARTS[kind])}.")
        return dict(zip(PARTS[kind], (first.strip(), second.strip()), strict=True))
    return [text] if kind in LISTS else text


def _check(head: Head, kind: str, value: Any, number: int) -> None:
    for problem in problems_with(kind, value):
        head.say(number, problem)
    if TYPED_AMOUNT.search(str(value)):
        head.say(number, "an amount is typed here; write the law's value by its name, {{ such_as_this }}.")
