"""The register's pages, one idea a file: each asks once, and shows."""
