"""The narrative's Markdown as a tree: CommonMark with tables, no HTML, and ``{{ id }}`` as a thing of its own."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z0-9_.\-]+)\s*\}\}")
ADDRESSES = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)


def _placeholder(state: StateInline, silent: bool) -> bool:
    """Read ``{{ id }}`` before emphasis is looked for, so that an id's underscores stay its own."""
    found = PLACEHOLDER.match(state.src, state.pos)
    if not found or found.end() > state.posMax:
        return False
    if not silent:
        state.push("figure", "", 0).content = found[1]
    state.pos = found.end()
    return True


@cache
def _parser() -> MarkdownIt:
    """HTML stays text; a link whose address is not http, https or mailto is no link."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["html_block", "html_inline"])
    parser.inline.ruler.before("escape", "figure", _placeholder)
    parser.validateLink = lambda url: bool(ADDRESSES.match(url)) or url.startswith("#")  # type: ignore[method-assign]
    return parser


def parse(markdown: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(_parser().parse(markdown))


def heading_words(markdown: str, tag: str) -> list[str]:
    """The words of every heading of one level, as its author typed them."""
    return [node.children[0].content.strip() for node in parse(markdown).children if node.tag == tag]
