"""What ``marketcross statement diff`` prints."""

from collections.abc import Iterator, Sequence
from typing import Any

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.editions.comparing import Changed, Changes
from marketcross.statement.editions.words import change_words, difference_digits, said_words
from marketcross.statement.printing import rounded
from marketcross.statement.reading.problems import quoted

PERCENT_DECIMALS = 1


def changes_text(changes: Changes) -> str:
    """Lines under headings; a heading whose list is empty is left out."""
    return "\n".join(_lines(changes)) or "Nothing changed: no figure and no opportunity."


def _lines(changes: Changes) -> Iterator[str]:
    yield from _list("Opportunities opened", changes.opened)
    yield from _list("Opportunities closed", changes.closed)
    yield from _list("Figures changed", [_changed(change) for change in changes.changed])
    yield from _list("Figures added", [_named(figure) for figure in changes.added])
    yield from _list("Figures gone", [_named(figure) for figure in changes.gone])


def _list(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"{heading} ({len(entries)})"
        yield from (f"  {quoted(entry, mark='', longest=400)}" for entry in entries)


def _changed(change: Changed) -> str:
    return f"{change.new.id}: {said_words(change.old)} -> {said_words(change.new)}: {change_words(change)}"


def _named(figure: Figure) -> str:
    return f"{figure.id}: {figure.label}: {said_words(figure)}"


def changes_json(changes: Changes) -> dict[str, Any]:
    """Figures by id; numbers are strings in decimal digits, so that nothing is lost on the way."""
    return {
        "changed": [_changed_json(change) for change in changes.changed],
        "added": [_figure_json(figure) for figure in changes.added],
        "gone": [_figure_json(figure) for figure in changes.gone],
        "opportunities_opened": list(changes.opened),
        "opportunities_closed": list(changes.closed),
    }


def _changed_json(change: Changed) -> dict[str, Any]:
    return {
        "id": change.new.id,
        "label": change.new.label,
        "old": _figure_json(change.old),
        "new": _figure_json(change.new),
        "by": None if change.by is None else difference_digits(change.by, change),
        "percent": None if change.percent is None else rounded(change.percent, PERCENT_DECIMALS),
    }


def _figure_json(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "label": figure.label,
        "value": figure.printed,
        "unit": figure.unit,
        "period": figure.period,
        "qualifier": figure.qualifier,
    }
