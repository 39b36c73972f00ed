"""The document model: its sections in a reader's order, notes beside what does not agree, evidence for every figure."""

from collections.abc import Iterable

import pytest
from made import borough, figure, locality, pack, relation, statement

from marketcross.statement.document.blocks import (
    Block,
    Document,
    FigureLink,
    Jump,
    Note,
    Panel,
    Paragraph,
    Record,
    Records,
    Section,
    Table,
    plain,
)
from marketcross.statement.document.order import TITLES
from marketcross.statement.document.walking import figures_in, runs_in, tables_in
from marketcross.statement.pack import Pack
from marketcross.statement.publishing import prepare
from marketcross.statement.reading import PackErrors


def section(document: Document, slug: str) -> Section:
    return next(section for section in document.sections if section.slug == slug)


def records(blocks: Iterable[Block], kind: str) -> list[Record]:
    return [entry for block in blocks if isinstance(block, Records) and block.kind == kind for entry in block.entries]


def text(blocks: Iterable[Block]) -> str:
    return "\n".join(plain(runs) for runs in runs_in(blocks))


def rows(record: Record) -> dict[str, str]:
    return {name: plain(runs) for name, runs in record.rows}


def test_sections_stand_in_the_order_of_a_reader() -> None:
    slugs = [section.slug for section in statement().document.sections]
    assert slugs == list(TITLES)


def test_a_section_nobody_has_thought_of_follows_the_method() -> None:
    document = prepare(pack(sections={"zebras": "Text.", "method": "Text.", "audience": "Text."})).document
    slugs = [section.slug for section in document.sections]
    assert slugs[slugs.index("method") + 1] == "zebras" and section(document, "zebras").title == "Zebras"


@pytest.mark.parametrize("slug", [slug for slug in TITLES if slug not in ("places", "sources", "changes", "evidence")])
def test_a_pack_with_one_section_builds(slug: str) -> None:
    text = "**Word**: meaning" if slug == "glossary" else "## Title\n\nText {{ a }}."
    assert prepare(pack(figure("a"), sections={slug: text})).document.sections


def test_a_pack_without_anything_builds() -> None:
    assert prepare(pack(sources={})).document.sections


def test_every_figure_leads_to_evidence_and_back() -> None:
    """The way there is the figure's link; the way back is in its evidence, one for each place."""
    document = statement().document
    evidence = {entry.anchor: entry for entry in records(section(document, "evidence").blocks, "evidence")}
    printed = [figure for section in document.sections for figure in figures_in(section.blocks)]
    assert len(printed) > 20
    for figure_ in printed:
        back = dict(evidence[f"figure-{figure_.fact}"].rows)["Printed in"]
        assert figure_.anchor in {run.anchor for run in back if isinstance(run, Jump)}


def test_evidence_says_everything_about_a_figure() -> None:
    entry = records(section(statement().document, "evidence").blocks, "evidence")[0]
    assert plain(entry.title) == "People aged 65 and over in Madeborough"
    assert rows(entry) == {
        "Printed as": "12,300 people",
        "Unit": "people",
        "Period": "2020",
        "Area": "Madeborough",
        "Group": "65 and over",
        "Source": "Madeborough care plan, section 2.1",
        "Printed in": "Our message; People and demand",
    }


def test_evidence_of_a_computed_figure_names_method_inputs_and_contradictions() -> None:
    entries = {e.anchor: e for e in records(section(statement().document, "evidence").blocks, "evidence")}
    said = rows(entries["figure-extra_care.northend"])
    assert said["Computed"] == "54 homes" and said["Method"] == "Need by place"
    assert "Extra care homes needed: 90 homes" in said["Made from"] and said["Does not agree"] == "note 1"


def test_every_place_that_a_link_names_exists_once() -> None:
    document = statement().document
    places = list(anchors(document))
    assert len(places) == len(set(places))
    jumps = {
        run.anchor for s in document.sections for runs in runs_in(s.blocks) for run in runs if isinstance(run, Jump)
    }
    assert jumps <= set(places)


