"""Loaders of published sources, one folder each: parse, checks, README and a made sample."""
