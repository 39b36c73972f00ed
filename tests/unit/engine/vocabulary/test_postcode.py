"""The form of a postcode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.vocabulary.postcode import normal_postcode


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ZX1 0AA", "ZX1 0AA"),
        ("m11aa", "M1 1AA"),
        ("m60 1nw", "M60 1NW"),
        ("cr26xh", "CR2 6XH"),
        ("dn55 1pt", "DN55 1PT"),
        ("w1a 1hq", "W1A 1HQ"),
        ("EC1A1BB", "EC1A 1BB"),
        ("gir 0aa", "GIR 0AA"),
        ("NPT 8EP", "NPT 8EP"),
        (" se13\t6lg\n", "SE13 6LG"),
        ("SE13-6LG", "SE13 6LG"),
        ("SE13 OLG", "SE13 0LG"),
        ("SE13 ILG", "SE13 1LG"),
    ],
)
def test_what_people_write_is_read(written: str, read: str) -> None:
    assert normal_postcode(written) == read


@pytest.mark.parametrize("text", ["", " ", "SE13", "SE13 6L", "SE13 6LGG", "SEE13 6LG", "13 6LG", "SE13 66G", "Étoile"])
def test_what_is_no_postcode_is_none(text: str) -> None:
    assert normal_postcode(text) is None


@given(st.from_regex(r"\A[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\Z"))
def test_reading_twice_changes_nothing(text: str) -> None:
    once = normal_postcode(text)
    assert once and normal_postcode(once) == once == normal_postcode(text.lower())


@given(st.text())
def test_any_text_is_a_postcode_or_none(text: str) -> None:
    read = normal_postcode(text)
    assert read is None or read.isascii()
