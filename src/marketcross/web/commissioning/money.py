"""Whole pence as people read them."""


def pounds(pence: int) -> str:
    """300_00 pence is '£300', 300_50 is '£300.50'."""
    whole, part = divmod(pence, 100)
    return f"£{whole:,}.{part:02d}" if part else f"£{whole:,}"
