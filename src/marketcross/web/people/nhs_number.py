"""An NHS number: ten digits, of which the last proves the others."""

import re


def normal_nhs_number(text: str) -> str | None:
    """Ten digits without spaces; None where the text is no NHS number.

    The nine digits, times 10 to 2, and the tenth add up to a multiple of 11: 943 476 5919 gives 308, which is 28 x 11.
    """
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        return None
    return digits if sum((10 - i) * int(digit) for i, digit in enumerate(digits)) % 11 == 0 else None


def spaced(number: str) -> str:
    """As people read it: 943 476 5919."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
