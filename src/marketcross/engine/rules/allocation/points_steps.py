"""The steps of a points scheme's explanation: each answer's points, what others already meet, and the table."""

from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.parts import PointsLevel
from marketcross.engine.rules.allocation.points import Scored, row_of, scored, total_points
from marketcross.engine.rules.allocation.quantities import quantity, share
from marketcross.engine.rules.allocation.scheme import PointsScheme
from marketcross.engine.rules.explanation import Origin, Step, Used
from marketcross.engine.vocabulary.money import pounds


def points_steps(scheme: PointsScheme, one: Answers) -> list[Step]:
    """One step for each question that brings points, then their sum and its price. ``one`` holds a single person."""
    steps = []
    for place, part in enumerate(scored(scheme, one)):
        level = part.question.levels[one.level[place][0]]
        if level.is_need:
            steps.append(_question(scheme, part, level, int(one.met[place][0])))
    return [*steps, _price(scheme, one)]


def _question(scheme: PointsScheme, part: Scored, level: PointsLevel, met: int) -> Step:
    said = f"{part.question.ask} You said: {level.says}"
    rule = f"{scheme.scheme}, question on {part.question.topic}, answer '{level.id}'"
    if level.no_figure:
        return Step(part.question.id, rule, said)
    said += f" That is {_points(level.points * 10_000)}."
    if met:
        said += f" People close to you already meet {share(met)} of this, so {_points(int(part.left[0]) * 100)} remain."
    used = Used(f"{part.question.topic}, '{level.id}'", level.points, "points", Origin.POLICY)
    return Step(part.question.id, rule, said, (used,))


def _points(ten_thousandths: int) -> str:
    return f"{quantity(ten_thousandths)} {'point' if ten_thousandths == 10_000 else 'points'}"


def _price(scheme: PointsScheme, one: Answers) -> Step:
    points = total_points(scheme, one)
    row = scheme.price_table[int(row_of(scheme, points)[0])]
    said = (
        f"Added up, that is {_points(int(points[0]) * 10_000)}; a part of a point counts as a whole one. "
        f"From {_points(row.points * 10_000)} on, the table gives {pounds(row.usual)} a week; "
        f"such plans usually come to between {pounds(row.least)} and {pounds(row.most)}. "
        "The table is the same for everybody."
    )
    name, made = f"from {_points(row.points * 10_000)} on", scheme.made_example
    used = Used(name, row.usual, "pence_per_week", Origin.POLICY, scheme.prices_from, not made)
    return Step("sum", f"{scheme.scheme}, price table", said, (used,), row.usual, "pence_per_week")
