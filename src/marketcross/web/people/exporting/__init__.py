"""All that is held about a person: what each context registers, read as one whole, told in words or as a file.

A context says once, in its ``exporting.py``, what each of its tables holds about people: ``holds``. A test walks all
tables and fails where one refers to a person and nobody told of it. docs/reference/person-file.md describes the file.
"""

from .kinds import Goes, holds, leaves_out

__all__ = ["Goes", "holds", "leaves_out"]
