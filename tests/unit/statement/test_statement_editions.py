"""Two editions beside each other."""

from fractions import Fraction
from typing import Any

import pytest
from made import figure, pack

from marketcross.statement.editions import change_words, changes_json, changes_text, compare


def share(printed: str) -> dict[str, Any]:
    return {"printed": printed, "unit": "percent"}


def money(printed: str) -> dict[str, Any]:
    return {"printed": printed, "unit": "GBP_million"}


def change(old: dict[str, Any], new: dict[str, Any]) -> Any:
    (found,) = compare(pack(figure("a", **old)), pack(figure("a", **new))).changed
    return found


@pytest.mark.parametrize(
    ("old", "new", "by", "percent", "words"),
    [
        ({"printed": "10"}, {"printed": "15"}, "5", "50", "up 5 homes (50.0%)"),
        ({"printed": "10"}, {"printed": "9"}, "-1", "-10", "down 1 home (10.0%)"),
        ({"printed": "0"}, {"printed": "3"}, "3", None, "up 3 homes"),
        ({"printed": "-4"}, {"printed": "-2"}, "2", "50", "up 2 homes (50.0%)"),
        (share("3.5"), share("5"), "1.5", "300/7", "up 1.5 percentage points"),
        ({"printed": "150", "unit": "rank"}, {"printed": "149", "unit": "rank"}, "-1", "-2/3", "down 1 place"),
        (money("13.10"), money("13.2"), "1/10", "100/131", "up £0.10 million (0.8%)"),
        ({"printed": "10"}, {"printed": "10", "unit": "beds"}, None, None, "counted in another unit"),
        ({"printed": "10"}, {"printed": "10", "period": "2021"}, "0", "0", "the same number"),
    ],
)  # fmt: skip
def test_by_how_much(old: dict[str, Any], new: dict[str, Any], by: str | None, percent: str | None, words: str) -> None:
    found = change(old, new)
    assert found.by == (None if by is None else Fraction(by))
    assert found.percent == (None if percent is None else Fraction(percent))
    assert change_words(found) == words


def test_a_better_label_is_no_news() -> None:
    assert not compare(pack(figure("a", label="x")), pack(figure("a", label="y", locator="2"))).changed


def test_the_same_edition_twice_has_no_change() -> None:
    same = pack(figure("a"), sections={"opportunities": "## One\n\n## Two"})
    assert not compare(same, same)
    assert changes_text(compare(same, same)) == "Nothing changed: no figure and no opportunity."


def test_opportunities_open_and_close_by_their_titles() -> None:
    old = pack(sections={"opportunities": "## Build homes\n\n## Give carers a break"})
    new = pack(sections={"opportunities": "## Build homes!\n\n## Help people work"})
    found = compare(old, new)
    assert (found.opened, found.closed) == (("Help people work",), ("Give carers a break",))


def test_json_says_all_of_it() -> None:
    said = changes_json(compare(pack(figure("a", "10"), figure("b")), pack(figure("a", "12.5"), figure("c"))))
    assert [entry["id"] for entry in said["added"]] == ["c"] and [entry["id"] for entry in said["gone"]] == ["b"]
    (changed,) = said["changed"]
    assert (changed["by"], changed["percent"]) == ("2.5", "25.0")
    assert (changed["old"]["value"], changed["new"]["value"]) == ("10", "12.5")


def test_text_names_each_figure_once() -> None:
    text = changes_text(compare(pack(figure("a", "10"), figure("b")), pack(figure("a", "12"), figure("c"))))
    assert "Figures changed (1)\n  a: 10 homes, 2020 -> 12 homes, 2020: up 2 homes (20.0%)" in text
    assert "Figures added (1)\n  c: Label of c" in text and "Figures gone (1)\n  b: Label of b" in text
