"""A number with its unit, in running text (``amount``) and in a cell whose column names the unit (``bare``)."""

from marketcross.statement.printing.digits import grouped
from marketcross.statement.printing.units import Unit, parse, singular


def amount(printed: str, unit: str) -> str:
    """As said in a sentence: ``£53.4 million``, ``753 per 100,000``, ``1 home``, ``28%``, ``150th``."""
    it = parse(unit)
    noun = singular(it.noun) if printed in ("1", "-1") else it.noun
    return " ".join(word for word in (number(printed, unit), noun, it.per) if word)


def bare(printed: str, unit: str) -> str:
    """As said in a cell under a heading that names the unit: signs stay, nouns and rates go."""
    return number(printed, unit)


def number(printed: str, unit: str) -> str:
    """The digits with the signs that belong to them."""
    it, digits = parse(unit), grouped(printed)
    if it.ordinal:
        return ordinal(printed)
    if it.percent:
        return f"{digits}%"
    return _pounds(it, digits) if it.pounds else digits


def _pounds(it: Unit, digits: str) -> str:
    minus = "\N{MINUS SIGN}"
    signed = f"{minus}£{digits[1:]}" if digits.startswith(minus) else f"£{digits}"
    return f"{signed} {it.scale}".strip()


def ordinal(printed: str) -> str:
    """``150`` is 150th; a rank that is no whole number keeps its digits."""
    if not printed.isdigit():
        return grouped(printed)
    number = int(printed)
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
