"""Does an answer turn on a value? It does where the answer would change with a very small or a very large one."""

from marketcross.engine.parameters import Known

LEAST = 0
_MOST = {"percent": 100, "weeks": 10_000, "years": 200, "hundredths_of_a_percent": 10_000}
_MOST_PENCE = 1_000_000_000


def most(known: Known) -> int:
    """A value larger than any that the law could set, in the unit of the known one."""
    return _MOST.get(known.unit, _MOST_PENCE)
