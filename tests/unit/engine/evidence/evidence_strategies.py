"""Random figures and relations for Hypothesis: small numbers, so that edges meet often."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.interval import Interval

PAIRS = ("difference", "ratio", "percent", "change", "rate", "greater")
UNITS = ("people", "percent")


@st.composite
def figures(draw: st.DrawFn, id: str = "f") -> Figure:
    """A figure that stands for some number: any qualifier, up to two decimals, mostly small."""
    printed = f"{draw(st.integers(-12, 40) | st.integers(-3000, 3000))}"
    places = draw(st.sampled_from((0, 0, 0, 1, 2)))
    if places:
        printed += "." + "".join(draw(st.sampled_from("0123456789")) for _ in range(places))
    value = Fraction(printed)
    qualifier = draw(st.sampled_from(("", "", "", "count", "about", "estimate", "at_least", "at_most")))
    unit = draw(st.sampled_from(UNITS))
    precision = draw(st.none() | st.sampled_from((Fraction(1, 2), Fraction(1), Fraction(5), Fraction(10))))
    if value == 0 and qualifier in ("about", "estimate"):
        precision = Fraction(2)
    if value < 0 and qualifier == "at_most":
        unit = "percent"
    period = draw(st.sampled_from(("2017", "2018", "2020", "2025", "2030")))
    return Figure(id, id, printed, value, unit, period, "E1", "", qualifier, precision, "s", "", "")


def named_figures(number: int) -> st.SearchStrategy[dict[str, Figure]]:
    ids = [f"f{place}" for place in range(number)]
    return st.tuples(*map(figures, ids)).map(lambda drawn: dict(zip(ids, drawn, strict=True)))


@st.composite
def relations(draw: st.DrawFn, id: str, names: list[str], kinds: tuple[str, ...]) -> Relation:
    """A relation of one of the kinds, whose operands may repeat but never hold the result."""
    kind = draw(st.sampled_from(kinds))
    least, most = {"equal": (1, 1), "linear": (3, 5), "sum": (1, 4), "product": (1, 3)}.get(kind, (2, 2))
    result = "" if kind in ("greater", "linear") else draw(st.sampled_from(names))
    others = [name for name in names if name != result]
    operands = tuple(draw(st.lists(st.sampled_from(others), min_size=least, max_size=most)))
    constant = draw(st.sampled_from((Fraction(1000), Fraction(5, 2)))) if kind == "rate" else None
    reason = draw(st.sampled_from(("", "", "", "", "", "another year")))
    return Relation(id, kind, result, operands, constant, reason, "")


@st.composite
def packs(
    draw: st.DrawFn, kinds: tuple[str, ...], most: int = 5, counts: int = 2
) -> tuple[dict[str, Figure], dict[str, Relation]]:
    """Six figures, some relations between them, and counts of the relations and counts drawn before."""
    named = draw(named_figures(6))
    drawn = {f"r{n}": draw(relations(f"r{n}", list(named), kinds)) for n in range(draw(st.integers(1, most)))}
    for n in range(draw(st.integers(0, counts))):
        asked = tuple(draw(st.lists(st.sampled_from(list(drawn)), min_size=1, max_size=4, unique=True)))
        drawn[f"c{n}"] = Relation(f"c{n}", "count", draw(st.sampled_from(list(named))), asked, None, "", "")
    order = draw(st.permutations(list(drawn)))
    return named, {id: drawn[id] for id in order}


def inside(interval: Interval) -> list[Fraction]:
    """Some numbers of an interval: its closed ends, numbers just inside its open ends, its middle."""
    near = Fraction(1, 1000)
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 1000
    high = interval.high if interval.high is not None else low + 2000
    first = low + near * (high - low) if interval.low_open or interval.low is None else low
    last = high - near * (high - low) if interval.high_open or interval.high is None else high
    nought = [Fraction(0)] if first <= 0 <= last else []
    return sorted({first, (first + last) / 2, last, *nought})


def exactly(figure: Figure, value: Fraction) -> Figure:
    """The figure, had it been printed as an exact count of this value."""
    return replace(figure, printed=str(value), value=value, qualifier="count", precision=None)
