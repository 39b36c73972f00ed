"""The page that lists several statements."""

from collections.abc import Sequence

from marketcross.statement.collection.outcome import Outcome
from marketcross.statement.html.page import page


def render_list(outcomes: Sequence[Outcome]) -> str:
    """A page as strict as a statement's."""
    return page("list.html", outcomes=outcomes)
