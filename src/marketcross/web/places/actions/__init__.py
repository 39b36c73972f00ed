"""What may be written about places."""

from .loading import load_postcodes

__all__ = ["load_postcodes"]
