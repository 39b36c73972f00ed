"""relations.csv: how the printed figures must agree."""

from collections.abc import Mapping
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from marketcross.engine.evidence.figures import RELATION_KINDS, Figure, Relation
from marketcross.engine.evidence.straight import year_of
from marketcross.statement.reading.cells import number, one_of
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.printed_figures import FIGURES
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.tables import Row, table

RELATIONS, COLUMNS = "relations.csv", "id,kind,result,operands,constant,not_comparable,note"
WITHOUT_RESULT = ("greater", "linear")
PAIRS = ("difference", "ratio", "percent", "change", "rate", "greater")
MOST_YEARS = 60  # of a straight line, of which every three are tried
MOST_FACTORS = 8  # of a product: more is a mistake, and its digits would outgrow what JSON numbers hold


def read_relations(folder: Folder, figures: Mapping[str, Figure], names: Names) -> dict[str, Relation]:
    """Relations by id, in the order of the file."""
    if not folder.has(RELATIONS):
        return {}
    taken, rows, relations = Names(RELATIONS, folder.problems), [], {}
    for row in table(folder, RELATIONS, COLUMNS):
        rows.append(row)
        id, relation = taken.take(row), _relation(row)
        if id is not None and relation is not None:
            relations[id] = relation
    for row in rows:
        _check_names(row, names, taken)
        _check_years(row, figures)
    _check_cycles(rows, relations)
    return relations


def _relation(row: Row) -> Relation | None:
    kind = one_of(row, "kind", RELATION_KINDS)
    if kind is None:
        return None
    operands = tuple(row["operands"].split())
    complaints = [check(row, kind, operands) for check in (_about_result, _about_number, _about_itself)]
    for complaint in filter(None, complaints):
        row.refuse(complaint)
    constant = _constant(row, kind)
    return Relation(row["id"], kind, row["result"], operands, constant, row["not_comparable"], row["note"])


def _about_result(row: Row, kind: str, operands: tuple[str, ...]) -> str:
    if kind in WITHOUT_RESULT:
        return f"{kind} has no result: leave the cell empty, or choose another kind" if row["result"] else ""
    return "" if row["result"] else f"result is missing: name the figure that the {kind} must give"


def _about_number(row: Row, kind: str, operands: tuple[str, ...]) -> str:
    given = f"{kind} is given {len(operands)} operands"
    if kind in PAIRS and len(operands) != 2:
        return f"{given} and needs 2: first and second, with a blank between them"
    if kind == "equal" and len(operands) != 1:
        return f"{given} and needs 1: the figure that must equal the result"
    if kind == "linear" and len(operands) < 3:
        return f"{given} and needs 3 or more: any two are on a straight line"
    if kind == "linear" and len(operands) > MOST_YEARS:
        return f"{given} and takes {MOST_YEARS} at the most: leave out years between"
    if kind == "count" and len(set(operands)) < len(operands):
        return "count names a relation twice: name each once"
    if kind == "product" and len(operands) > MOST_FACTORS:
        return f"{given} and takes {MOST_FACTORS} at the most: multiply in steps"
    return "" if operands else f"{given} and needs some: name ids with a blank between them"


def _about_itself(row: Row, kind: str, operands: tuple[str, ...]) -> str:
    if kind != "count" and row["result"] and row["result"] in operands:
        return f"cycle: the result {quoted(row['result'])} is also an operand: a figure cannot prove itself"
    return ""


def _constant(row: Row, kind: str) -> Fraction | None:
    if kind != "rate":
        if row["constant"]:
            row.refuse(f"constant belongs to rate alone: leave it empty for {kind}")
        return None
    constant = number(row, "constant")
    if constant is not None and constant <= 0:
        row.refuse("constant must be more than 0, like 100000 for a rate per 100,000")
    return constant


def _check_names(row: Row, figures: Names, relations: Names) -> None:
    if row["result"] and figures.lack(row["result"]):
        row.refuse(f"unknown result {quoted(row['result'])}: name a figure of {FIGURES}, or add it there")
    known, file = (relations, RELATIONS) if row["kind"] == "count" else (figures, FIGURES)
    for operand in dict.fromkeys(row["operands"].split()):
        if known.lack(operand):
            row.refuse(f"unknown operand {quoted(operand)}: name an id of {file}, or add it there")


def _check_years(row: Row, figures: Mapping[str, Figure]) -> None:
    if row["kind"] != "linear":
        return
    operands = [figures[id] for id in dict.fromkeys(row["operands"].split()) if id in figures]
    years = {figure.id: year_of(figure.period) for figure in operands}
    for figure in operands:
        if years[figure.id] is None:
            row.refuse(
                f"linear needs years, and {figure.id} is of {quoted(figure.period)}: write 2017 or 2019-20 there"
            )
    if len({year[0] for year in years.values() if year}) > 1:
        row.refuse("linear mixes calendar years (2017) and financial years (2019-20): name figures of one sort")


def _check_cycles(rows: list[Row], relations: Mapping[str, Relation]) -> None:
    """Counts that name each other, one complaint for each ring."""
    needs = {id: set(relation.operands) for id, relation in relations.items() if relation.kind == "count"}
    lines = {row["id"]: row for row in reversed(rows)}
    while True:
        try:
            TopologicalSorter(needs).prepare()
            return
        except CycleError as error:
            ring = list(dict.fromkeys(reversed(error.args[1])))
            lines[ring[0]].refuse(f"cycle: {' counts '.join([*map(quoted, ring), quoted(ring[0])])}: take one out")
            for id in ring:
                needs.pop(id)
