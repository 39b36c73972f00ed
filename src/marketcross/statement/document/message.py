"""The message on one page: what is wanted more of and less of, each in a panel of its own."""

from collections.abc import Sequence

from marketcross.statement.document.blocks import Block, Heading, Panel, plain
from marketcross.statement.document.parts import parts


def panelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Each ``## More of`` and ``## Less of`` with what follows it; anything before the first heading stays as it is."""
    opening, headed = parts(blocks)
    return (*opening, *(Panel(kind(heading), heading, inner) for heading, inner in headed))


def kind(heading: Heading) -> str:
    first = plain(heading.runs).strip().lower().partition(" ")[0]
    return first if first in ("more", "less") else "other"
