"""The statement on paper: a tagged PDF/UA-1, the same bytes for the same pack."""

from marketcross.statement.pdf.typeset import typeset

__all__ = ["typeset"]
