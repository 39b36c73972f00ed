"""The register's forms, one idea a file."""
