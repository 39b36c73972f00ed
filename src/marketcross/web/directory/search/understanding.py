"""What a search in somebody's own words asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from marketcross.web.directory.models import Word

from .phrases import Phrase, ignored, phrases, telling
from .spelling import corrected
from .words import lexemes_of, words_of

CLOSE = 0.75  # a category counts as meant where its words tell at least so much as the best one's


@dataclass(frozen=True, slots=True)
class Understood:
    """Codes, categories the best first. ``rest``: the lexemes that a service's own words are compared with."""

    categories: tuple[str, ...] = ()
    group: str = ""
    time: str = ""
    price: str = ""
    rest: frozenset[str] = frozenset()
    read_as: Mapping[str, str] = field(default_factory=dict)  # misspelt words, for the page alone

    @property
    def codes(self) -> tuple[str, ...]:
        return (*self.categories, *filter(None, (self.group, self.time, self.price)))


def understand(text: str) -> Understood:
    """Read a text. Nothing of it is kept anywhere."""
    lexemes = telling(lexemes_of(words_of(text)))
    read_as = corrected(_unknown(lexemes))
    if read_as:
        lexemes = telling(lexemes_of(read_as.get(word, word) for word in lexemes))
    asked = frozenset(lexemes.values())
    categories, covered = _categories(asked)
    named = _named(asked, covered)
    told = frozenset[str]().union(*(phrase.lexemes for phrase in named.values()))
    codes = {means: phrase.code for means, phrase in named.items()}
    return Understood(categories, **codes, rest=asked - told, read_as=read_as)


def _unknown(lexemes: Mapping[str, str]) -> list[str]:
    known = set(phrases().weights)
    strange = {word: lexeme for word, lexeme in lexemes.items() if lexeme not in known and word not in ignored()}
    known |= (
        set(Word.objects.filter(lexeme__in=strange.values()).values_list("lexeme", flat=True)) if strange else set()
    )
    return [word for word, lexeme in strange.items() if lexeme not in known]


def _categories(asked: frozenset[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The categories whose phrases stand in the text, with their lexemes; else those whose phrases share a word."""
    candidates = [p for p in phrases().all if p.means == "category" and p.lexemes & asked]
    covered: dict[str, frozenset[str]] = {}
    for phrase in [p for p in candidates if p.lexemes <= asked] or candidates:
        covered[phrase.code] = covered.get(phrase.code, frozenset()) | (phrase.lexemes & asked)
    told = {code: _weight(lexemes) for code, lexemes in covered.items()}
    most = max(told.values(), default=0.0)
    meant = sorted((code for code in told if told[code] >= CLOSE * most), key=lambda c: (-told[c], c))
    return tuple(meant), frozenset[str]().union(*(covered[code] for code in meant))


def _named(asked: frozenset[str], covered: frozenset[str]) -> dict[str, Phrase]:
    """The group, time and price that the text names, each by the most telling phrase that no category has used up."""
    found: dict[str, Phrase] = {}
    for means in ("group", "time", "price"):
        said = [phrase for phrase in _said(asked, means) if not phrase.lexemes <= covered]
        if said:
            found[means] = min(said, key=lambda phrase: (-_weight(phrase.lexemes), phrase.code))
    return found


def _said(asked: frozenset[str], means: str) -> Iterable[Phrase]:
    return (phrase for phrase in phrases().all if phrase.means == means and phrase.lexemes <= asked)


def _weight(lexemes: frozenset[str]) -> float:
    return sum(phrases().weights[lexeme] for lexeme in sorted(lexemes))
