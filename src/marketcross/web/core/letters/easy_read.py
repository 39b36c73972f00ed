"""Easy read: short sentences, one idea a line. The wording is somebody's work; here it is only checked and laid out."""

import re
from collections.abc import Iterable, Iterator

from .letter import Letter, Paragraph, Part, Points, Steps

MOST_WORDS = 15  # of one sentence: longer ones hold more than one idea
SENTENCE = re.compile(r"(?<=[.!?])\s+")


class NotEasyToReadError(ValueError):
    """Wording that is offered as easy read and is not; names each sentence."""


def lines_of(letter: Letter) -> tuple[Part, ...]:
    """The easy-read wording with each sentence on a line of its own.

    :raises NotEasyToReadError: the letter has none, or a sentence of it is too long.
    """
    if not letter.easy:
        raise NotEasyToReadError(f"{letter.title!r} has no easy-read wording: write one, with a person who reads it")
    long = [s for part in letter.easy for s in _sentences(part) if len(s.split()) > MOST_WORDS]
    if long:
        raise NotEasyToReadError(f"more than {MOST_WORDS} words in: " + "; ".join(long))
    return tuple(_one_a_line(letter.easy))


def _sentences(part: Part) -> Iterable[str]:
    texts = part.items if isinstance(part, Points | Steps) else (getattr(part, "text", ""),)
    return [sentence for text in texts for sentence in SENTENCE.split(" ".join(text.split())) if sentence]


def _one_a_line(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Paragraph):
            yield from map(Paragraph, _sentences(part))
        else:
            yield part
