"""What the lint finds, and what it leaves alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from made import borough, figure, locality, pack, relation

from marketcross.statement.document.order import WRITTEN
from marketcross.statement.lint import lint, reading_ages
from marketcross.statement.lint.limits import LONGEST_SENTENCE
from marketcross.statement.lint.reading_age import reading_age
from marketcross.statement.lint.syllables import syllables
from marketcross.statement.lint.text import sentences
from marketcross.statement.lint.typed_numbers import numbers_in

TYPED = Path(__file__).resolve().parents[2] / "examples" / "statement" / "typed_numbers.yaml"


@pytest.mark.parametrize("case", yaml.safe_load(TYPED.read_text(encoding="utf-8")), ids=lambda case: case["line"][:50])
def test_typed_numbers(case: dict[str, Any]) -> None:
    assert numbers_in(case["line"]) == case["found"]


def found(*figures: Any, sections: dict[str, str] | None = None, **other: Any) -> list[str]:
    """All findings but those about sections that a small pack cannot have."""
    findings = lint(pack(*figures, sections=sections or {}, **other))
    return [str(finding) for finding in findings if "has no section" not in finding.message]


def test_a_good_pack_has_no_findings() -> None:
    assert lint(borough()) == []


def test_a_number_that_a_figure_holds_names_the_figure() -> None:
    said = found(figure("beds", "1300"), sections={"gap": "{{ beds }}\n\nWe have 1,300 beds."})
    assert said == [
        "statement/gap.md:3: types the number 1,300: print the figure, {{ beds }}, so that it leads to its evidence"
    ]


def test_missing_sections_are_named_with_their_file() -> None:
    messages = [finding.message for finding in lint(pack(sections={"gap": "Text."}))]
    assert "has no section 'money' (money): write statement/07-money.md" in messages
    assert len(messages) == len(WRITTEN) - 2  # gap is there, and a glossary of its own is not needed


@pytest.mark.parametrize("words", [LONGEST_SENTENCE - 1, LONGEST_SENTENCE, LONGEST_SENTENCE + 1])
def test_a_sentence_may_be_as_long_as_the_limit(words: int) -> None:
    said = found(sections={"gap": "One. Go " + " ".join(["go"] * (words - 1)) + "."})
    assert bool(said) == (words > LONGEST_SENTENCE)


def test_a_figure_is_one_word_of_a_sentence() -> None:
    said = found(figure("beds"), sections={"gap": " ".join(["go"] * (LONGEST_SENTENCE - 1)) + " {{ beds }}."})
    assert said == []


def test_sentences_know_their_lines_and_their_ends() -> None:
    text = "First one.\nSecond, e.g. this. Third is £3.50 a day!\n\n## Not a sentence\n\n- A fourth\n\n"
    text += "| No | table |\n| --- | --- |\n"
    assert [(s.line, s.text) for s in sentences(text, lambda id: id)] == [
        (1, "First one."),
        (2, "Second, e.g. this."),
        (2, "Third is £3.50 a day!"),
        (6, "A fourth"),
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("home", 1), ("homes", 1), ("people", 2), ("needed", 2), ("wanted", 2), ("asked", 1), ("opportunity", 5),
        ("disability", 5), ("social", 2), ("area", 3), ("table", 2), ("tables", 2), ("places", 2), ("services", 3),
        ("being", 2), ("create", 2), ("idea", 3), ("the", 1), ("carer", 2), ("provider", 3), ("residential", 4),
        ("day-care", 2), ("x", 1), ("", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_text_is_older_than_easy_text() -> None:
    easy = list(sentences("We want you to help us. Tell us what you can do. " * 10, lambda id: id))
    hard = list(
        sentences(
            "Organisational considerations necessitate comprehensive interdisciplinary evaluation. " * 10, lambda id: id
        )
    )
    assert (reading_age(easy, frozenset()) or 0) <= 7 and (reading_age(hard, frozenset()) or 0) > 18


def test_too_little_text_has_no_age() -> None:
    assert reading_age(list(sentences("Organisational considerations.", lambda id: id)), frozenset()) is None


def test_hard_sections_are_found_and_every_section_s_age_is_said() -> None:
    hard = (
        "Organisational considerations necessitate comprehensive interdisciplinary evaluation of circumstances. " * 10
    )
    assert "has a reading age of" in found(sections={"gap": hard})[0]
    assert next(reading_ages(pack(sections={"gap": hard}))).startswith("Reading age of gap: ")


def test_explained_words_and_names_are_easy() -> None:
    text = "The {0} of Northumberland and the {0} of Oxfordshire give us all of it now. " * 10
    said = {word: list(sentences(text.format(word), lambda id: id)) for word in ("reablement", "park")}
    easy = frozenset({"reablement"})
    assert reading_age(said["reablement"], easy) == reading_age(said["park"], easy)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The PCN meets.", "PCN"),
        ("The PCNs meet.", "PCNs"),
        ("The Primary Care Network (PCN) meets. The PCN is big.", ""),
        ("The CQC rates homes. The NHS pays.", ""),
        ("The VCF sector and World War II.", ""),
    ],
)
def test_abbreviations_need_the_glossary(text: str, word: str) -> None:
    said = found(sections={"gap": text})
    assert (f"uses '{word}'" in said[0]) if word else said == []


def test_a_pack_s_own_glossary_explains() -> None:
    assert found(sections={"gap": "The PCN meets.", "glossary": "**Primary Care Network (PCN)**: family doctors"}) == []


def test_an_opportunity_needs_evidence_and_a_way_to_respond() -> None:
    text = (
        "## Good\n\n{{ a }}\nHow to respond: write\n\n## No figure\n\n**How to respond:** call\n\n## No way\n\n{{ a }}"
    )
    said = found(figure("a"), sections={"opportunities": text})
    assert [line.split(": ", 1)[0] for line in said] == [
        "statement/opportunities.md:6",
        "statement/opportunities.md:10",
    ]
    assert "'No figure' rests on no figure" in said[0] and "'No way' does not say how to answer" in said[1]


def test_opportunities_without_a_title_are_none() -> None:
    assert "has no opportunity" in found(sections={"opportunities": "Call us."})[0]


def test_a_figure_is_used_by_text_relation_model_or_place() -> None:
    shares = {"north": "in_model", "south": "in_model"}
    model = {"id": "m", "kind": "need_by_place", "total": "in_model", "shares": shares}
    figures = [figure(id) for id in ("in_text", "in_relation", "in_model", "lonely")]
    said = lint(
        pack(
            *figures,
            figure("of_place", area="north"),
            sections={"gap": "{{ in_text }}"},
            relations={"r": relation("r", "equal", "in_relation", "in_relation")},
            localities=(locality("north", "North"), locality("south", "South")),
            models=(model,),
        )
    )
    assert [finding.message.split("'")[1] for finding in said if "used by nothing" in finding.message] == ["lonely"]


@pytest.mark.parametrize(
    ("period", "old"), [("2014", True), ("2015", False), ("2016", False), ("2014-15", False), ("2013-14", True)]
)
def test_evidence_may_be_five_years_old(period: str, old: bool) -> None:
    said = found(figure("a", period=period), sections={"gap": "{{ a }}"}, published=date(2020, 6, 1))
    assert bool(said) == old


def test_history_beside_newer_evidence_is_not_old() -> None:
    figures = figure("a_2010", period="2010"), figure("a_2019", period="2019")
    assert found(*figures, sections={"gap": "{{ a_2010 }} {{ a_2019 }}"}) == []


def test_a_note_may_excuse_old_evidence() -> None:
    assert found(figure("a", period="2011", note="The latest census."), sections={"gap": "{{ a }}"}) == []


def test_a_draft_has_no_day_to_be_old_on() -> None:
    assert found(figure("a", period="1999"), sections={"gap": "{{ a }}"}, published=None) == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("There are {{ homes }} homes.", "homes"),
        ("There are about {{ homes }}.", "about"),
        ("It is {{ share }}%.", "%"),
        ("It is {{ share }} per cent.", "per cent"),
        ("It costs £{{ price }}.", "£"),
        ("It costs {{ price }} week.", "week"),
        ("There are {{ homes }} empty homes, and {{ share }}.", ""),
    ],
)
def test_words_that_a_figure_says_itself(line: str, word: str) -> None:
    figures = [
        figure("homes", qualifier="about"),
        figure("share", unit="percent"),
        figure("price", unit="GBP_per_week"),
    ]
    said = [text for text in found(*figures, sections={"gap": line}) if "take the word out" in text]
    assert (f"says '{word}'" in said[0]) if word else said == []
