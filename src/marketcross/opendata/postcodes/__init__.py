"""Postcodes and the localities they lie in, from the ONS Postcode Directory and a council's own table."""

from marketcross.opendata.postcodes.row import LocalityKind, LocalityRow, PostcodeRow

__all__ = ["LocalityKind", "LocalityRow", "PostcodeRow"]
