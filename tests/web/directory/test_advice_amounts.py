"""Amounts come from the law by name and day; what nobody verified is marked, and what is missing is said."""

from datetime import date

import pytest

from marketcross.web.core.letters import Heading, Paragraph, Steps
from marketcross.web.directory.advice.amounts import Filler, UnknownAmountError, amount_on, choices, names
from marketcross.web.directory.advice.content import Help, Sum, content, on_paper

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "on", "words"),
    [
        ("upper_capital_limit", DAY, "£23,250"),
        ("tariff_income_of_a_step", DAY, "£1 a week"),
        ("free_reablement", DAY, "6 weeks"),
        ("adult_outcomes_needed", DAY, "2"),
        ("personal_expenses_allowance", date(2026, 4, 5), "£30.65 a week"),
        ("personal_expenses_allowance", date(2026, 4, 6), "£31.80 a week (not yet checked)"),
        ("property_disregard", DAY, "12 weeks (not yet checked)"),
        ("expenses_of_sale", DAY, "10% (not yet checked)"),
        ("guarantee_child", DAY, "(ask us for this year's amount)"),
        ("upper_capital_limit", date(2027, 4, 5), "£23,250"),
        ("upper_capital_limit", date(2027, 4, 6), "(ask us for this year's amount)"),
    ],
)
def test_an_amount_is_that_of_the_day(name: str, on: date, words: str) -> None:
    assert amount_on(name, on).words == words


def test_a_text_takes_amounts_in_and_says_which() -> None:
    filler = Filler(DAY)
    assert filler.fill("Over {{ upper_capital_limit }}, or {{lower_capital_limit}}.") == "Over £23,250, or £14,250."
    assert list(filler.used) == ["upper_capital_limit", "lower_capital_limit"]


def test_a_polish_text_says_them_in_polish() -> None:
    assert Filler(DAY, "pl").fill("{{ property_disregard }}") == "12 tygodni (jeszcze niesprawdzone)"


def test_an_unknown_name_is_an_error_with_a_hint() -> None:
    with pytest.raises(UnknownAmountError, match="did you mean 'upper_capital_limit'"):
        Filler(DAY).fill("{{ upper_capital_limits }}")


def test_an_age_that_depends_on_a_birthday_is_not_offered() -> None:
    assert "pension_credit_age" not in names() and "upper_capital_limit" in dict(choices())


BODY = [
    ["heading", "H"],
    ["paragraph", "P {{ upper_capital_limit }}"],
    ["steps", ["S"]],
    ["amount", {"name": "personal_expenses_allowance", "label": "Keep"}],
    ["help", {"category": "transport", "text": "Lifts"}],
]


def test_content_is_parts_and_knows_what_is_unchecked() -> None:
    found = content(BODY, [["paragraph", "Easy."]], [], on=DAY)
    assert found.parts[:3] == (Heading("H"), Paragraph("P £23,250"), Steps(("S",)))
    assert isinstance(found.parts[3], Sum) and found.parts[4] == Help("transport", "Lifts")
    assert found.unchecked and [amount.verified for amount in found.amounts] == [True, False]
    assert not content(BODY[:2], [], [["provision", {"verified": True}]], on=DAY).unchecked
    assert content(BODY[:2], [], [["provision", {"verified": False}]], on=DAY).unchecked


def test_on_paper_an_amount_is_a_sentence_and_a_link_is_words() -> None:
    *_, keep, lifts = on_paper(content(BODY, [], [], on=DAY).parts, "en")
    assert keep == Paragraph("Keep: £31.80 a week (not yet checked)")
    assert lifts == Paragraph("Lifts: ask us, or look in our directory.")
