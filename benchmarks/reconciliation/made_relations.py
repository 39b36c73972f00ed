"""A pack of any number of relations, as mixed as the shipped ones: kinds, qualifiers, 3 contradictions in 100."""

from fractions import Fraction
from random import Random

from marketcross.engine.evidence.figures import Figure, Relation

# Shares as in packs/: of the relations by kind, and of the figures by qualifier.
KINDS = {"greater": 40, "equal": 25, "sum": 14, "percent": 8, "change": 6, "ratio": 3, "difference": 2, "product": 1}
KINDS |= {"rate": 1, "linear": 1}
QUALIFIERS = {"": 41, "count": 41, "about": 8, "estimate": 8, "at_least": 2}
WRONG = 0.03


class Made:
    """Draws figures and relations until there are enough."""

    def __init__(self, relations: int, seed: int = 1) -> None:
        self.chance = Random(seed)
        self.figures: dict[str, Figure] = {}
        self.relations: dict[str, Relation] = {}
        kinds = self.chance.choices(list(KINDS), list(KINDS.values()), k=relations)
        for number, kind in enumerate(kinds):
            self._relation(f"r{number}", kind)

    def _figure(self, value: float, decimals: int = 0, period: str = "2020") -> str:
        id = f"f{len(self.figures)}"
        printed = f"{value:.{decimals}f}"
        qualifier = self.chance.choices(list(QUALIFIERS), list(QUALIFIERS.values()))[0]
        if decimals or not printed.strip("-0."):  # a quotient was rounded, and nobody says about 0
            qualifier = ""
        exact = Fraction(printed)
        self.figures[id] = Figure(id, id, printed, exact, "people", period, "E1", "", qualifier, None, "s", "1", "")
        return id

    def _relation(self, id: str, kind: str) -> None:
        wrong = self.chance.random() < WRONG
        if kind == "linear":
            start, slope = self.chance.randint(100, 900), self.chance.randint(1, 40)
            years = (2017, 2020, 2025, 2030)
            values = [start + slope * (year - 2017) + (wrong and year == 2025) * 50 for year in years]
            operands = tuple(self._figure(value, 0, str(year)) for value, year in zip(values, years, strict=True))
            self.relations[id] = Relation(id, kind, "", operands, None, "", "")
            return
        values = [self.chance.randint(20, 9000) for _ in range(self.chance.randint(2, 7) if kind == "sum" else 2)]
        operands = tuple(map(self._figure, values))[: 1 if kind == "equal" else None]
        result = self._result(kind, values, wrong)
        if kind == "greater":
            operands = operands if (values[0] > values[1]) != wrong else operands[::-1]
        constant = Fraction(1000) if kind == "rate" else None
        self.relations[id] = Relation(id, kind, result, operands, constant, "", "")

    def _result(self, kind: str, values: list[int], wrong: bool) -> str:
        first, second = values[:2]
        exact = {
            "sum": (sum(values), 0),
            "equal": (first, 0),
            "difference": (first - second, 0),
            "product": (first * second, 0),
            "ratio": (first / second, 2),
            "percent": (100 * first / second, 1),
            "change": (100 * (second - first) / first, 1),
            "rate": (1000 * first / second, 1),
        }
        if kind == "greater":
            return ""
        value, decimals = exact[kind]
        return self._figure(value * 1.2 + 10 if wrong else value, decimals)
