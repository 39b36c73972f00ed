"""A section's Markdown becomes blocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from marketcross.statement.computed import ModelResult
from marketcross.statement.document.blocks import (
    Block,
    Break,
    Bullets,
    Heading,
    Jump,
    Link,
    Paragraph,
    Quote,
    Run,
    Runs,
    Text,
    plain,
)
from marketcross.statement.document.compositor import Compositor
from marketcross.statement.document.markdown import parse
from marketcross.statement.document.tables import Directions, directions, model_tables, written_table


@dataclass(frozen=True, slots=True)
class Narrator:
    """Turns Markdown into blocks, setting figures with ``compositor`` and whole tables from ``models``."""

    compositor: Compositor
    models: Mapping[str, ModelResult]

    def title_and_blocks(self, markdown: str) -> tuple[str, tuple[Block, ...]]:
        """The words of a leading ``# Title`` ("" where there is none) and all that follows."""
        nodes = parse(markdown).children
        title = ""
        if nodes and nodes[0].type == "heading" and nodes[0].tag == "h1":
            title, nodes = plain(self.runs(nodes[0])), nodes[1:]
        return title, tuple(self.blocks(nodes))

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        """Blocks in order; the paragraphs that direct a table go into the table."""
        waiting: list[SyntaxTreeNode] = []
        level = 1
        for node in nodes:
            if directions(_source(node)):
                waiting.append(node)
                continue
            if not self._draws(node):
                yield from (Paragraph(self.runs(paragraph)) for paragraph in waiting)
                waiting = []
            ahead = Directions.joined(directions(_source(paragraph)) for paragraph in waiting)
            for block in self._block(node, ahead, level):
                level = block.level if isinstance(block, Heading) else level
                yield block
            waiting = []
        yield from (Paragraph(self.runs(paragraph)) for paragraph in waiting)

    def _block(self, node: SyntaxTreeNode, ahead: Directions, level: int) -> Iterator[Block]:
        if model := self._model(node):
            yield from model_tables(model, ahead, self.compositor)
        elif node.type == "table":
            yield written_table(node, ahead, self.compositor, self.runs)
        elif node.type == "heading":
            yield self._heading(node, level)
        elif node.type in ("bullet_list", "ordered_list"):
            yield self._list(node)
        elif node.type == "blockquote":
            yield Quote(tuple(self.blocks(node.children)))
        elif node.type in ("code_block", "fence"):
            yield Paragraph((Text(node.content),))
        elif node.type == "paragraph":
            yield Paragraph(self.runs(node))

    def _draws(self, node: SyntaxTreeNode) -> bool:
        return node.type == "table" or self._model(node) is not None

    def _model(self, node: SyntaxTreeNode) -> ModelResult | None:
        """The model that a paragraph names, where it names one and says nothing else."""
        inline = node.children[0].children if node.type == "paragraph" else []
        alone = len(inline) == 1 and inline[0].type == "figure"
        return self.models.get(inline[0].content) if alone else None

    def _heading(self, node: SyntaxTreeNode, above: int) -> Heading:
        """A heading never skips a level: readers who move by headings would miss one."""
        runs, level = self.runs(node), max(2, min(int(node.tag[1]), above + 1, 4))
        return Heading(level, self.compositor.anchors.name(self.compositor.section, plain(runs)), runs)

    def _list(self, node: SyntaxTreeNode) -> Bullets:
        items = tuple(tuple(self.blocks(item.children)) for item in node.children)
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        return Bullets(items, start)

    def runs(self, node: SyntaxTreeNode) -> Runs:
        """The inline content of a paragraph, heading or cell."""
        out: list[Run] = []
        for inline in node.children:
            self._collect(inline, out, strong=False, emphasis=False)
        return tuple(out)

    def _collect(self, node: SyntaxTreeNode, out: list[Run], *, strong: bool, emphasis: bool) -> None:
        match node.type:
            case "text" | "code_inline":
                out.append(Text(node.content, strong, emphasis))
            case "softbreak":
                out.append(Text("\n", strong, emphasis))
            case "hardbreak":
                out.append(Break())
            case "figure":
                out.append(self.compositor.said(node.content, tuple(out)))
            case "link":
                out.append(self._link(node))
            case "image":
                out.append(Text(node.content, strong, emphasis))
            case _:
                strong, emphasis = strong or node.type == "strong", emphasis or node.type == "em"
                for child in node.children:
                    self._collect(child, out, strong=strong, emphasis=emphasis)

    def _link(self, node: SyntaxTreeNode) -> Run:
        """Out of the document, or to a place that it is known to have; to anywhere else there is no link."""
        text, address = self._words(node), str(node.attrs.get("href", ""))
        if not address.startswith("#"):
            return Link(text, address)
        known = self.compositor.anchors.reserved
        return Jump(text, address[1:]) if address[1:] in known else Text(text)

    def _words(self, node: SyntaxTreeNode) -> str:
        if node.type == "figure":
            return self.compositor.facts[node.content].words
        return "".join(map(self._words, node.children)) if node.children else node.content


def _source(node: SyntaxTreeNode) -> str:
    return node.children[0].content if node.type == "paragraph" else ""
