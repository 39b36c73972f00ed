"""A council's published schemes as files, and the tables of people that they are tried on."""

from marketcross.opendata.policies.history_file import COST, People, group_column, read_people
from marketcross.opendata.policies.scheme_file import SchemeFileError, read_scheme, write_scheme

__all__ = [
    "COST",
    "People",
    "SchemeFileError",
    "group_column",
    "read_people",
    "read_scheme",
    "write_scheme",
]