def anchors(document: Document) -> Iterable[str]:
    for part in document.sections:
        yield part.anchor
        yield from (found.anchor for found in figures_in(part.blocks))
        yield from (table.anchor for table in tables_in(part.blocks))
        yield from _own_anchors(part.blocks)


def _own_anchors(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Records):
            yield from (entry.anchor for entry in block.entries if entry.anchor)
        if isinstance(block, Panel):
            yield block.heading.anchor
        elif hasattr(block, "anchor") and not isinstance(block, Table):
            yield block.anchor


def test_the_message_has_a_panel_for_more_and_for_less() -> None:
    panels = [block for block in section(statement().document, "message").blocks if isinstance(block, Panel)]
    assert [panel.kind for panel in panels] == ["more", "less"]


def test_an_opportunity_says_where_for_whom_how_and_on_what_evidence() -> None:
    first, second = records(section(statement().document, "opportunities").blocks, "opportunity")
    assert first.anchor == "opportunity-build-extra-care-in-northend"
    assert rows(first) == {
        "Where": "Northend",
        "For whom": "older people",
        "How to respond": "write to us",
        "Evidence": "Extra care homes needed in Northend: 60 homes",
    }
    assert "Where:" not in text(first.blocks)
    assert rows(second)["How to respond"] == "come to our forum, or see the plan"


def test_places_show_what_is_known_of_each() -> None:
    known = section(statement().document, "places")
    captions = [table.caption for table in tables_in(known.blocks)]
    assert captions == ["Northend: figures", "Northend: services named", "Southgate: figures"]
    labels = [plain(row[0].runs) for row in next(iter(tables_in(known.blocks))).rows]
    assert labels[:2] == ["Extra care homes needed", "Share of people aged 65 and over"]


def test_a_computed_figure_that_repeats_a_printed_one_is_not_shown_by_place() -> None:
    """Northend has 60 printed and 54 computed homes: both stand. Were they the same, one would."""
    numbers = [plain(row[1].runs) for row in next(iter(tables_in(section(statement().document, "places").blocks))).rows]
    assert "54 homes" in numbers and numbers.count("60 homes") == 1


def contradicted(published: bool = True, note: str = "The total is older.") -> Document:
    made: Pack = pack(
        figure("whole", "90"), figure("north", "60"), figure("south", "40"),
        sections={"gap": "There are {{ whole }}.\n\nNorth has {{ north }}.", "supply": "North has {{ north }}."},
        relations={"adds_up": relation("adds_up", "sum", "whole", "north", "south", note=note)},
    )  # fmt: skip
    return prepare(made if published else _draft(made)).document


def _draft(made: Pack) -> Pack:
    from dataclasses import replace

    return replace(made, published=None)


def test_a_contradiction_stands_beside_its_figures_with_the_explanation() -> None:
    gap = section(contradicted(), "gap")
    first, note, second = gap.blocks
    assert isinstance(first, Paragraph) and isinstance(note, Note) and isinstance(second, Paragraph)
    marked = [run for run in first.runs if isinstance(run, FigureLink)]
    assert [(mark.number, mark.anchor) for mark in marked[0].marks] == [(1, "relation-adds_up")]
    assert text([note]) == (
        "Note 1: figures that do not agree. Label of whole is printed as 90 homes. Added up, 60 homes and 40 homes "
        "make 100 homes, at least 10 homes away. The author says: The total is older. How this was checked."
    )


def test_each_section_explains_a_contradiction_once() -> None:
    kinds = [type(block) for part in contradicted().sections if part.slug in ("gap", "supply") for block in part.blocks]
    assert kinds.count(Note) == 2


def test_a_published_edition_shows_what_is_left_unexplained() -> None:
    assert "The author has not explained this yet." in text(section(contradicted(note=""), "gap").blocks)


def test_a_draft_begins_with_the_author_s_work_list() -> None:
    draft = contradicted(published=False, note="")
    assert draft.draft and draft.edition_line == "2020. Draft, not published."
    assert "explain it in the note of adds_up in relations.csv" in text(draft.work_list)
    assert not contradicted().work_list


