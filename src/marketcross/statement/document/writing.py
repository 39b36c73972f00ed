"""The sections of a statement: what the author wrote, each kind in its own form, and what the machine adds."""

from collections.abc import Iterator, Mapping, Sequence

from marketcross.statement.document.blocks import Block, Record, Records, Section, plain
from marketcross.statement.document.changes import change_blocks
from marketcross.statement.document.contact import contact_blocks
from marketcross.statement.document.evidence import evidence_blocks
from marketcross.statement.document.glossary import glossary_blocks, own_words
from marketcross.statement.document.material import Material
from marketcross.statement.document.members import members_blocks
from marketcross.statement.document.message import panelled
from marketcross.statement.document.method import method_blocks
from marketcross.statement.document.narrative import Narrator
from marketcross.statement.document.noted import with_notes
from marketcross.statement.document.opportunities import opportunity_records
from marketcross.statement.document.order import ONE_PAGE, TITLES, default_title, position
from marketcross.statement.document.places import place_blocks
from marketcross.statement.document.reconciliation import reconciliation_blocks
from marketcross.statement.document.sources import source_blocks
from marketcross.statement.document.walking import runs_in


def sections_of(it: Material) -> Iterator[Section]:
    """In a reader's order. What lists other sections is made after them."""
    written = {section.slug: section.markdown for section in it.pack.sections}
    made: dict[str, Section] = {}
    for slug in sorted({*TITLES, *written} - {"glossary", "evidence"}, key=position):
        title, blocks = _written(it, slug, written.get(slug, ""))
        blocks = (*blocks, *_added(it, slug, made))
        if blocks:
            made[slug] = Section(slug, slug, title, with_notes(blocks, it.disagreements), slug in ONE_PAGE)
    made["glossary"] = _glossary(it, written.get("glossary", ""), made)
    titles = {slug: section.title for slug, section in made.items()}
    made["evidence"] = Section("evidence", "evidence", TITLES["evidence"], evidence_blocks(it, titles))
    yield from (made[slug] for slug in sorted(made, key=position) if made[slug].blocks)


def _written(it: Material, slug: str, markdown: str) -> tuple[str, tuple[Block, ...]]:
    """What the author wrote, each kind of section in its own form."""
    it.compositor.section = slug
    title, blocks = Narrator(it.compositor, it.models).title_and_blocks(markdown)
    if slug == "message":
        blocks = panelled(blocks)
    if slug == "opportunities":
        blocks = opportunity_records(blocks, it.facts, it.compositor.anchors)
    return title or default_title(slug), blocks


def _added(it: Material, slug: str, made: Mapping[str, Section]) -> tuple[Block, ...]:
    """What the machine adds to a section, or makes it from."""
    if slug == "members":
        return members_blocks(it, _opportunities(made))
    makers = {
        "places": place_blocks,
        "contact": contact_blocks,
        "sources": source_blocks,
        "changes": change_blocks,
        "method": method_blocks,
        "reconciliation": reconciliation_blocks,
    }
    return makers[slug](it) if slug in makers else ()


def _opportunities(made: Mapping[str, Section]) -> Sequence[Record]:
    blocks = made["opportunities"].blocks if "opportunities" in made else ()
    return [entry for block in blocks if isinstance(block, Records) for entry in block.entries]


def _glossary(it: Material, markdown: str, made: Mapping[str, Section]) -> Section:
    text = "\n".join(plain(runs) for section in made.values() for runs in runs_in(section.blocks))
    return Section("glossary", "glossary", TITLES["glossary"], glossary_blocks(own_words(markdown), text))
