"""The page: one file that needs nothing else, in which no text of a pack is ever markup."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import figure, pack, statement

from marketcross.statement.html import render
from marketcross.statement.publishing import prepare

ALLOWED_OUTSIDE = (
    "statement.pdf",
    "evidence.json",
    "reconciliation.json",
    "data/",
    "mailto:",
    "https://madeborough.example/",
)


class Reader(HTMLParser):
    """Collects tags, ids and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")


@pytest.fixture(scope="module")
def page() -> Reader:
    return Reader(render(statement().document))


def test_ids_are_unique(page: Reader) -> None:
    assert [id for id, count in Counter(page.ids).items() if count > 1] == []


def test_every_link_inside_leads_somewhere(page: Reader) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert len(inside) > 50 and inside <= set(page.ids)


def test_nothing_is_fetched_from_elsewhere(page: Reader) -> None:
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside and all(link.startswith(ALLOWED_OUTSIDE) for link in outside)
    assert not page.tags.keys() & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}


def test_nothing_runs_and_nothing_is_styled_in_place(page: Reader) -> None:
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}


def test_the_policy_allows_only_the_style_sheet() -> None:
    html = render(statement().document)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy and re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'",
        unescape(policy[1]),
    )


def test_no_font_picture_or_crest_of_government() -> None:
    html = render(statement().document)
    assert not re.search(r"GDS Transport|@font-face|crest|crown|url\(", html, re.IGNORECASE)


def test_charts_have_a_role_words_and_a_table(page: Reader) -> None:
    html = render(statement().document)
    charts = re.findall(r'<svg role="img" focusable="false" aria-label="([^"]+)"', html)
    assert len(charts) == 2 == page.tags["svg"]
    assert charts[0].startswith("Line chart. People aged 65 and over. 2020: 12,300; 2030: 14,600.")


def test_a_draft_says_so() -> None:
    draft = prepare(replace(pack(figure("a"), sections={"gap": "{{ a }}"}), published=None))
    html = render(draft.document)
    assert "<title>Draft: " in html and 'class="mc-draft"' in html
    assert 'class="mc-draft"' not in render(statement().document)


HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style><b>",
        "{{ 7*7 }}x",
        "{% x %}",
        "#[a]",
        "'; x",
        "&amp;",
    ]
)


@settings(max_examples=40)
@given(st.lists(HOSTILE | st.text(max_size=20), min_size=6, max_size=6))
def test_hostile_text_adds_no_tag(texts: list[str]) -> None:
    """Whatever stands in a pack's texts, the page has the tags that it has with harmless text."""
    title, label, note, locator, publisher, group = (text.replace("\x00", "") or "x" for text in texts)

    def tags(*said: str) -> Counter[str]:
        made = figure("a", label=said[0], note=said[1] or "x", locator=said[2], group=said[3])
        small = replace(pack(made, sections={"gap": "{{ a }}"}), title=said[4], publisher=said[5])
        return Reader(render(prepare(small).document)).tags

    assert tags(label, note, locator, group, title, publisher) == tags("x", "x", "x", "x", "x", "x")
