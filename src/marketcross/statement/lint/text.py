"""The running text of a section: sentences with the line that each starts on. Headings and tables are not sentences."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from marketcross.statement.document.markdown import parse
from marketcross.statement.document.tables import directions

SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[^a-z])")
NOT_AN_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|vs)\.)$")

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``line`` is where it starts; a printed figure stands in it as the words that readers see."""

    line: int
    text: str

    @property
    def words(self) -> list[str]:
        return re.findall(r"[^\s–—]*\w[^\s–—]*", self.text)


def sentences(markdown: str, figure: Words) -> Iterator[Sentence]:
    """``figure`` gives the words of a figure's id."""
    for node in parse(markdown).walk():
        if node.type == "inline" and _is_running(node):
            yield from _split(node, figure)


def _is_running(inline: SyntaxTreeNode) -> bool:
    parent = inline.parent
    return parent is not None and parent.type == "paragraph" and directions(inline.content) is None


def _split(inline: SyntaxTreeNode, figure: Words) -> Iterator[Sentence]:
    text = "".join(_words(child, figure) for child in inline.children)
    first_line = (inline.map or (0, 0))[0] + 1
    start = 0
    for end in [*(found.end() for found in SENTENCE_END.finditer(text)), len(text)]:
        piece = text[start:end]
        if not piece.strip() or (end < len(text) and NOT_AN_END.search(piece.rstrip())):
            continue
        leading = len(piece) - len(piece.lstrip())
        yield Sentence(first_line + text.count("\n", 0, start + leading), " ".join(piece.split()))
        start = end


def _words(node: SyntaxTreeNode, figure: Words) -> str:
    match node.type:
        case "figure":
            return figure(node.content)
        case "softbreak" | "hardbreak":
            return "\n"
        case "text" | "code_inline" | "image":
            return node.content
        case _:
            return "".join(_words(child, figure) for child in node.children)
