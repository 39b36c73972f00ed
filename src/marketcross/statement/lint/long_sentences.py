"""Sentences that a reader has to read twice."""

from collections.abc import Callable, Iterator

from marketcross.statement.lint.limits import LONGEST_SENTENCE
from marketcross.statement.lint.text import sentences
from marketcross.statement.pack import Pack
from marketcross.statement.reading import Problem


def long_sentences(pack: Pack, figure: Callable[[str], str]) -> Iterator[Problem]:
    """A printed figure counts as one word, however many it is said with."""
    for section in pack.sections:
        for sentence in sentences(section.markdown, figure):
            count = len(sentence.words)
            if count > LONGEST_SENTENCE:
                opening = " ".join(sentence.words[:6])
                message = f"has a sentence of {count} words, and {LONGEST_SENTENCE} is the limit: split '{opening} ...'"
                yield Problem(section.file, sentence.line, message)
