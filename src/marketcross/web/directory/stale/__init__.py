"""Ask whether a listing is still right, hide it, archive it (docs/method/trust.md)."""
