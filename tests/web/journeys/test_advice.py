"""Somebody looks for advice by words and by topic, reads it in easy read and in Polish, and prints it."""

from pathlib import Path

import pytest

from ..directory.advice_pages import load
from .conftest import PICTURES, Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_found_by_words_read_and_printed(visit: Opener, script: bool) -> None:
    load()
    reader = visit(script=script, width=320)
    judge = reader.judge if script else lambda name: None
    reader.open("/")
    reader.press("Information and advice")
    judge("advice-index")
    reader.type("Search the advice", "stairlift for my bungalow")
    reader.press("Search")
    judge("advice-found")
    assert "These pages say some of your words" in reader.page.inner_text("main")
    reader.type("Search the advice", "stairlift")
    reader.press("Search")
    reader.press("Equipment and changes to your home")
    assert "£1,000" in reader.page.inner_text("article")
    judge("advice-equipment")
    reader.press("Easy read")
    assert "We can lend you some things." in reader.page.inner_text("article")
    judge("advice-easy")
    reader.press("The whole page")
    reader.tab_to("PDF in large print", tags="A")
    with reader.page.expect_download() as download:
        reader.page.keyboard.press("Enter")
    assert download.value.suggested_filename == "equipment-and-adaptations-large.pdf"


def test_by_topic_and_in_polish(visit: Opener) -> None:
    load()
    reader = visit(width=320)
    reader.open("/advice/")
    reader.press("How care and support work")
    reader.judge("advice-topic")
    reader.press("What a needs assessment is")
    reader.press("Polski")
    assert reader.heading == "Czym jest ocena potrzeb"
    reader.judge("advice-polish")
    reader.press("English")
    assert reader.heading == "What a needs assessment is"
    reader.open("/advice/how-care-works/what-you-may-pay")
    reader.judge("advice-pay")


def test_what_is_printed_from_the_page_is_the_advice_and_nothing_else(visit: Opener) -> None:
    load()
    reader = visit()
    reader.open("/advice/home/paying-for-a-care-home")
    reader.page.emulate_media(media="print")
    shown = reader.page.locator("main").inner_text()
    assert "What you keep for yourself" in shown and "Last reviewed on" in shown
    for useless in ("To print", "Is something wrong with this page?", "All information and advice"):
        assert useless not in shown
    if PICTURES:
        reader.page.pdf(path=str(Path(PICTURES) / "advice-printed.pdf"), format="A4")
