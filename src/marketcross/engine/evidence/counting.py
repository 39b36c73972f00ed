"""Where would a figure have to lie so that a count of tests can be right?"""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from marketcross.engine.evidence.bearing import named_figures, tests_below
from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.finding import Finding
from marketcross.engine.evidence.interval import ZERO, Interval, point
from marketcross.engine.evidence.places import Places, places, places_in_line
from marketcross.engine.evidence.sides import Judged, sides_of
from marketcross.engine.evidence.verdicts import can_meet, verdict


def places_by_count(count: Relation, figure: str, judged: Judged) -> Places:
    """Where a figure of its tests would have to lie so that the count can be right, all else staying as printed.

    Whether a test can hold, or must, changes only at a few numbers (at 0, too, where a divisor stops being one): each
    of them is tried, and each gap between two.
    """
    touched = _touched(count, figure, judged)
    numbers = sorted({ZERO, *(end for test in touched for end in _turning_points(test, figure, judged))})
    return tuple(
        _joined((piece, _right_at(inside, touched, count, figure, judged)) for piece, inside in _pieces(numbers))
    )


def _touched(count: Relation, figure: str, judged: Judged) -> list[Relation]:
    """The tests whose answer depends on the figure, in the order in which they can be judged."""
    touched: dict[str, Relation] = {}
    for test in tests_below(count, judged.findings):
        counted = test.kind == "count" and not touched.keys().isdisjoint(test.operands)
        if counted or figure in named_figures(test):
            touched[test.id] = test
    return list(touched.values())


def _turning_points(test: Relation, figure: str, judged: Judged) -> Iterator[Fraction]:
    if test.kind == "count":
        yield from map(Fraction, range(len(test.operands) + 1))
        return
    intervals = [judged.printed[id] for id in test.operands if test.kind == "greater"]
    if test.kind == "linear":
        intervals += places_in_line(test, figure, judged.figures, judged.printed)
    elif figure == test.result:
        computed = judged.findings[test.id].computed
        intervals += [] if computed is None else [computed]
    else:
        intervals += places(test, figure, judged.printed)
    yield from (end for interval in intervals for end in interval[:2] if end is not None)


def _pieces(numbers: list[Fraction]) -> Iterator[tuple[Interval, Fraction]]:
    """Each number and each gap, from left to right, with a number inside."""
    yield Interval(None, numbers[0], True, True), numbers[0] - 1
    for number, following in pairwise([*numbers, numbers[-1] + 2]):
        yield point(number), number
        gap_end = following if following <= numbers[-1] else None
        yield Interval(number, gap_end, True, True), (number + following) / 2


def _right_at(number: Fraction, touched: Iterable[Relation], count: Relation, figure: str, judged: Judged) -> bool:
    """Whether the count can be right if the figure is exactly this number."""
    findings: ChainMap[str, Finding] = ChainMap({}, judged.findings)  # type: ignore[arg-type]
    tried = Judged(judged.figures, ChainMap({figure: point(number)}, judged.printed), findings)  # type: ignore[arg-type]
    for test in touched:
        possible = can_meet(test.kind, sides_of(test, tried))
        findings[test.id] = Finding(test, verdict(test, possible, is_test=True), lambda test: sides_of(test, tried))
    return can_meet(count.kind, sides_of(count, tried)) is True


def _joined(pieces: Iterable[tuple[Interval, bool]]) -> Iterator[Interval]:
    """Neighbouring pieces that are right, as one interval."""
    run: Interval | None = None
    for piece, right in pieces:
        if right:
            run = piece if run is None else Interval(run.low, piece.high, run.low_open, piece.high_open)
        elif run is not None:
            yield run
            run = None
    if run is not None:
        yield run
