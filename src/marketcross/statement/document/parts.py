"""A section cut at its second-level headings."""

from collections.abc import Sequence

from marketcross.statement.document.blocks import Block, Heading

Part = tuple[Heading, tuple[Block, ...]]


def parts(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """What stands before the first such heading, and each heading with what follows it."""
    starts = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2]
    opening = tuple(blocks[: starts[0]] if starts else blocks)
    return opening, tuple(_part(blocks, start, end) for start, end in zip(starts, [*starts[1:], None], strict=False))


def _part(blocks: Sequence[Block], start: int, end: int | None) -> Part:
    heading = blocks[start]
    assert isinstance(heading, Heading)
    return heading, tuple(blocks[start + 1 : end])
