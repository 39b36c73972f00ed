"""Quantities and shares said in words."""

_SHARES = {25: "a quarter", 50: "half", 75: "three quarters", 100: "all"}


def quantity(ten_thousandths: int) -> str:
    """Exactly, with no more decimals than needed: ``quantity(26250) == "2.625"``."""
    whole, rest = divmod(ten_thousandths, 10_000)
    return f"{whole:,}" + (f".{rest:04d}".rstrip("0") if rest else "")


def share(percent: int) -> str:
    """``share(25) == "a quarter"``."""
    return _SHARES.get(percent, f"{percent}%" if percent else "none")
