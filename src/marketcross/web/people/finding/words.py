"""How a name becomes words: letters a to z only, however it was written, and joined where people join them.

``O’Brien`` is ``obrien``; ``Al-Badawi`` is ``al``, ``badawi`` and ``albadawi``; ``李小龙`` is ``li``, ``xiao``,
``long`` and what its neighbours make together.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

LONGEST = 40  # letters of a word that count; nobody types more
_APOSTROPHES = re.compile(r"['`\u2018\u2019\u02bc\u02bb]")
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=32_768)
def plain(text: str) -> str:
    """The text in small ASCII: other scripts transliterated, marks and apostrophes gone."""
    if text.isascii():  # most are, and there is nothing to transliterate
        return _APOSTROPHES.sub("", text).casefold()
    return _APOSTROPHES.sub("", anyascii(_spread(_APOSTROPHES.sub("", text)))).casefold()


def _spread(text: str) -> str:
    """Spaces around signs that stand for a whole syllable, which are written without any: 李小龙, 김민준."""
    return "".join(f" {sign} " if _is_syllable(sign) else sign for sign in text)


def _is_syllable(sign: str) -> bool:
    """A sign without small and capital forms that transliterates to a capital letter first."""
    return not sign.isascii() and sign.lower() == sign.upper() and anyascii(sign)[:1].isupper()


def words(text: str) -> list[str]:
    """The words of a name or a line of an address, in their order."""
    return [word[:LONGEST] for word in _WORD.findall(plain(text))]


def name_words(parts: Iterable[str]) -> set[str]:
    """All the words under which a name is kept: of each part its words, neighbours joined, and all of it joined."""
    return {word for part in parts for word in _of_part(words(part))}


def _of_part(single: list[str]) -> Iterator[str]:
    yield from single
    yield from ((one + other)[:LONGEST] for one, other in pairwise(single))
    if single:
        yield "".join(single)[:LONGEST]
