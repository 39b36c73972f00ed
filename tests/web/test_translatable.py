"""No template shows words that cannot be translated."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "marketcross" / "web"
TEMPLATES = sorted(path for path in WEB.rglob("templates/**/*.html") if "wagtail" not in path.parts)
TRANSLATED = re.compile(r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{#.*?#}|<script.*?</script>", re.DOTALL)
MARKS = re.compile(r"{%.*?%}|{{.*?}}|<!--.*?-->|<[^>]*>|&\w+;", re.DOTALL)
SHOWN_ATTRIBUTES = re.compile(r'(?:alt|title|aria-label|placeholder)="([^"]*)"')


def bare_words(template: str) -> list[str]:
    """Words that a reader would see and no translator would."""
    without = TRANSLATED.sub("", template)
    tagless = re.sub(r"{%.*?%}|{{.*?}}", "", without, flags=re.DOTALL)
    shown = [MARKS.sub(" ", without), *SHOWN_ATTRIBUTES.findall(tagless)]
    return [word for text in shown for word in re.findall(r"[A-Za-z]{2,}", text) if word != "market-cross-demo"]


def test_bare_words_are_found() -> None:
    assert bare_words('<p>Hello {{ name }}</p><img alt="Logo">{% translate "Fine" %}') == ["Hello", "Logo"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_every_word_that_is_shown_can_be_translated(path: Path) -> None:
    allowed = {"market", "cross", "demo"} if path.name == "password.html" else set()  # a password is no word
    assert set(bare_words(path.read_text(encoding="utf-8"))) <= allowed
