"""How a scheme writes amounts: pounds with pence, and quantities to the hundredth, both kept as whole numbers."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema

from marketcross.engine.vocabulary.money import from_pounds

HUNDREDTHS = 100
_QUANTITY = re.compile(r"\d{1,6}(?:\.\d{1,2})?")


def _pence(written: Any) -> int:
    pence = from_pounds(_as_text(written))
    if pence < 0:
        raise ValueError(f"'{written}' is below nothing. Write an amount of 0 or more.")
    return pence


def _hundredths(written: Any) -> int:
    """``3.5`` hours are 350 hundredths of an hour."""
    text = _as_text(written)
    if not _QUANTITY.fullmatch(text):
        raise ValueError(f"'{text}' is not a quantity. Write it like 3.5, with at most two decimal places.")
    whole, _, rest = text.partition(".")
    return int(whole) * HUNDREDTHS + int(rest.ljust(2, "0"))


def _as_text(written: Any) -> str:
    if isinstance(written, float):
        raise ValueError(f"{written} passed through a float: read the file with numbers as text, to keep it exact.")
    return str(written).strip()


def _in_a_file(hundredths: int) -> str:
    return f"{hundredths // HUNDREDTHS}.{hundredths % HUNDREDTHS:02d}"


_WRITTEN = {"type": ["number", "string"], "minimum": 0, "pattern": r"^\d+(\.\d{1,2})?$"}

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
# In memory pence and hundredths; in a file pounds and units, exactly.
Amount = Annotated[
    int,
    BeforeValidator(_pence),
    PlainSerializer(_in_a_file),
    WithJsonSchema(_WRITTEN | {"description": "pounds, as 24.10"}),
]
Quantity = Annotated[
    int,
    BeforeValidator(_hundredths),
    PlainSerializer(_in_a_file),
    WithJsonSchema(_WRITTEN | {"description": "a quantity, as 3.5"}),
]
