"""All models of a pack computed, or every reason why not, each with its line in models.toml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any

from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import Complaint, UnusableError, answers, as_table_of, refuse
from marketcross.statement.models.building import Building, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.kinds import KINDS
from marketcross.statement.models.lines import Lines
from marketcross.statement.models.values import as_figure, as_text
from marketcross.statement.pack import Pack
from marketcross.statement.reading.problems import PackErrors, Problem

MODELS = "models.toml"
_ID = re.compile(r"[a-z0-9][a-z0-9_]*")
CHARTS = ("", "bars", "stacked", "lines")


@dataclass(frozen=True, kw_only=True)
class Shared:
    """The keys that every kind has."""

    id: Annotated[str, as_text]
    kind: Annotated[str, as_text]
    title: Annotated[str, as_text] = ""
    note: Annotated[str, as_text] = ""
    chart: Annotated[str, as_text] = ""
    printed: Annotated[Mapping[str, Input], as_table_of(as_figure)] = field(default_factory=dict)


SHARED = tuple(Shared.__dataclass_fields__)


def compute(pack: Pack) -> dict[str, ModelResult]:
    """Results by the id of the model, in the order of models.toml. Raises PackErrors with all that is wrong in it."""
    lines = Lines(pack.path / MODELS)
    results: dict[str, ModelResult] = {}
    problems: list[Problem] = []
    for number, given in enumerate(pack.models):
        try:
            result = _compute(pack, given, results)
            results[result.id] = result
        except UnusableError as error:
            problems += [Problem(MODELS, lines.of(number, place), text) for place, text in error.complaints]
    if problems:
        raise PackErrors(tuple(sorted(set(problems))))
    return results


def _compute(pack: Pack, given: Mapping[str, Any], before: Mapping[str, ModelResult]) -> ModelResult:
    shared = answers(Shared, pack, {name: given[name] for name in SHARED if name in given}, "the model")
    if complaints := list(_complaints(pack, shared, before)):
        raise UnusableError(*complaints)
    kind = KINDS[shared.kind]
    asked: object = answers(kind.asked, pack, {name: given[name] for name in given if name not in SHARED}, shared.kind)
    title = shared.title or words(shared.id)
    building = Building(shared.id, shared.kind, title, shared.note, shared.chart, kind.method, pack)
    try:
        result: ModelResult = kind.compute(building, asked, shared.printed)
    except ZeroDivisionError:
        raise refuse(
            "an input that something is divided by is 0; leave that input out, or correct it", "kind"
        ) from None
    return result


def _complaints(pack: Pack, shared: Shared, before: Mapping[str, ModelResult]) -> Iterator[Complaint]:
    if not _ID.fullmatch(shared.id):
        yield ("id",), f"id '{shared.id}' must be lower-case letters, digits and _"
    if shared.id in pack.figures:
        yield ("id",), f"id '{shared.id}' is the id of a figure; give the model another"
    if shared.id in before:
        yield ("id",), f"id '{shared.id}' is given to two models; give one another id"
    if shared.kind not in KINDS:
        near = get_close_matches(shared.kind, KINDS, 1)
        yield ("kind",), f"no kind is called '{shared.kind}'; " + (f"did you mean {near[0]}?" if near else _all_kinds())
    if shared.chart not in CHARTS:
        yield ("chart",), f"chart must be bars, stacked or lines, not '{shared.chart}'"


def _all_kinds() -> str:
    return f"there are {', '.join(KINDS)}"
