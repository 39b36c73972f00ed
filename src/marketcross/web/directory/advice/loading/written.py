"""A page and a topic as their files say them."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

Blocks = list[list[Any]]


@dataclass(frozen=True, slots=True)
class WrittenTopic:
    """A topic: ``topic.md`` of its folder."""

    file: str
    slug: str
    title: str
    summary: str
    order: int


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page: blocks as ``blocks.plain`` gives them. ``translates``: the slug of the English page beside it."""

    file: str
    topic: str
    slug: str
    title: str
    summary: str
    order: int
    search_words: str
    language: str
    translates: str
    reviewed_on: date
    review_due: date
    law: Blocks
    body: Blocks
    easy: Blocks


def digest(written: WrittenTopic | WrittenPage) -> str:
    """What a page says, as 64 letters: the same for a file and for the page that was made of it and not changed."""
    said = {name: value for name, value in asdict(written).items() if name not in {"file", "order"}}
    return hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()
