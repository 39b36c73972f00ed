"""What must hold of a scheme as a whole, beyond the shape of its parts. Each finding is ``(place, what to mend)``."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from marketcross.engine.rules.allocation.parts import Price, Question, Support
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner

Finding = tuple[str, str]
# Words that the columns of a table of people already use.
RESERVED = ("person", "unusual", "others_agree")

_HELD = (
    "prices that were scaled to hold a total to a budget are a what-if, never a scheme in use: a personal budget must "
    "be enough to meet the person's needs, whatever the total comes to (Care Act 2014, section 26)."
)


def findings(scheme: Reckoner | PointsScheme, outcomes: Collection[str]) -> Iterator[Finding]:
    """Everything that is wrong, at once. ``outcomes`` are those of the regulations for ``scheme.person``."""
    yield from _questions(scheme.questions)
    yield from _outcomes(scheme, outcomes)
    yield from _status(scheme)
    yield from _met_by_others(scheme.met_by_others)
    if isinstance(scheme, Reckoner):
        yield from _reckoner(scheme)
    else:
        yield from _points(scheme)


def _questions(questions: Sequence[Question]) -> Iterator[Finding]:
    for name in _twice(question.id for question in questions):
        yield "questions", f"two questions have the id '{name}'."
    for question in questions:
        for name in _twice(level.id for level in question.levels):
            yield f"questions.{question.id}", f"two levels have the id '{name}'."
        if question.id in RESERVED or question.id.endswith("_met"):
            yield f"questions.{question.id}", "the id is taken by a column of the table of people: choose another."


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _outcomes(scheme: Reckoner | PointsScheme, outcomes: Collection[str]) -> Iterator[Finding]:
    """A scheme that is silent about an outcome would give too little to whoever needs help with it."""
    asked = {question.outcome for question in scheme.questions}
    for name in sorted((asked | set(scheme.not_asked)) - set(outcomes)):
        yield "outcome", f"'{name}' is not an outcome. The outcomes are {', '.join(outcomes)}."
    for name in outcomes:
        if name not in asked and name not in scheme.not_asked:
            yield "questions", f"no question is about the outcome '{name}'. Ask one, or say why not under not_asked."


def _status(scheme: Reckoner | PointsScheme) -> Iterator[Finding]:
    if scheme.held_to_budget is not None and scheme.status != "what_if":
        yield "status", _HELD
    if scheme.until is not None and scheme.until <= scheme.start:
        yield "until", f"must be later than {scheme.start}."


def _met_by_others(shares: dict[str, int]) -> Iterator[Finding]:
    if shares.get("none") != 0:
        yield "met_by_others", "needs the word 'none', standing for 0: it is what is assumed where nothing is given."
    if len(set(shares.values())) != len(shares):
        yield "met_by_others", "two words stand for the same percentage: keep one of them."


def _reckoner(scheme: Reckoner) -> Iterator[Finding]:
    for name, price in scheme.prices.items():
        yield from _in_order(f"prices.{name}", price)
    for question in scheme.questions:
        for level in question.levels:
            place = f"questions.{question.id}.{level.id}"
            for support in level.support:
                yield from _in_order(f"{place}.{support.kind}", support)
                if support.kind not in scheme.prices:
                    yield place, f"'{support.kind}' has no price. The prices are {', '.join(scheme.prices)}."
            if level.no_figure and level.support:
                yield place, "a level with no figure brings no support: take out one of the two."


def _in_order(place: str, part: Price | Support) -> Iterator[Finding]:
    if list(part.ends) != sorted(part.ends):
        yield place, "least, usual and most must not go down."


def _points(scheme: PointsScheme) -> Iterator[Finding]:
    for question in scheme.questions:
        points = [level.points for level in question.levels if not level.no_figure]
        if points != sorted(points):
            yield f"questions.{question.id}", "points must not go down: levels go from the least need to the most."
    yield from _price_table(scheme)


def _price_table(scheme: PointsScheme) -> Iterator[Finding]:
    rows = scheme.price_table
    if rows[0].points != 0:
        yield "price_table", "the first row must start at 0 points."
    for before, row in pairwise(rows):
        if row.points <= before.points:
            yield f"price_table.{row.points}", f"must come before, or differ from, {before.points} points."
        if row.least < before.least or row.usual < before.usual or row.most < before.most:
            yield f"price_table.{row.points}", "more points must never bring less money."
    for place, part in [(f"price_table.{row.points}", row) for row in rows] + [("calibration", scheme.calibration)]:
        if not part.least <= part.usual <= part.most:
            yield place, "least, usual and most must not go down."
