"""Abbreviations that nobody spells out."""

import re
from collections.abc import Iterator

from marketcross.statement.document.glossary import abbreviations, common_words, own_words
from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.pack import Pack, Section
from marketcross.statement.reading import Problem

ABBREVIATION = re.compile(r"(?<![\w&/.-])([A-Z][A-Za-z]?[A-Z&]+[A-Za-z]?|[A-Z]{2,}s?)(?![\w&-])")
SPELT_OUT = re.compile(r"\(([A-Z][A-Za-z&]*[A-Z][A-Za-z]*)\)")
EVERYBODY_KNOWS = frozenset({"NHS", "UK", "EU", "BBC", "TV", "GP", "GPs", "PDF", "CSV", "UK's", "AM", "PM"})
ROMAN = re.compile(r"[IVX]+")


def unknown_abbreviations(pack: Pack) -> Iterator[Problem]:
    """Each once, where it first stands."""
    own = next((section.markdown for section in pack.sections if section.slug == "glossary"), "")
    known = abbreviations([*common_words(), *own_words(own)]) | EVERYBODY_KNOWS
    said: set[str] = set()
    for section in pack.sections:
        for line, word in _abbreviations(section):
            if _plain(word) not in known and word not in known | said:
                said.add(word)
                remedy = f"write '**The full words ({word})**: meaning' in the glossary"
                message = f"uses '{word}' without spelling it out: {remedy}"
                yield Problem(section.file, line, message)


def _abbreviations(section: Section) -> Iterator[tuple[int, str]]:
    spelt_out = set(SPELT_OUT.findall(section.markdown))
    for number, line in enumerate(section.markdown.split("\n"), 1):
        for found in ABBREVIATION.finditer(PLACEHOLDER.sub(" ", re.sub(r"https?://\S+|\]\([^)]*\)", " ", line))):
            word = found[1]
            if word not in spelt_out and not ROMAN.fullmatch(word):
                yield number, word


def _plain(word: str) -> str:
    return word.removesuffix("s")
