"""Two editions beside each other: what changed, as data and in words."""

from marketcross.statement.editions.comparing import Changed, Changes, compare
from marketcross.statement.editions.report import changes_json, changes_text
from marketcross.statement.editions.words import change_words, said_words

__all__ = ["Changed", "Changes", "change_words", "changes_json", "changes_text", "compare", "said_words"]
