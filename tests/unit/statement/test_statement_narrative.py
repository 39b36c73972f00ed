"""The narrative's Markdown becomes blocks, and nothing in it becomes anything else."""

import pytest
from made import figure, pack

from marketcross.statement.document.blocks import (
    Block,
    Bullets,
    FigureLink,
    Heading,
    Jump,
    Link,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    plain,
)
from marketcross.statement.publishing import prepare

HOMES, SHARE = figure("homes_2030", "1300", qualifier="about"), figure("share", "28", unit="percent")


def section(markdown: str, slug: str = "demand") -> Section:
    document = prepare(pack(HOMES, SHARE, sections={slug: markdown})).document
    return next(section for section in document.sections if section.slug == slug)


def blocks(markdown: str) -> tuple[Block, ...]:
    return section(markdown).blocks


def runs(markdown: str) -> tuple[Run, ...]:
    paragraph = blocks(markdown)[0]
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


def test_a_figure_prints_with_its_unit_and_leads_to_its_evidence() -> None:
    words, link = runs("We need {{ homes_2030 }}")
    assert (words, link) == (Text("We need "), FigureLink("homes_2030", "about 1,300 homes", "use-homes-2030"))


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("{{ homes_2030 }} stand.", "About 1,300 homes stand."),
        ("So. {{ homes_2030 }} stand.", "So. About 1,300 homes stand."),
        ("So {{ homes_2030 }} stand.", "So about 1,300 homes stand."),
        ("**{{ homes_2030 }}** stand.", "About 1,300 homes stand."),
        ("We (see {{share}}) and {{ homes_2030 }}.", "We (see 28%) and about 1,300 homes."),
    ],
)
def test_a_figure_that_opens_a_sentence_has_a_capital(markdown: str, words: str) -> None:
    assert plain(runs(markdown)) == words


def test_an_id_keeps_its_underscores() -> None:
    assert [type(run) for run in runs("a _b_ {{ homes_2030 }} c_d {{ homes_2030 }}")].count(FigureLink) == 2


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b>", "<!-- hidden -->", "&lt;"],
)
def test_markup_is_text(hostile: str) -> None:
    assert plain(runs(f"a {hostile} b")) in (f"a {hostile} b", "a < b")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "ftp://a.b",
        "x",
    ],
)
def test_only_web_and_mail_addresses_are_links(address: str) -> None:
    assert not any(isinstance(run, Link | Jump) for run in runs(f"[words]({address})"))


def test_web_mail_and_places_of_the_document_are_links() -> None:
    said = runs("[a](https://example.org/x) [b](mailto:a@b.example) [c](#evidence) [d](#nowhere)")
    assert [run for run in said if not isinstance(run, Text)] == [
        Link("a", "https://example.org/x"),
        Link("b", "mailto:a@b.example"),
        Jump("c", "evidence"),
    ]
    assert said[-1] == Text("d")


def test_pictures_are_their_words() -> None:
    assert runs("![a home](https://example.org/x.png)") == (Text("a home"),)


def test_a_leading_title_names_the_section() -> None:
    assert section("# Who needs us\n\nText.").title == "Who needs us"
    assert section("Text.").title == "People and demand"


def test_headings_never_skip_a_level() -> None:
    levels = [
        block.level for block in blocks("#### a\n\n#### b\n\n## c\n\n##### d\n\n# e") if isinstance(block, Heading)
    ]
    assert levels == [2, 3, 2, 3, 2]


def test_lists_keep_their_kind_and_start() -> None:
    bullets, numbered = blocks("- a\n- b\n\n3. c\n4. d")
    assert isinstance(bullets, Bullets) and bullets.start is None and len(bullets.items) == 2
    assert isinstance(numbered, Bullets) and numbered.start == 3


def table(markdown: str) -> Table:
    found = blocks(markdown)[0]
    assert isinstance(found, Table)
    return found


ROWS = "| Place | Now |\n| --- | --- |\n| North | {{ homes_2030 }} |\n| South | {{ homes_2030 }} |\n"


@pytest.mark.parametrize(
    "before",
    ["Chart: bars\n\nTable: Homes now\n\n", "Table: Homes now\n\nChart: bars\n\n", "Chart: bars\nTable: Homes now\n"],
)
def test_directions_go_into_the_table(before: str) -> None:
    drawn = table(before + ROWS)
    assert drawn.caption == "Homes now" and drawn.chart is not None and drawn.rows[0][1].digits == "1300"


def test_directions_without_a_table_stay_text() -> None:
    assert [type(block) for block in blocks("Table: of contents\n\nText.")] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("caption", "heading", "cell", "expected"),
    [
        ("Homes", "Now", "homes_2030", ("Homes", "Now", "about 1,300")),
        ("What there is", "Now", "homes_2030", ("What there is (homes)", "Now", "about 1,300")),
        ("What there is", "Now", "share", ("What there is", "Now", "28%")),
    ],
)
def test_a_unit_is_said_once(caption: str, heading: str, cell: str, expected: tuple[str, str, str]) -> None:
    found = table(f"Table: {caption}\n\n| Place | {heading} |\n| --- | --- |\n| North | {{{{ {cell} }}}} |\n")
    assert (found.caption, found.columns[1], plain(found.rows[0][1].runs)) == expected


def test_a_column_of_several_units_says_each() -> None:
    found = table("| What | Now |\n| --- | --- |\n| a | {{ homes_2030 }} |\n| b | {{ share }} |\n")
    assert [plain(row[1].runs) for row in found.rows] == ["about 1,300 homes", "28%"]
    assert found.numeric == (False, False)


def test_a_short_row_of_a_table_is_filled() -> None:
    found = table("| a | b |\n| --- | --- |\n| x |\n")
    assert [len(row) for row in found.rows] == [2]
