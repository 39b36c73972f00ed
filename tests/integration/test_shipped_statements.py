"""The statements of the shipped packs: what a reader is given, whatever their authors change."""

import io
from pathlib import Path

import pikepdf
import pytest

from marketcross.statement import pdf
from marketcross.statement.document.order import ONE_PAGE
from marketcross.statement.document.walking import figures_in
from marketcross.statement.lint import lint
from marketcross.statement.publishing import Statement, prepare
from marketcross.statement.reading import read_pack

PACKS = sorted(file.parent for file in (Path(__file__).resolve().parents[2] / "packs").glob("*/pack.toml"))


@pytest.fixture(scope="module", params=PACKS, ids=lambda path: path.name)
def statement(request: pytest.FixtureRequest) -> Statement:
    return prepare(read_pack(request.param))


def test_its_lint_is_clean(statement: Statement) -> None:
    assert [str(finding) for finding in lint(statement.pack)] == []


def test_every_number_in_it_leads_to_its_source(statement: Statement) -> None:
    printed = {figure.fact for section in statement.document.sections for figure in figures_in(section.blocks)}
    assert len(printed) > 100 and printed <= statement.facts.keys()


def test_what_remains_contradicted_is_explained(statement: Statement) -> None:
    unexplained = [c["relation"] for c in statement.reconciliation if c["verdict"] == "contradicts" and not c["note"]]
    assert unexplained == []


def test_its_pages_for_providers_and_members_are_one_page_each(statement: Statement) -> None:
    """In the PDF the next section, or the contents, begins on the page after."""
    with pikepdf.open(io.BytesIO(pdf.typeset(statement.document))) as opened, opened.open_outline() as outline:
        pages = {page.objgen: number for number, page in enumerate(opened.pages)}
        starts = [pages[item.destination[0].objgen] for item in outline.root]
        names = {item.title: index for index, item in enumerate(outline.root)}
    for section in statement.document.sections:
        if section.slug in ONE_PAGE:
            index = names[section.title]
            assert starts[index + 1] - starts[index] == 1, f"{section.title} takes more than a page"
