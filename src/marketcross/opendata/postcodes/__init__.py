"""Postcodes and the localities they lie in, from the ONS Postcode Directory and a council's own table."""

from marketcross.opendata.postcodes.lookup import Lookup, read_lookup
from marketcross.opendata.postcodes.reading import read_postcodes
from marketcross.opendata.postcodes.row import LocalityKind, LocalityRow, PostcodeRow
from marketcross.opendata.postcodes.writing import write_lookup, write_postcodes

__all__ = [
    "LocalityKind",
    "LocalityRow",
    "Lookup",
    "PostcodeRow",
    "read_lookup",
    "read_postcodes",
    "write_lookup",
    "write_postcodes",
]
