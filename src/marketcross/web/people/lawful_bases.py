"""For what people's data is used, and by what law: the council's table, kept as data."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "lawful_bases.yaml"


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose in plain words, with its article 6 basis, its article 9 condition and the duty or power behind it.

    ``everybody``: it holds for everybody of the register and needs no row of its own.
    """

    code: str
    plain: str
    basis: str
    condition: str
    law: str
    everybody: bool


@cache
def purposes() -> tuple[Purpose, ...]:
    """All purposes in their order."""
    return tuple(Purpose(**row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def purpose_named(code: str) -> Purpose:
    """The purpose of a code.

    :raises KeyError: there is none.
    """
    return {purpose.code: purpose for purpose in purposes()}[code]
