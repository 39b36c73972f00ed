"""The age at which most readers follow a section: Flesch-Kincaid's school grade plus five.

Source of the formula: Kincaid and others, 'Derivation of new readability formulas for Navy enlisted personnel' (1975).
Words of the glossary, names and printed figures count as one syllable: they are explained, or are no words.
"""

import re
from collections.abc import Callable, Iterator, Set
from fractions import Fraction

from marketcross.statement.document.glossary import ABBREVIATION, common_words, own_words
from marketcross.statement.lint.limits import METHOD_SECTIONS, READING_AGE, READING_AGE_METHOD, SHORTEST_JUDGED
from marketcross.statement.lint.syllables import syllables
from marketcross.statement.lint.text import Sentence, sentences
from marketcross.statement.pack import Pack, Section
from marketcross.statement.reading import Problem

YEARS_AT_GRADE_0 = 5


def too_hard(pack: Pack, figure: Callable[[str], str]) -> Iterator[Problem]:
    """Sections above their limit."""
    easy = explained(pack)
    for section in pack.sections:
        age = reading_age(list(sentences(section.markdown, figure)), easy)
        if age is not None and age > limit(section):
            message = f"has a reading age of {age}, and {limit(section)} is the limit: "
            yield Problem(
                section.file, 1, message + "use shorter sentences and everyday words, or explain a word in the glossary"
            )


def limit(section: Section) -> int:
    return READING_AGE_METHOD if section.slug in METHOD_SECTIONS else READING_AGE


def reading_ages(pack: Pack) -> Iterator[str]:
    """One line for each section that is long enough to be judged."""
    easy = explained(pack)
    for section in pack.sections:
        age = reading_age(list(sentences(section.markdown, lambda id: "1")), easy)
        if age is not None:
            yield f"Reading age of {section.slug}: {age} (limit {limit(section)})"


def reading_age(said: list[Sentence], easy: Set[str]) -> int | None:
    """Whole years, rounded to the nearest; None where there is too little text to tell."""
    words = [word for sentence in said for word in _counted(sentence, easy)]
    if len(words) < SHORTEST_JUDGED:
        return None
    grade = Fraction("0.39") * len(words) / len(said) + Fraction("11.8") * sum(words) / len(words) - Fraction("15.59")
    return max(YEARS_AT_GRADE_0, round(grade + YEARS_AT_GRADE_0))


def _counted(sentence: Sentence, easy: Set[str]) -> Iterator[int]:
    """The syllables of each word."""
    for place, word in enumerate(sentence.words):
        bare = re.sub(r"^\W+|\W+$|'s$|’s$", "", word)
        name = place > 0 and bare[:1].isupper()
        plain = bare.lower()
        number = any(letter.isdigit() for letter in plain)
        easily_read = name or number or bool({plain, plain.removesuffix("s")} & easy)
        yield 1 if easily_read else syllables(bare)


def explained(pack: Pack) -> frozenset[str]:
    """Each single word of every term that the statement explains."""
    own = next((section.markdown for section in pack.sections if section.slug == "glossary"), "")
    terms = [*common_words(), *own_words(own)]
    return frozenset(word.lower() for term in terms for word in re.findall(r"[\w-]+", ABBREVIATION.sub("", term)))
