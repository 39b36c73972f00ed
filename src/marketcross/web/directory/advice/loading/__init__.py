"""The pages that the project ships, read from files and taken over without ever undoing what an editor wrote."""

from .folder import HERE, read_folder
from .problems import BadPagesError

__all__ = ["HERE", "BadPagesError", "read_folder"]
