"""The tables of the register, in their order."""
