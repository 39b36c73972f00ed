"""Measures, and the one disclosure-control module."""
