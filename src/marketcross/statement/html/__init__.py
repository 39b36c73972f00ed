"""The statement as one page that needs nothing else: no script, no font, no picture from elsewhere."""

from marketcross.statement.html.page import render

__all__ = ["render"]
