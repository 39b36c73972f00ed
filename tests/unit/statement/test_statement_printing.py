"""How figures are said: examples that a practitioner can read, and what holds for every number."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from marketcross.statement.printing import amount, bare, period_words, qualified, rounded, unit_words
from marketcross.statement.printing.qualifiers import qualified_cell

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "statement" / "printing.yaml"


@pytest.mark.parametrize(
    "case", yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")), ids=lambda case: case["sentence"]
)
def test_examples(case: dict[str, str]) -> None:
    assert qualified(amount(case["printed"], case["unit"]), case["qualifier"]) == case["sentence"]
    assert qualified_cell(bare(case["printed"], case["unit"]), case["qualifier"]) == case["cell"]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2019-20", "2019 to 2020"),
        ("1999-00", "1999 to 2000"),
        ("2017", "2017"),
        ("2015-09-30", "30 September 2015"),
        ("2019-03", "March 2019"),
        ("", ""),
        ("winter", "winter"),
    ],
)
def test_periods(period: str, words: str) -> None:
    assert period_words(period) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("GBP_million", "£ million"),
        ("per_100k", "per 100,000"),
        ("percent", "%"),
        ("GBP_per_week", "£ a week"),
        ("rank", "rank"),
    ],
)
def test_units_on_their_own(unit: str, words: str) -> None:
    assert unit_words(unit) == words


@pytest.mark.parametrize(
    ("value", "decimals", "digits"),
    [("0.4", 0, "0"), ("0.5", 0, "1"), ("0.6", 0, "1"), ("-0.5", 0, "-1"), ("-0.04", 1, "0.0"), ("12.345", 2, "12.35")],
)
def test_halves_are_rounded_away_from_zero(value: str, decimals: int, digits: str) -> None:
    assert rounded(Fraction(value), decimals) == digits


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_never_further_than_half_a_step(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_no_digit_is_lost_or_won(number: object) -> None:
    printed = str(number)
    said = amount(printed, "homes").split(" ")[0]
    assert said.replace(",", "").replace("\N{MINUS SIGN}", "-").lstrip("-") == printed.lstrip("-")
    assert said.startswith("\N{MINUS SIGN}") == printed.startswith("-")
