"""How near two words are, and the keys by which a word's neighbours are found without comparing it with all.

Two words one slip apart have a word in common when each loses a letter; two slips apart, when each loses two. So every
word is kept with those shorter forms and with its sound, and what is near shares one of them. Which of the known ways
finds most was measured on misspelt made names (docs/method/finding-people.md).
"""

from collections.abc import Iterable
from functools import lru_cache

from jellyfish import damerau_levenshtein_distance, metaphone

SAME, NEAR, LOOSE = 0, 1, 2
SHORTEST_NEAR = 3  # letters; in shorter words any slip makes another name
SHORTEST_LOOSE, LONGEST_LOOSE = 7, 20  # letters of words that may differ by two slips


def loss(asked: str, held: str) -> int | None:
    """0 the same; 1 one slip, or the beginning of it; 2 two slips in a long word, or the same sound; None: another."""
    if asked == held:
        return SAME
    if min(len(asked), len(held)) < SHORTEST_NEAR:
        return None
    slips = damerau_levenshtein_distance(asked, held)
    if slips == 1 or held.startswith(asked):
        return NEAR
    if (slips == 2 and _may_be_loose(asked) and _may_be_loose(held)) or _sound(asked) == _sound(held) != "":
        return LOOSE
    return None


def nearby(word: str) -> set[str]:
    """The keys that ``word`` shares with every word that is near it, other than by its beginning."""
    if len(word) < SHORTEST_NEAR:
        return {word}
    shorter = {word} | _shorter([word])
    if _may_be_loose(word):
        shorter |= _shorter(shorter)
    return shorter | ({f"~{_sound(word)}"} if _sound(word) else set())


def _may_be_loose(word: str) -> bool:
    return SHORTEST_LOOSE <= len(word) <= LONGEST_LOOSE


def _shorter(words: Iterable[str]) -> set[str]:
    return {word[:place] + word[place + 1 :] for word in words for place in range(len(word))}


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    return metaphone(word)
