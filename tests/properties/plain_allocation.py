"""Allocation once more, slowly and plainly, in fractions and for one person at a time: what judges the fast version."""

from fractions import Fraction
from math import ceil
from typing import Any

Answers = dict[str, tuple[str, int]]  # question: the level answered, and the percentage that others meet


def reckoned(scheme: dict[str, Any], answers: Answers, unusual: bool) -> dict[str, int] | None:
    """A ready reckoner's sums in pence, from the data of its file; None where there is no figure."""
    sums = {"least": 0, "usual": 0, "most": 0, "once": 0}
    for question in scheme["questions"]:
        level, met = _answered(question, answers)
        if level.get("no_figure"):
            return None
        for support in level.get("support", []):
            price = scheme["prices"][support["kind"]]
            for end in ("least", "usual", "most"):
                quantity = Fraction(support.get(end, support["usual"])) * (100 - met) / 100
                pence = Fraction(price.get(end, price["usual"])) * 100 * quantity
                if price.get("per") == "year":
                    pence /= 52
                if price.get("per") != "once":
                    sums[end] += ceil(pence)
                elif end == "usual":
                    sums["once"] += ceil(pence)
    return None if unusual or sums["usual"] > Fraction(scheme["no_figure_above"]) * 100 else sums


def scored(scheme: dict[str, Any], answers: Answers, unusual: bool) -> dict[str, int] | None:
    """A points scheme's points and sums in pence, from the data of its file; None where there is no figure."""
    total = Fraction(0)
    for question in scheme["questions"]:
        level, met = _answered(question, answers)
        if level.get("no_figure"):
            return None
        total += Fraction(int(level.get("points", 0)) * (100 - met), 100)
    points = ceil(total)
    if unusual or points > int(scheme["no_figure_above_points"]):
        return None
    reached = [row for row in scheme["price_table"] if int(row["points"]) <= points]
    return {"points": points} | {end: int(Fraction(reached[-1][end]) * 100) for end in ("least", "usual", "most")}


def _answered(question: dict[str, Any], answers: Answers) -> tuple[dict[str, Any], int]:
    name, met = answers[question["id"]]
    (level,) = [level for level in question["levels"] if level["id"] == name]
    return level, met


def enough_for(costs: list[int], percent: int) -> int:
    """The least cost that is enough for at least so many of a hundred plans."""
    return min(c for c in costs if 100 * sum(other <= c for other in costs) >= percent * len(costs))


def rising(groups: list[list[int]], percent: int) -> list[int]:
    """The isotonic quantile curve by its definition: the greatest, over what begins at or before a group, of the least,
    over what ends at or after it, of the quantile of everything between."""
    count = len(groups)
    return [
        max(
            min(enough_for([c for g in groups[i : k + 1] for c in g], percent) for k in range(j, count))
            for i in range(j + 1)
        )
        for j in range(count)
    ]
