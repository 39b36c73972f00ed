"""What somebody would write first: every relation by itself, in fractions, from the printed strings to the verdict.

The same work as the engine's, without its columns, and without the suspects: a second opinion as well as a pace.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from marketcross.engine.evidence.figures import Figure, Relation

End = tuple[Fraction | None, bool]  # None: no end; whether the end is open
Ends = tuple[End, End]


def interval(figure: Figure) -> Ends:
    value = Fraction(figure.printed)
    if figure.qualifier == "count":
        return (value, False), (value, False)
    if figure.qualifier == "at_least":
        return (value, False), (None, True)
    digits = figure.printed.lstrip("-").replace(".", "")
    place = Fraction(1, 10 ** len(figure.printed.partition(".")[2]))
    if figure.qualifier in ("about", "estimate"):
        place *= 10 ** (len(digits) - len(digits.rstrip("0")))
    return (value - place / 2, False), (value + place / 2, True)


def add(a: Ends, b: Ends) -> Ends:
    return tuple(  # type: ignore[return-value]
        (None if x is None or y is None else x + y, open_x or open_y)
        for (x, open_x), (y, open_y) in zip(a, b, strict=True)
    )


def scaled(a: Ends, factor: Fraction) -> Ends:
    low, high = ((None if end is None else end * factor, is_open) for end, is_open in a)
    return (low, high) if factor >= 0 else (high, low)


def times(a: Ends, b: Ends) -> Ends:
    """Of numbers above 0."""
    low = a[0][0] * b[0][0], a[0][1] or b[0][1]  # type: ignore[operator]
    if a[1][0] is None or b[1][0] is None:
        return low, (None, True)
    return low, (a[1][0] * b[1][0], a[1][1] or b[1][1])


def inverse(a: Ends) -> Ends:
    """Of numbers above 0."""
    low = (Fraction(0), True) if a[1][0] is None else (1 / a[1][0], a[1][1])
    return low, (1 / a[0][0], a[0][1])  # type: ignore[operator]


def computed(relation: Relation, taken: list[Ends]) -> Ends:
    first, second = taken[0], taken[-1]
    match relation.kind:
        case "sum" | "equal":
            total = taken[0]
            for one in taken[1:]:
                total = add(total, one)
            return total
        case "difference" | "greater":
            return add(first, scaled(second, Fraction(-1)))
        case "product":
            return times(first, second)
        case "change":
            return add(scaled(times(second, inverse(first)), Fraction(100)), ((Fraction(-100), False),) * 2)
    scale = {"ratio": Fraction(1), "percent": Fraction(100)}.get(relation.kind) or relation.constant or Fraction(0)
    return scaled(times(first, inverse(second)), scale)


def apart(a: Ends, b: Ends) -> Fraction | None:
    """How far the two miss each other; None where they meet."""
    for one, other in ((a, b), (b, a)):
        (high, high_open), (low, low_open) = one[1], other[0]
        if high is not None and low is not None and (high < low or (high == low and (high_open or low_open))):
            return low - high
    return None


def judged(figures: dict[str, Figure], relation: Relation) -> tuple[str, Fraction | None]:
    taken = [interval(figures[id]) for id in relation.operands]
    if relation.kind == "linear":
        sizes = [size for size in _triples(figures, relation, taken) if size is not None]
        size = max(sizes, default=None)
    else:
        claimed = (
            ((Fraction(0), True), (None, True)) if relation.kind == "greater" else interval(figures[relation.result])
        )
        size = apart(claimed, computed(relation, taken))
    return "agrees" if size is None else "contradicts", size


def _triples(figures: dict[str, Figure], relation: Relation, taken: list[Ends]) -> Iterator[Fraction | None]:
    points = sorted(zip((int(figures[id].period) for id in relation.operands), taken, strict=True), key=lambda p: p[0])
    for (start, first), (year, middle), (end, last) in combinations(points, 3):
        share = Fraction(year - start, end - start)
        yield apart(middle, add(scaled(first, 1 - share), scaled(last, share)))


def reconcile(figures: dict[str, Figure], relations: dict[str, Relation]) -> list[tuple[str, Fraction | None]]:
    """Verdict and size of each relation."""
    return [judged(figures, relation) for relation in relations.values()]
