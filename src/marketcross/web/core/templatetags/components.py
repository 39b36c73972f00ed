"""Page components as tags, each once, for all contexts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("core/parts/error_summary.html")
def error_summary(form: Any) -> dict[str, Any]:
    """Everything that is wrong with a form, each a link to its field; goes before the page's heading."""
    return {"form": form}


@register.inclusion_tag("core/parts/success_banner.html")
def success_banner(message: Any) -> dict[str, Any]:
    """What was just done, in one sentence."""
    return {"message": message}


@register.inclusion_tag("core/parts/task_list.html")
def task_list(tasks: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What is to be done: ``title``, ``href`` (none where it cannot be started), ``hint``, ``done``, ``status``."""
    return {"tasks": list(tasks)}


@register.inclusion_tag("core/parts/summary_card.html")
def summary_card(title: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Answers to check: rows of ``key``, ``value`` and, where it may be changed, ``change`` (an address)."""
    return {"title": title, "rows": list(rows)}


@register.inclusion_tag("core/parts/timeline.html")
def timeline(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What happened, newest first: ``title``, ``at``, ``by``, ``text``."""
    return {"items": list(items)}


@register.inclusion_tag("core/parts/empty.html")
def empty_state(title: str, text: str, href: str = "", action: str = "") -> dict[str, Any]:
    """A list with nothing in it: why, and what one can do."""
    return {"title": title, "text": text, "href": href, "action": action}


@register.inclusion_tag("core/parts/table.html")
def table(listing: Any) -> dict[str, Any]:
    """A table with sorting and filters, as ``pages.listing.Listing`` makes it."""
    return {"listing": listing}


@register.inclusion_tag("core/parts/leave.html")
def leave_quickly() -> dict[str, Any]:
    """A button that leaves the service at once, for people who may be watched."""
    return {}


@register.inclusion_tag("core/parts/letter_parts.html")
def letter_parts(parts: Iterable[Any]) -> dict[str, Any]:
    """The parts of a letter or leaflet."""
    return {"parts": list(parts)}


@register.inclusion_tag("core/parts/letter_forms.html")
def letter_forms(pdf: str, forms: Iterable[str]) -> dict[str, Any]:
    """Links to the printed forms of a text whose PDF has the address ``pdf``."""
    return {"pdf": pdf, "forms": list(forms)}


@register.inclusion_tag("core/parts/question.html")
def question(field: Any) -> dict[str, Any]:
    """The one question of a page: its label is the page's heading."""
    return {"field": field}


@register.inclusion_tag("core/parts/card_list.html")
def card_list(cards: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Where one can go from here: ``title``, ``href`` and ``text``, a sentence that says what is there."""
    return {"cards": list(cards)}
