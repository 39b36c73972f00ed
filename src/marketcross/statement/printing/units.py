"""A unit's id taken apart, and said in words: ``GBP_per_week``, ``per_100k``, ``homes``, ``people_per_10k``."""

from dataclasses import dataclass

SCALES = {"thousand": "thousand", "million": "million", "billion": "billion"}
TAILS = {"1k": "1,000", "10k": "10,000", "100k": "100,000", "1m": "1 million"}
TIMES = ("hour", "day", "night", "week", "month", "quarter", "year", "visit")


@dataclass(frozen=True, slots=True)
class Unit:
    """``pounds`` and ``percent`` are signs beside the digits; ``noun`` is plural; ``per`` is said after all that."""

    pounds: bool
    percent: bool
    ordinal: bool
    scale: str
    noun: str
    per: str


def parse(unit: str) -> Unit:
    """Take a unit's id apart. An id that nobody has thought of is a noun: its words, with spaces."""
    head, _, tail = f"_{unit}".partition("_per_")
    words = [word for word in head.split("_") if word]
    pounds = words[:1] == ["GBP"]
    words = words[1:] if pounds else words
    scale = words[0] if pounds and words and words[0] in SCALES else ""
    words = words[1:] if scale else words
    percent, ordinal = words == ["percent"], words == ["rank"]
    noun = "" if percent or ordinal else " ".join(words)
    return Unit(pounds, percent, ordinal, scale, noun, _per(tail))


def _per(tail: str) -> str:
    """What follows the amount: ``a week`` for times, ``per bed`` or ``per 100,000`` for the rest."""
    if not tail:
        return ""
    parts = [TAILS.get(part, part.replace("_", " ")) for part in tail.split("_per_")]
    return " ".join(f"{_article(part)} {part}" if part in TIMES else f"per {part}" for part in parts)


def _article(word: str) -> str:
    return "an" if word == "hour" else "a"


def unit_words(unit: str) -> str:
    """A unit on its own, as a column heading or an evidence entry says it: ``£ million``, ``per 100,000``."""
    it = parse(unit)
    if it.ordinal:
        return "rank"
    sign = "£" if it.pounds else "%" if it.percent else ""
    return " ".join(word for word in (sign, it.scale, it.noun, it.per) if word)


def difference_unit(unit: str) -> str:
    """The unit of a difference: between 3% and 5% lie 2 percentage points, between two ranks places."""
    return {"percent": "percentage_points", "rank": "places"}.get(unit, unit)


def singular(noun: str) -> str:
    """One of a plural noun, for the figure 1: its last word but for ``people per ...``, which units keep apart."""
    *first, last = noun.split(" ")
    return " ".join([*first, _one(last)])


def _one(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "staff": "member of staff"}
