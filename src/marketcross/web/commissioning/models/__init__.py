"""The tables of commissioning, one idea a file."""

from .small_grant import SmallGrant

__all__ = ["SmallGrant"]
