"""The made borough."""
