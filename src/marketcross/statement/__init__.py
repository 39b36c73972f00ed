"""From an evidence pack to a published statement: HTML, PDF and open data."""
