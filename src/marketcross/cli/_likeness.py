"""A pack's people.toml and its printed figures as the ``Likeness`` that a made population is fitted to."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.printed import printed_interval
from marketcross.engine.vocabulary.age_band import AgeBand, age_band_named
from marketcross.statement.pack import Pack
from marketcross.statement.reading import PackErrors, Problem, read_pack
from marketcross.synth.people import Likeness, Place, Printed

FILE = "people.toml"
_PACKS = Path("packs")
_ONE = ("total", "not_white", "black")
_SEVERAL = ("ages", "carers", "carers_50_hours")
_BY_PLACE = ("older", "everybody", "owned")
_KINDS = ("council", "health", "network")
_KEYS = (*_ONE, *_SEVERAL, *_BY_PLACE, "localities")


def pack_folder(named: str) -> Path:
    """A folder as given, or the pack of that name in ``packs``."""
    return Path(named) if Path(named).is_dir() or not (_PACKS / named).is_dir() else _PACKS / named


def likeness(folder: Path) -> Likeness:
    """What the pack says of its people. Raises PackErrors: everything that is wrong, with file and line."""
    pack = read_pack(folder)
    if not (folder / FILE).is_file():
        _refuse([Problem(FILE, 1, "is missing: it names the figures to fit people to (docs/method/made-people.md)")])
    text = (folder / FILE).read_text(encoding="utf-8")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _refuse([Problem(FILE, 1, f"is not TOML: {error}")])
    return _Reading(pack, text, content).likeness()


def _refuse(problems: list[Problem]) -> NoReturn:
    raise PackErrors(tuple(problems))


class _Reading:
    """Asks the file for its keys, and gathers what is wrong."""

    def __init__(self, pack: Pack, text: str, content: Mapping[str, Any]) -> None:
        self.pack, self.content, self.problems = pack, content, list[Problem]()
        self._lines = text.splitlines()

    def likeness(self) -> Likeness:
        for key in self.content:
            if key not in _KEYS:
                self._wrong(key, f"unknown key {key}: the keys are {', '.join(_KEYS)}")
        one = {key: self._figure(key, self.content[key]) for key in _ONE if key in self.content}
        several = {key: self._figures(key) for key in _SEVERAL}
        if one.get("total") is None and any(several.values()):
            self._wrong("", 'total is missing: name the figure that counts everybody, total = "..."')
        places, localities = self._places(), self._localities()
        if self.problems:
            _refuse(self.problems)
        return Likeness(
            self.pack.area_name,
            one.get("total"),
            several["ages"],
            places,
            several["carers"],
            several["carers_50_hours"],
            one.get("black"),
            one.get("not_white"),
            localities,
        )

    def _wrong(self, word: str, message: str) -> None:
        line = next((number for number, text in enumerate(self._lines, 1) if word and word in text), 1)
        self.problems.append(Problem(FILE, line, message))

    def _figures(self, key: str) -> tuple[Printed, ...]:
        given = self.content.get(key, [])
        if not isinstance(given, list):
            self._wrong(key, f'{key} is no list: write {key} = ["...", "..."]')
            return ()
        found = (self._figure(key, id, with_ages=key == "ages") for id in given)
        return tuple(figure for figure in found if figure)

    def _figure(self, key: str, id: Any, *, with_ages: bool = False) -> Printed | None:
        figure = self.pack.figures.get(id) if isinstance(id, str) else None
        if figure is None:
            self._wrong(str(id), f"{key} names no figure of figures.csv: {id}")
            return None
        if figure.unit not in ("people", "percent"):
            self._wrong(figure.id, f"{figure.id} counts {figure.unit}: people or percent can be fitted")
            return None
        band = age_band_named(figure.group) if with_ages else None
        if with_ages and band is None:
            self._wrong(figure.id, f"the group of {figure.id} names no ages: {figure.group!r}")
            return None
        return _printed(figure, band)

    def _places(self) -> tuple[Place, ...]:
        tables = {key: self._table(key) for key in _BY_PLACE}
        known = {locality.id: locality.name for locality in self.pack.localities}
        for key, table in tables.items():
            for id in table:
                if id not in known:
                    self._wrong(id, f"[{key}] {id} is no locality of pack.toml")
        shared = [id for id in known if id in tables["older"] or id in tables["everybody"]]
        for id in tables["owned"]:
            if id in known and id not in shared:
                self._wrong(id, f"[owned] {id} has no share of people: name one in [older] or [everybody]")
        return tuple(
            Place(
                id, known[id], *(self._figure(key, table[id]) if id in table else None for key, table in tables.items())
            )
            for id in shared
        )

    def _table(self, key: str) -> Mapping[str, Any]:
        table = self.content.get(key, {})
        if isinstance(table, dict):
            return table
        self._wrong(key, f"{key} is no table: write [{key}] on a line of its own")
        return {}

    def _localities(self) -> dict[str, int]:
        """How many localities of each kind the pack prints."""
        found = {}
        for kind, id in self._table("localities").items():
            figure = self.pack.figures.get(id) if isinstance(id, str) else None
            if kind not in _KINDS:
                self._wrong(kind, f"[localities] {kind} is unknown: the kinds are {', '.join(_KINDS)}")
            elif figure is None or figure.value.denominator != 1 or figure.value < 1:
                self._wrong(str(id), f"[localities] {kind} names no figure that counts localities: {id}")
            else:
                found[kind] = int(figure.value)
        return found


def _printed(figure: Figure, band: AgeBand | None) -> Printed:
    interval = printed_interval(figure)
    low = Fraction(0) if interval.low is None else interval.low
    return Printed(figure.id, figure.label, figure.printed, figure.unit, figure.value, low, interval.high, band)
