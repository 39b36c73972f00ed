"""What a misspelt word may have meant: the likest of the words that the directory knows."""

from collections.abc import Iterable, Mapping

from marketcross.web.directory.models import Word

from .phrases import phrases
from .words import likeness, trigrams

SHORTEST = 4  # letters: shorter words are too easily like another
LIKE_ENOUGH = 0.34


def corrected(unknown: Iterable[str]) -> dict[str, str]:
    """For each unknown word the known word that is likest, where one is like enough; ties go by the alphabet."""
    asked = {word: frozenset(trigrams(word)) for word in unknown if len(word) >= SHORTEST and word.isalpha()}
    if not asked:
        return {}
    known = _candidates(frozenset().union(*asked.values()))
    found = {word: _likest(runs, known) for word, runs in asked.items()}
    return {word: meant for word, meant in found.items() if meant}


def _candidates(runs: frozenset[str]) -> Mapping[str, frozenset[str]]:
    rows = Word.objects.filter(trigrams__overlap=sorted(runs)).values_list("word", "trigrams")
    own = {word: frozenset(trigrams(word)) for word in phrases().lexemes if len(word) >= SHORTEST}
    return own | {word: frozenset(theirs) for word, theirs in rows if len(word) >= SHORTEST}


def _likest(runs: frozenset[str], known: Mapping[str, frozenset[str]]) -> str:
    best, word = min(((-likeness(runs, theirs), word) for word, theirs in known.items()), default=(0.0, ""))
    return word if -best >= LIKE_ENOUGH else ""
