"""models.toml: figures computed from the pack's own figures and series (docs/reference/models.md)."""

from marketcross.statement.models.computing import compute

__all__ = ["compute"]
