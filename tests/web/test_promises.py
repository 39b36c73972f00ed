"""Every promise of docs/method/security.md names tests, and every test that it names exists."""

import re
from pathlib import Path

PAGE = "docs/method/security.md"
TEST = re.compile(r"`(test_\w+)`")


def written(root: Path) -> set[str]:
    """The names of all tests of this project."""
    files = (root / "tests").rglob("test_*.py")
    return {name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.M)}


def test_every_test_that_the_page_names_exists(root: Path) -> None:
    named = set(TEST.findall((root / PAGE).read_text(encoding="utf-8")))
    assert len(named) > 40 and named - written(root) == set()


def test_every_promise_names_a_test(root: Path) -> None:
    text = (root / PAGE).read_text(encoding="utf-8").partition("## Promises")[2].partition("## What is not")[0]
    promises = [part for part in text.split("\n\n") if part.startswith("**")]
    assert len(promises) > 12
    assert [promise[:60] for promise in promises if not TEST.search(promise)] == []
