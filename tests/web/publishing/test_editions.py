"""The live statement: previewed, published by a job, and left as it was where the next cannot be built."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from marketcross.statement.lint import lint
from marketcross.statement.reading import read_pack
from marketcross.web.core.actor import SYSTEM
from marketcross.web.publishing import published
from marketcross.web.publishing.actions import ask_to_publish, draft_edition, make_opportunity, publish_opportunity
from marketcross.web.publishing.live import publishing
from marketcross.web.publishing.live.pack import write_pack
from marketcross.web.publishing.live.plain import paragraph
from marketcross.web.publishing.live.publishing import SLUG, address_of, publish
from marketcross.web.publishing.models import Edition, Opportunity

from .conftest import AT, SAID, user_with
from .test_opportunities import snapshot  # noqa: F401 - a fixture

HOSTILE = "# Heading\n\n## Another {{ wants }}\n- <script>alert(1)</script> [link](javascript:x) | cell"


@pytest.fixture
def edition(opportunity: Opportunity, settings: Any, tmp_path: Path) -> Edition:
    settings.DATA = tmp_path
    message = "We would like more groups that men can come to in the day."
    return draft_edition(by=SYSTEM, at=AT, snapshot=opportunity.evidence.snapshot, message=message)


def test_the_pack_is_read_and_its_figures_lead_back(edition: Edition, tmp_path: Path) -> None:
    address = address_of(edition)
    pack = read_pack(write_pack(edition, tmp_path / "pack", published=None, address=address))
    assert {figure.locator for figure in pack.figures.values()} == {address}
    assert Client().get(address.partition("//")[2].partition("/")[1] + address.split("/", 3)[3]).status_code == 200
    assert {figure.qualifier for figure in pack.figures.values()} == {"count"}
    assert any(one.kind == "sum" for one in pack.relations.values())


def test_the_lint_finds_nothing_but_sections_that_counts_cannot_fill(edition: Edition, tmp_path: Path) -> None:
    pack = read_pack(write_pack(edition, tmp_path / "pack", published=None, address="https://example.org/evidence/1"))
    others = [str(found) for found in lint(pack) if "has no section" not in found.message]
    assert others == []


def test_publishing_puts_page_pdf_and_data_where_everybody_reads_them(edition: Edition) -> None:
    ask_to_publish(by=SYSTEM, at=AT, edition=edition.pk, user=user_with("commissioner"))
    publish(edition.pk)
    publish(edition.pk)  # the job may run twice
    edition.refresh_from_db()
    assert edition.state == "published", edition.problem
    page = Client().get(f"/statements/{SLUG}/").content.decode()
    assert "9 wants" in page and "men" in page
    evidence = json.loads((published.folder() / SLUG / "evidence.json").read_text("utf-8"))
    assert str(edition.snapshot_id) in json.dumps(evidence)
    assert (published.folder() / SLUG / "statement.pdf").stat().st_size > 1_000


def test_a_failure_is_said_and_the_old_edition_stands(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    user = user_with("commissioner")
    ask_to_publish(by=SYSTEM, at=AT, edition=edition.pk, user=user)
    publish(edition.pk)
    before = (published.folder() / SLUG / "index.html").read_bytes()
    following = draft_edition(by=SYSTEM, at=AT, snapshot=edition.snapshot, message="Another message.")
    ask_to_publish(by=SYSTEM, at=AT, edition=following.pk, user=user)

    def full(*args: Any) -> None:
        raise OSError(28, "No space left on device", "/somewhere/statement.pdf")

    monkeypatch.setattr(publishing, "build", full)
    publish(following.pk)
    following.refresh_from_db()
    assert (following.state, following.problem) == ("failed", "statement.pdf: No space left on device")
    assert (published.folder() / SLUG / "index.html").read_bytes() == before
    monkeypatch.undo()
    ask_to_publish(by=SYSTEM, at=AT, edition=following.pk, user=user)
    publish(following.pk)
    following.refresh_from_db()
    assert following.state == "published"


def test_what_somebody_typed_is_no_markup(edition: Edition, opportunity: Opportunity, tmp_path: Path) -> None:
    made = make_opportunity(by=SYSTEM, at=AT, evidence=opportunity.evidence, **(SAID | {"words": HOSTILE}))
    publish_opportunity(by=SYSTEM, at=AT, opportunity=made.pk)
    page = publishing.preview(edition).page
    assert "<script>alert" not in page and 'href="javascript' not in page
    assert "alert(1)" in page, "it is shown as it was typed"


@pytest.mark.parametrize(
    "typed", ["# a", "- a", "1. a", "> a", "*a*", "{{ a }}", "a | b", "`a`", "=== a", "&amp; a", "~~~"]
)
def test_a_typed_line_shows_just_what_was_typed(typed: str) -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(paragraph(typed))
    plain = typed.replace("&", "&amp;").replace(">", "&gt;")
    assert html.replace("\N{ZERO WIDTH NON-JOINER}", "") == f"<p>{plain}</p>\n"


def test_a_commissioner_looks_and_then_publishes(edition: Edition) -> None:
    client = Client()
    client.force_login(user_with("commissioner"))
    assert f"/editions/{edition.pk}" in client.get("/editions").content.decode()
    page = client.get(f"/editions/{edition.pk}").content.decode()
    assert "Publish this edition" in page and "has no section" in page
    shown = client.get(f"/editions/{edition.pk}/preview")
    assert "9 wants" in shown.content.decode() and "script" not in shown["Content-Security-Policy"].replace(
        "script-src", ""
    )
    client.post(f"/editions/{edition.pk}/publish")
    edition.refresh_from_db()
    assert edition.state == "waiting"
    assert Client().get(f"/editions/{edition.pk}/preview").status_code == 302, "drafts never leak"
