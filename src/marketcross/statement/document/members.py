"""What closes the page for elected members: the opportunities, and how far the figures can be trusted."""

from collections.abc import Sequence

from marketcross.statement.document.blocks import Block, Bullets, Jump, Paragraph, Record, Text, plain
from marketcross.statement.document.material import Material


def members_blocks(it: Material, opportunities: Sequence[Record]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if opportunities:
        blocks.append(Paragraph((Text("What we ask the market for", strong=True),)))
        items = tuple((Paragraph((Jump(plain(entry.title), entry.anchor),)),) for entry in opportunities)
        blocks.append(Bullets(items))
    if it.facts:
        blocks.append(_trust(it))
    return tuple(blocks)


def _trust(it: Material) -> Paragraph:
    sources, figures, wrong = len(it.pack.sources), len(it.pack.figures), len(it.disagreements)
    opening = f"This statement rests on {figures:,} printed {'figure' if figures == 1 else 'figures'} "
    opening += f"from {sources:,} {'source' if sources == 1 else 'sources'}. "
    if not wrong:
        return Paragraph((Text(opening + "No check found two of them that disagree."),))
    places = "In one place they do not agree: " if wrong == 1 else f"In {wrong:,} places they do not agree: "
    return Paragraph((Text(opening + places), Jump("see what does not agree", "reconciliation"), Text(".")))
