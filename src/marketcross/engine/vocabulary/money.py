"""Money is whole pence: an ``int`` for one person, int64 in columns, never a float."""

import re
from typing import TypeAlias

Pence: TypeAlias = int

PENCE_IN_A_POUND = 100
_POUNDS = re.compile(r"-?£?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?")


class NotMoneyError(ValueError):
    """The text is not an amount in pounds and whole pence."""


def pounds(pence: Pence) -> str:
    """Say an amount as people write it: ``pounds(2325000) == "£23,250.00"``."""
    sign = "-" if pence < 0 else ""
    whole, rest = divmod(abs(pence), PENCE_IN_A_POUND)
    return f"{sign}£{whole:,}.{rest:02d}"


def from_pounds(text: str) -> Pence:
    """Read an amount in pounds exactly: ``from_pounds("£23,250.5") == 2325050``. Raises NotMoneyError."""
    written = text.strip()
    if not _POUNDS.fullmatch(written):
        raise NotMoneyError(
            f"'{text}' is not an amount in pounds. Write it like 214.35, with at most two decimal places."
        )
    whole, _, rest = written.lstrip("-").lstrip("£").replace(",", "").partition(".")
    pence = int(whole) * PENCE_IN_A_POUND + int(rest.ljust(2, "0"))
    return -pence if written.startswith("-") else pence
