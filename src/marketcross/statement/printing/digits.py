"""Digits of exact numbers, rounded half away from zero as people do on paper."""

from fractions import Fraction


def rounded(value: Fraction, decimals: int) -> str:
    """``value`` with exactly ``decimals`` places, as the digits that a figure's ``printed`` would hold."""
    scale = 10**decimals
    whole = int(abs(value) * scale + Fraction(1, 2))
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def decimals_of(printed: str) -> int:
    """How many places a printed number shows: 13.10 shows two."""
    return len(printed.partition(".")[2])


def grouped(printed: str) -> str:
    """Thousands separated by commas and a real minus sign: ``-1300`` is said −1,300."""
    whole, point, places = printed.lstrip("-").partition(".")
    sign = "\N{MINUS SIGN}" if printed.startswith("-") else ""
    return f"{sign}{int(whole or 0):,}{point}{places}"
