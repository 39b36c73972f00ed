"""The PDF, read back: tags, language, bookmarks, links, alternatives, and the same bytes every time."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from made import MADE, figure, pack, statement

from marketcross.statement.pdf import typeset
from marketcross.statement.publishing import prepare


@pytest.fixture(scope="module")
def bytes_() -> bytes:
    return typeset(statement().document)


@pytest.fixture(scope="module")
def pdf(bytes_: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(bytes_)) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every structure element."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_it_says_that_it_is_pdf_ua(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1" and metadata["dc:title"] == "Care in Madeborough"
        assert metadata["dc:creator"] == ["Madeborough Council (made up)"]
    assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_it_is_tagged_with_headings_tables_lists_and_links(pdf: pikepdf.Pdf) -> None:
    kinds = {str(element.S) for element in elements(pdf)}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/Link", "/Figure", "/Caption"} <= kinds


def test_every_picture_has_words(pdf: pikepdf.Pdf) -> None:
    pictures = [element for element in elements(pdf) if element.S == "/Figure"]
    assert len(pictures) == 2
    assert all(str(picture.Alt).startswith(("Line chart.", "Bar chart.")) for picture in pictures)


def test_bookmarks_name_the_sections(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "Our message" and titles[-1] == "Evidence" and "Opportunities" in titles


def test_links_lead_to_places_of_the_document_and_to_safe_addresses(pdf: pikepdf.Pdf) -> None:
    inside = outside = 0
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            action = note.get("/A", {})
            if "/URI" in action:
                outside += 1
                assert str(action.URI).startswith(("https://madeborough.example/", "mailto:"))
            else:
                inside += 1
                assert "/Dest" in note or action.S == "/GoTo"
    assert inside > 50 and outside >= 2


def test_its_fonts_are_ours(pdf: pikepdf.Pdf) -> None:
    names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert names and all(re.match(r"/[A-Z]{6}\+(Roboto|Libertinus|DejaVu)", name) for name in names)


def test_its_date_is_the_day_of_publication(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20210331")


def test_the_same_pack_gives_the_same_bytes_in_another_process(bytes_: bytes) -> None:
    code = (
        "import hashlib, sys; from marketcross.statement.publishing import files_of, prepare;"
        "from marketcross.statement.reading import read_pack;"
        "files = files_of(prepare(read_pack(sys.argv[1])));"
        "print({name: hashlib.sha256(content).hexdigest() for name, content in files})"
    )
    said = [
        subprocess.run([sys.executable, "-c", code, MADE], capture_output=True, text=True, check=True).stdout
        for _ in "ab"
    ]
    assert said[0] == said[1] and "statement.pdf" in said[0]


@pytest.mark.parametrize(
    "hostile",
    [
        "#panic(1)",
        "#[*x*]",
        "]#v(1cm)[",
        "\\",
        "$x^2$",
        "@label",
        "<label>",
        "// x",
        "https://x",
        '"',
        "= Heading",
        "\u202e",
    ],
)
def test_typst_s_own_signs_are_text(hostile: str) -> None:
    made = figure("a", label=hostile, note=hostile, locator=hostile)
    small = pack(made, sections={"gap": f"## {hostile}\n\n- {hostile} {{{{ a }}}}"}, title=hostile, publisher=hostile)
    document = prepare(small).document
    with pikepdf.open(io.BytesIO(typeset(document))) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == hostile


def test_a_pack_without_anything_and_a_draft_have_a_pdf() -> None:
    for made in (pack(sources={}), pack(figure("a"), sections={"gap": "{{ a }}"}, published=None)):
        assert typeset(prepare(made).document).startswith(b"%PDF-1.7")
