"""The audit: writing events inside transactions, sealing them into a chain, verifying the chain."""
