"""What a reader of a statement would stumble over, said to its author with what to do."""

from marketcross.statement.lint.all import lint
from marketcross.statement.lint.reading_age import reading_ages

__all__ = ["lint", "reading_ages"]
