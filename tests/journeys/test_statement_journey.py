"""A statement in a browser: without script, by keyboard alone, on a telephone, on paper."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from marketcross.statement.publishing import files_of, prepare
from marketcross.statement.reading import read_pack
from marketcross.statement.replacing import replace_folder

pytestmark = pytest.mark.browser

SHIPPED = ("sefton-2020", "lewisham-2017", "bath-2011")
PACKS = ("made-borough", "made-borough-draft", *SHIPPED)
# Hundreds of entries of evidence are made by one template: of the shipped packs axe judges the first thirty.
ALIKE = ".mc-records--evidence > li:nth-child(n+31)"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every pack's page, and a draft."""
    out = tmp_path_factory.mktemp("published")
    made = read_pack(root / "tests" / "fixtures" / "packs" / "made-borough")
    packs = {"made-borough": made, "made-borough-draft": replace(made, published=None)}
    packs |= {file.parent.name: read_pack(file.parent) for file in sorted((root / "packs").glob("*/pack.toml"))}
    for name, pack in packs.items():
        pages = ((file, content) for file, content in files_of(prepare(pack)) if file == "index.html")
        replace_folder(out / name, pages)
    return out


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which script is off, as the statement's own policy asks."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    """A page on which the test may run its own script; the statement's policy is bypassed for the test alone."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def address(published: Path, name: str) -> str:
    return (published / name / "index.html").as_uri()


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(published: Path, scripted: Page, axe: str, name: str, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 900})
    scripted.goto(address(published, name))
    scripted.evaluate(axe)
    if name in SHIPPED:
        scripted.evaluate("alike => document.querySelectorAll(alike).forEach(entry => entry.remove())", ALIKE)
    found: dict[str, Any] = scripted.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})", RULES
    )
    said = [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found["violations"]]
    assert said == []


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_never_scrolls_sideways(published: Path, scripted: Page, name: str, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    scripted.goto(address(published, name))
    assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_it_says_everything_without_script(published: Path, page: Page) -> None:
    page.goto(address(published, "made-borough"))
    assert page.locator("h1").inner_text() == "Care in Madeborough"
    assert page.locator("main > section").count() == 19
    assert page.locator("svg[role=img]").count() == 2
    page.locator("#use-homes-needed").click()
    assert page.url.endswith("#figure-homes_needed")
    assert page.locator("#figure-homes_needed").inner_text().startswith("Extra care homes needed")


def test_its_policy_stops_whatever_would_run(published: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(address(published, "made-borough"))
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://madeborough.example/x'}))"
    )
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.querySelector('.mc-header')).backgroundColor") == "rgb(18, 67, 109)"
    assert any("Content Security Policy" in text for text in refused)
    context.close()


def test_the_keyboard_alone_reaches_a_figure_its_evidence_and_the_way_back(published: Path, scripted: Page) -> None:
    scripted.goto(address(published, "made-borough"))
    scripted.keyboard.press("Tab")
    assert focused(scripted)["text"] == "Skip to main content"
    scripted.keyboard.press("Enter")
    scripted.keyboard.press("Tab")
    figure = focused(scripted)
    assert (figure["text"], figure["href"]) == ("12,300 people", "#figure-people_65_2020")
    assert figure["outline"], "what has focus can be seen"
    scripted.keyboard.press("Enter")
    assert scripted.url.endswith("#figure-people_65_2020")
    for _ in range(5):
        scripted.keyboard.press("Tab")
        if focused(scripted)["href"] == f"#{figure['id']}":
            break
    assert focused(scripted)["text"] == "Our message"
    scripted.keyboard.press("Enter")
    assert scripted.url.endswith(f"#{figure['id']}")


def focused(page: Page) -> dict[str, str]:
    """What has focus now, and whether it looks different for it."""
    said: dict[str, str] = page.evaluate(
        """() => {
            const it = document.activeElement, look = getComputedStyle(it);
            return {text: it.innerText, href: it.getAttribute('href'), id: it.id,
                    outline: look.outlineStyle !== 'none' || look.boxShadow !== 'none'};
        }"""
    )
    return said


def test_it_prints(published: Path, page: Page) -> None:
    """The browser makes a PDF of several pages, and the message keeps a page to itself."""
    page.goto(address(published, "made-borough"))
    printed = page.pdf(format="A4")
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert len(pdf.pages) >= 4
    page.emulate_media(media="print")
    assert not page.locator(".mc-contents").is_visible() and page.locator("h1").is_visible()


def test_the_picture_of_the_readme_is_this_page(published: Path, page: Page) -> None:
    """docs/pictures/statement.png is made by tests/journeys/picture.py; here only that it can be."""
    page.goto(address(published, "sefton-2020"))
    assert len(page.screenshot()) < 300_000
