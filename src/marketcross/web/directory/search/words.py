"""From what somebody typed to words, and from words to lexemes: "Gardeners" and "gardening" are both "garden"."""

import re
import unicodedata
from collections.abc import Iterable

from django.db import connection

LONGEST = 60
_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without accents or apostrophes, in order."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [word[:LONGEST] for word in _WORD.findall(plain.casefold().replace("'", "").replace("’", ""))]


def lexemes_of(words: Iterable[str]) -> dict[str, str]:
    """The lexeme of each word by PostgreSQL's English dictionary; words like "the", which say nothing, have none."""
    distinct = sorted(set(words))
    if not distinct:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, lexeme[1] FROM (SELECT word, ts_lexize('english_stem', word) AS lexeme "
            "FROM unnest(%s::text[]) AS word) AS known WHERE cardinality(lexeme) > 0",
            [distinct],
        )
        return dict(cursor.fetchall())


def trigrams(word: str) -> list[str]:
    """A word's runs of three letters, with its beginning and end marked: what likeness is counted in."""
    padded = f"  {word} "
    return sorted({padded[i : i + 3] for i in range(len(padded) - 2)})


def likeness(a: Iterable[str], b: Iterable[str]) -> float:
    """How much two words are alike: trigrams that both have among those that either has, from 0 to 1."""
    one, other = set(a), set(b)
    return len(one & other) / len(one | other) if one | other else 0.0
