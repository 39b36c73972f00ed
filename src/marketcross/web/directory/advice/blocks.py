"""The few plain blocks that a page is made of. None holds markup, so no text of an editor can become any."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from marketcross.web.directory.categories import kinds

from . import amounts


def categories() -> list[tuple[str, str]]:
    """Kinds of support, for an editor to choose from."""
    return [(kind.code, kind.title) for kind in kinds().values()]


def _listed(label: Any, icon: str) -> blocks.ListBlock:
    return blocks.ListBlock(blocks.CharBlock(max_length=400), label=label, icon=icon)


BODY = [
    ("heading", blocks.CharBlock(max_length=120, label=_("Heading"), icon="title")),
    ("paragraph", blocks.TextBlock(label=_("Paragraph"), icon="pilcrow")),
    ("points", _listed(_("Points"), "list-ul")),
    ("steps", _listed(_("Steps, in order"), "list-ol")),
    (
        "amount",
        blocks.StructBlock(
            [
                ("name", blocks.ChoiceBlock(choices=amounts.choices, label=_("Which amount"))),
                ("label", blocks.CharBlock(max_length=200, label=_("What it is, in plain words"))),
            ],
            label=_("Amount that the law sets"),
            icon="calculator",
        ),
    ),
    (
        "help",
        blocks.StructBlock(
            [
                ("category", blocks.ChoiceBlock(choices=categories, label=_("Kind of support"))),
                ("text", blocks.CharBlock(max_length=120, label=_("Words of the link"))),
            ],
            label=_("Who can help: a link to the directory"),
            icon="group",
        ),
    ),
]

EASY = [block for block in BODY if block[0] in {"heading", "paragraph", "points"}]

LAW = [
    (
        "provision",
        blocks.StructBlock(
            [
                ("cite", blocks.CharBlock(max_length=200, label=_("Act or regulation"))),
                ("source", blocks.CharBlock(max_length=300, label=_("Where you read it"))),
                ("verified", blocks.BooleanBlock(required=False, label=_("I compared the page with it"))),
            ],
            label=_("Law"),
            icon="doc-full",
        ),
    ),
]


def plain(stream: Any) -> list[list[Any]]:
    """What a stream says, without Wagtail's keys: ``[["points", ["a", "b"]], ...]``. For comparing and for reading."""
    return [[child.block_type, _value(child.value)] for child in stream]


def _value(value: Any) -> Any:
    if isinstance(value, blocks.list_block.ListValue):
        return [str(item) for item in value]
    if isinstance(value, dict):
        return {name: entry if isinstance(entry, bool) else str(entry) for name, entry in value.items()}
    return str(value)
