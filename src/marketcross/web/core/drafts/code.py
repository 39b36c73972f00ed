"""The resume code: 16 letters and digits that are hard to misread, in four groups."""

import secrets

# Crockford's base 32: no I, L, O or U, so that nothing is misread and no word appears.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16  # x 5 bits = 80 bits
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def new_code() -> str:
    """A new code such as ``7K3M-0QX9-ZP2D-HV5T``."""
    return spoken("".join(secrets.choice(LETTERS) for _ in range(LENGTH)))


def spoken(letters: str) -> str:
    """A code as it is shown and read out: four groups of four."""
    return "-".join(letters[start : start + 4] for start in range(0, LENGTH, 4))


def read_code(typed: str) -> str | None:
    """The code as typed by a person, in its one spelling; None where it cannot be one."""
    letters = "".join(c for c in typed.upper() if c.isalnum()).translate(MISREAD)
    return letters if len(letters) == LENGTH and set(letters) <= set(LETTERS) else None
