"""The steps of a ready reckoner's explanation: each answer, its support, its price, and what others already meet."""

from itertools import groupby

import numpy as np

from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.parts import Price, ReckonerLevel, ReckonerQuestion
from marketcross.engine.rules.allocation.quantities import quantity, share
from marketcross.engine.rules.allocation.reckoner import Line, lines
from marketcross.engine.rules.allocation.scheme import Reckoner
from marketcross.engine.rules.explanation import Origin, Step, Used
from marketcross.engine.vocabulary.money import pounds

_USUAL = 1
_PERIODS = {"week": "Each week", "year": "Each year", "once": "Once,"}


def reckoner_steps(scheme: Reckoner, one: Answers) -> list[Step]:
    """One step for each question that brings support, then the sum. ``one`` holds a single person."""
    grouped = {name: list(found) for name, found in groupby(lines(scheme, one), lambda line: line.question.id)}
    steps = []
    for place, question in enumerate(scheme.questions):
        brought = [line for line in grouped.get(question.id, []) if line.needed[_USUAL][0]]
        level = question.levels[one.level[place][0]]
        if level.is_need:
            steps.append(_question(scheme, question, level, brought, int(one.met[place][0])))
    return [*steps, _sum(scheme, [line for found in grouped.values() for line in found])]


def _question(
    scheme: Reckoner, question: ReckonerQuestion, level: ReckonerLevel, brought: list[Line], met: int
) -> Step:
    said = f"{question.ask} You said: {level.says}"
    if met:
        said += f" People close to you already meet {share(met)} of this."
    said += "".join(f" {_line(line, met)}" for line in brought)
    used = tuple(_price(line.price) for line in brought)
    weekly = sum(int(line.pence[_USUAL][0]) for line in brought if line.price.per != "once")
    rule = f"{scheme.scheme}, question on {question.topic}, answer '{level.id}'"
    return Step(question.id, rule, said, used, None if level.no_figure else weekly, "pence_per_week")


def _line(line: Line, met: int) -> str:
    price, needed, left = line.price, int(line.needed[_USUAL][0]) * 100, int(line.left[_USUAL][0])
    takes = f"{_PERIODS[price.per]} this usually takes {_many(needed, price)}"
    kept = f", of which {quantity(left)} remain" if met else ""
    cost = pounds(int(line.pence[_USUAL][0])) + ("" if price.per == "once" else " a week")
    return f"{takes}{kept}. At {pounds(price.usual)} each, that comes to {cost}."


def _many(ten_thousandths: int, price: Price) -> str:
    return f"{quantity(ten_thousandths)} {price.one if ten_thousandths == 10_000 else price.many}"


def _price(price: Price) -> Used:
    return Used(f"one {price.one}", price.usual, "pence", Origin.POLICY, price.source, not price.made)


def _sum(scheme: Reckoner, brought: list[Line]) -> Step:
    weekly = [line.pence[:, 0] for line in brought if line.price.per != "once"]
    least, usual, most = np.sum(weekly, axis=0).tolist() if weekly else (0, 0, 0)
    once = sum(int(line.pence[_USUAL][0]) for line in brought if line.price.per == "once")
    said = f"Added up, that is {pounds(usual)} a week" + (f", and {pounds(once)} once." if once else ".")
    said += f" Where such support takes and costs the least, it is {pounds(least)}; where the most, {pounds(most)}."
    return Step("sum", f"{scheme.scheme}, sum of the answers", said, (), usual, "pence_per_week")
