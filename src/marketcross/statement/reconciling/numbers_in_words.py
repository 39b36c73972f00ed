"""Exact numbers and intervals, as a reader would say them."""

from fractions import Fraction

from marketcross.engine.evidence.interval import Interval

DECIMALS = 4


def span(interval: Interval) -> str:
    """'934.5 to under 935.5', 'over 3', '36,000 or more', 'exactly 935', 'any number'."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return decimal(low) if decimal(low).endswith("...") else f"exactly {decimal(low)}"
    first = "" if low is None else f"{'over ' if interval.low_open else ''}{decimal(low)}"
    last = "" if high is None else f"{'under ' if interval.high_open else ''}{decimal(high)}"
    if low is None:
        return f"{'' if interval.high_open else 'at most '}{last}" if last else "any number"
    return f"{first} to {last}" if last else (first if interval.low_open else f"{first} or more")


def decimal(number: Fraction) -> str:
    """A number in digits; where they do not end within four decimals, cut there ('5.6267...').

    A number nearer to 0 keeps as many decimals as show its first two digits.
    """
    places = DECIMALS
    while number and abs(number) * 10 ** (places - 1) < 1:
        places += 1
    steps = abs(number) * 10**places
    whole, part = divmod(int(steps), 10**places)
    digits = f"{'-' if number < 0 else ''}{whole:,}.{part:0{places}d}"
    return digits.rstrip("0").rstrip(".") if steps.denominator == 1 else f"{digits}..."
