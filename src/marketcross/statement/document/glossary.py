"""The words that a statement uses and its readers may not know."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from marketcross.statement.document.blocks import Block, Paragraph, Record, Records, Text

ENTRY = re.compile(r"\*\*(?P<word>[^*]+?):?\*\*\s*:?\s*(?P<meaning>.+)")
ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&]*[A-Z][A-Za-z]*)\)")


@cache
def common_words() -> Mapping[str, str]:
    """Words that any statement may use."""
    text = files("marketcross.statement.document").joinpath("words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def own_words(markdown: str) -> dict[str, str]:
    """A pack's glossary: ``**word**: meaning``, one a line, bulleted or not."""
    found = (ENTRY.search(line) for line in markdown.splitlines())
    return {entry["word"].strip(): entry["meaning"].strip() for entry in found if entry}


def abbreviations(words: Iterable[str]) -> set[str]:
    """What the glossary spells out: in brackets after a word, or as the word itself."""
    known = list(words)
    inside = {found for word in known for found in ABBREVIATION.findall(word)}
    return inside | {word for word in known if word.isupper()}


def used(word: str, text: str) -> bool:
    """Whether a text uses a word, in its long form or as its abbreviation."""
    long = ABBREVIATION.sub("", word).strip()
    forms = [re.escape(long) + "s?", *map(re.escape, ABBREVIATION.findall(word))]
    return bool(re.search(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", text, re.IGNORECASE if long.islower() else 0))


def glossary_blocks(own: Mapping[str, str], text: str) -> tuple[Block, ...]:
    """The pack's own words, and those common ones that the text uses, from A to Z."""
    said = {word.lower() for word in own}
    common = {
        word: meaning for word, meaning in common_words().items() if used(word, text) and word.lower() not in said
    }
    words = sorted((dict(own) | common).items(), key=lambda entry: entry[0].lower())
    if not words:
        return ()
    entries = (Record("", (Text(word),), (Paragraph((Text(meaning),)),), (), level=0) for word, meaning in words)
    return (Records("word", tuple(entries)),)
