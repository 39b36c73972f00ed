"""Statutory values: dated YAML files with a source on every value, and the one loader that reads them."""