def test_what_does_not_agree_is_set_out_with_sources_and_remedies() -> None:
    (entry,) = records(section(contradicted(), "reconciliation").blocks, "disagreement")
    said = rows(entry)
    assert said["Figures"].count("The plan, page 1") == 3
    assert said["To mend it"] == (
        "Any one of these changes alone: Label of whole: 100 homes Label of north: 50 homes Label of south: 30 homes"
    )


def test_what_cannot_be_compared_stands_side_by_side() -> None:
    (entry,) = records(section(statement().document, "reconciliation").blocks, "aside")
    assert rows(entry)["Why"] == "The best quarter of areas is not Madeborough."


def test_a_first_edition_says_so() -> None:
    assert "first edition" in text(section(statement().document, "changes").blocks)


def test_a_later_edition_says_what_changed() -> None:
    old = pack(figure("a", "10"), figure("gone", "3"), sections={"opportunities": "## Close me\n\n{{ a }}"})
    new = pack(figure("a", "15"), figure("more", "2"), sections={"opportunities": "## Open me\n\n{{ a }}"})
    said = text(section(prepare(new, old).document, "changes").blocks)
    assert "up 5 homes (50.0%)" in said and "Open me" in said and "Close me" in said
    assert "Label of gone" in said and "Label of more" in said


def test_only_words_that_the_statement_uses_are_explained() -> None:
    words = [plain(entry.title) for entry in records(section(statement().document, "glossary").blocks, "word")]
    assert "Forum" in words and "extra care" in words and "telecare" not in words


def test_localities_without_figures_or_services_are_left_out() -> None:
    document = prepare(pack(figure("a"), localities=(locality("n", "Northend"),))).document
    assert "places" not in [part.slug for part in document.sections]


@pytest.mark.parametrize(
    ("markdown", "place", "line"),
    [
        ("Text.\n\nTable: {{ a }} homes\n\n| x |\n| --- |\n| y |", "a caption", 3),
        ("Text.\n\n| x | {{ a }} |\n| --- | --- |\n| y | z |", "the heading of a column", 3),
        ("Text.\n\nSee [{{ a }}](https://example.org).", "a link", 3),
        ("# We have {{ a }}\n\nText.", "the section's title", 1),
    ],
)
def test_a_figure_stands_where_it_can_be_a_link(markdown: str, place: str, line: int) -> None:
    with pytest.raises(PackErrors) as raised:
        prepare(pack(figure("a"), sections={"gap": markdown}))
    assert [(problem.line, place in problem.message) for problem in raised.value.problems] == [(line, True)]


def test_a_figure_in_a_heading_leads_to_its_evidence() -> None:
    blocks = section(prepare(pack(figure("a"), sections={"gap": "## We have {{ a }}\n\nText."})).document, "gap").blocks
    assert [found.fact for found in figures_in(blocks)] == ["a"]


def test_the_glossary_prints_no_figures() -> None:
    with pytest.raises(PackErrors, match="in the glossary"):
        prepare(pack(figure("a"), sections={"glossary": "**Home**: one of {{ a }}"}))


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("{{ extra_care.nowhere }}", "which the model does not give: it gives northend, southgate, total"),
        ("We need {{ extra_care }}.", "prints the whole table of 'extra_care' inside a text"),
        (
            "Chart: pie\n\nTable: x\n\n| a |\n| --- |\n| {{ homes_needed }} |",
            "asks for a chart 'pie': write one of bars",
        ),
    ],
)
def test_what_cannot_be_printed_is_said_with_its_line(markdown: str, message: str) -> None:
    from dataclasses import replace

    from marketcross.statement.pack import Section as Written

    made = replace(borough(), sections=(Written("statement/05-gap.md", "gap", f"Text.\n\n{markdown}"),))
    with pytest.raises(PackErrors) as raised:
        prepare(made)
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == ("statement/05-gap.md", 3) and message in problem.message
