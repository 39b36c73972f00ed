"""Which units can be negative: only 'up to N' asks, because it starts at 0 where nothing can be below."""

# A change in per cent, a difference of shares and an amount of money (a deficit, a saving) can be negative. Every other
# unit counts or measures things that are there: people, beds, homes, hours, years, ranks, rates per 100,000.
_SIGNED = ("percent", "percentage_points", "GBP")


def can_be_negative(unit: str) -> bool:
    return unit in _SIGNED or unit.startswith("GBP_")
