"""Syllables of English words, counted by their vowels: near enough for an age, which averages over a section."""

import re

VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^laeiouysxzcg]es|[aeiouy]les|[aeiouy]le)$")
TWO_IN_ONE = re.compile(
    r"i(?:a(?!l\b|n\b)|o(?!n|us))|eo|[aeiou]ing$|ua(?!l)|ue[^u]t|io(?=d|l)|ying$|creat|[aeiouy]ity$"
)
SPLIT_BY_NOBODY = {"people": 2, "business": 2, "every": 2, "evening": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3}


def syllables(word: str) -> int:
    """At least one; hyphens join words that are counted apart."""
    parts = [part for part in re.split(r"[^a-z]+", word.lower().replace("'", "")) if part]
    return max(1, sum(map(_one, parts)))


def _one(word: str) -> int:
    if word in SPLIT_BY_NOBODY:
        return SPLIT_BY_NOBODY[word]
    count = len(VOWELS.findall(word)) + len(TWO_IN_ONE.findall(word))
    return max(1, count - bool(SILENT_END.search(word)))
