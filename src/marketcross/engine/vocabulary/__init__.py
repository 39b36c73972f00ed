"""The words that every rule shares: money in pence, half-open day periods, age bands, code lists."""
