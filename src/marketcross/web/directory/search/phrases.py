"""The phrases by which people's words are understood, as sets of lexemes; read and analysed once in a process."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from marketcross.web.directory.categories import kinds

from .words import lexemes_of, words_of

FILE = Path(__file__).parents[1] / "plain_words.yaml"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean a code: of a ``category``, a ``group``, a ``time`` or a ``price``."""

    means: str
    code: str
    lexemes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases; every word in them with its lexeme; and how much each lexeme tells: the rarer, the more."""

    all: tuple[Phrase, ...]
    lexemes: Mapping[str, str]
    weights: Mapping[str, float]


@cache
def ignored() -> frozenset[str]:
    """Words that say only that something is wanted."""
    return frozenset(_plain()["ignored"])


@cache
def phrases() -> Phrases:
    """The phrases of categories.yaml, titles included, and of plain_words.yaml."""
    said = [(means, code, words_of(text)) for means, code, text in _written()]
    lexemes = lexemes_of(word for _, _, words in said for word in words)
    made = [Phrase(m, c, frozenset(telling({w: lexemes[w] for w in ws if w in lexemes}).values())) for m, c, ws in said]
    known = tuple(phrase for phrase in made if phrase.lexemes)
    return Phrases(known, lexemes, _weights(known))


def telling(lexemes: Mapping[str, str]) -> dict[str, str]:
    """The words of a text, with their lexemes, that tell what is wanted; a text that tells nothing else keeps all."""
    return {word: lexeme for word, lexeme in lexemes.items() if word not in ignored()} or dict(lexemes)


def _weights(known: tuple[Phrase, ...]) -> dict[str, float]:
    codes = {(lexeme, phrase.code) for phrase in known for lexeme in phrase.lexemes}
    uses, total = Counter(lexeme for lexeme, _ in codes), len({phrase.code for phrase in known})
    return {lexeme: math.log1p(total / count) for lexeme, count in uses.items()}


def _written() -> Iterator[tuple[str, str, str]]:
    for kind in kinds().values():
        yield from (("category", kind.code, words) for words in (kind.title, *kind.words))
    for means in ("group", "time", "price"):
        for code, words in _plain()[means].items():
            yield from ((means, code, text) for text in words)


@cache
def _plain() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
