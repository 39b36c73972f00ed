"""Words that a figure already prints, typed beside it again: 'about about 1,300 homes homes'."""

import re
from collections.abc import Iterator

from marketcross.statement.document.markdown import PLACEHOLDER
from marketcross.statement.facts import Fact, Facts
from marketcross.statement.pack import Pack
from marketcross.statement.printing.units import parse
from marketcross.statement.reading import Problem

SAYS_SO = {
    "about": r"(?:about|around|approximately|roughly|some|nearly|almost)",
    "estimate": r"(?:an estimated|estimated|about|around)",
    "at_least": r"(?:over|more than|at least|above)",
    "at_most": r"(?:under|fewer than|less than|at most|up to)",
}


def doubled_words(pack: Pack, facts: Facts) -> Iterator[Problem]:
    for section in pack.sections:
        for number, line in enumerate(section.markdown.split("\n"), 1):
            for found in PLACEHOLDER.finditer(line):
                fact = facts.get(found[1])
                word = _doubled(fact, line[: found.start()], line[found.end() :]) if fact else ""
                if fact and word:
                    message = (
                        f"says '{word}' beside {{{{ {fact.id} }}}}, which prints '{fact.words}': take the word out"
                    )
                    yield Problem(section.file, number, message)


def _doubled(fact: Fact, before: str, after: str) -> str:
    """The word typed before or after that the figure says itself, or ""."""
    unit = parse(fact.unit)
    if fact.qualifier in SAYS_SO and (said := re.search(rf"\b{SAYS_SO[fact.qualifier]}\s+$", before, re.IGNORECASE)):
        return said[0].strip()
    tail = f"{unit.noun} {unit.per}".split()
    first = tail[-1] if unit.per else unit.noun.partition(" ")[2] or unit.noun
    if first and (said := re.match(rf"\s+{re.escape(first)}\b", after, re.IGNORECASE)):
        return said[0].strip()
    if unit.percent and (said := re.match(r"\s*(?:%|per ?cent\b)", after)):
        return said[0].strip()
    return "£" if unit.pounds and before.endswith("£") else ""
