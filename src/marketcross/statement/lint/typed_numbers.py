"""Numbers typed in the narrative, which no source backs and no correction reaches."""

import re
from collections.abc import Iterator

from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.lint.not_figures import HERE, without_them
from marketcross.statement.pack import Pack
from marketcross.statement.reading import Problem

DIGITS = re.compile(
    r"(?<![\w.,/-])(?:£\s?\d[\d,.]*\w*|\d[\d,]*(?:\.\d+)?(?:\s?%|(?:bn|m|k)\b)?(?![\w-]))"
    r"(?:\s(?:hundred|thousand|million|billion)\b)?"
)
TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WORDS = re.compile(rf"\b(?:{TEENS}|(?:{TENS})(?:-\w+)?|hundreds?|thousands?|millions?|billions?)\b", re.IGNORECASE)


def typed_numbers(pack: Pack) -> Iterator[Problem]:
    """Each typed number: with the figure to print instead where the pack holds one."""
    held = {figure.printed: figure.id for figure in reversed(list(pack.figures.values()))}
    for section in pack.sections:
        for number, line in enumerate(section.markdown.split("\n"), 1):
            for typed in numbers_in(line):
                yield Problem(section.file, number, _message(typed, held))


def numbers_in(line: str) -> list[str]:
    """The numbers of a line that are claims about the world; small ones in words ('two ways') are not looked for."""
    text = without_them(PLACEHOLDER.sub(HERE, line))
    digits = DIGITS.findall(text)
    return [found.strip().rstrip(".,") for found in digits + WORDS.findall(DIGITS.sub(HERE, text))]


def _message(typed: str, held: dict[str, str]) -> str:
    digits = re.sub(r"[^\d.]", "", typed)
    if digits in held:
        return f"types the number {typed}: print the figure, {{{{ {held[digits]} }}}}, so that it leads to its evidence"
    return f"types the number {typed}, which no figure backs: add it to figures.csv with its source, or take it out"
