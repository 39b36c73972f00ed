"""The statement as open data: each table as CSV with its description, each figure and each check as JSON."""

from marketcross.statement.data.evidence import evidence_json
from marketcross.statement.data.files import data_files

__all__ = ["data_files", "evidence_json"]
