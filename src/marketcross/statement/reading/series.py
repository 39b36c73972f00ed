"""series/population.csv, rates.csv and clients.csv: tidy tables by year, sex and age band."""

from collections import defaultdict
from collections.abc import Hashable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from marketcross.statement.pack import ClientRow, PopulationRow, RateRow
from marketcross.statement.reading.cells import number, one_of, whole
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.printed_figures import check_source
from marketcross.statement.reading.problems import Problems, quoted
from marketcross.statement.reading.tables import Row, table

POPULATION, POPULATION_COLUMNS = "series/population.csv", "area,year,sex,age_from,age_to,people"
RATES, RATE_COLUMNS = "series/rates.csv", "condition,sex,age_from,age_to,rate,source"
CLIENTS, CLIENT_COLUMNS = "series/clients.csv", "area,service,group,year,people"
SEXES = ("male", "female", "persons")
OLDEST = 150


class Series(NamedTuple):
    population: tuple[PopulationRow, ...]
    rates: tuple[RateRow, ...]
    clients: tuple[ClientRow, ...]


class _Band(NamedTuple):
    sex: str
    age_from: int
    age_to: int | None


def read_series(folder: Folder, sources: Names) -> Series:
    sexes = _Sexes(folder.problems)
    return Series(_population(folder, sexes), _rates(folder, sources, sexes), _clients(folder))


def _population(folder: Folder, sexes: "_Sexes") -> tuple[PopulationRow, ...]:
    found, bands = [], _Bands()
    for row in table(folder, POPULATION, POPULATION_COLUMNS) if folder.has(POPULATION) else ():
        band, year, people = _band(row, sexes), _year(row), _people(row)
        if band is not None and year is not None and people is not None:
            bands.add(row, band, (row["area"], year, band.sex))
            found.append(PopulationRow(row["area"], year, *band, people))
    bands.refuse_overlaps()
    return tuple(found)


def _rates(folder: Folder, sources: Names, sexes: "_Sexes") -> tuple[RateRow, ...]:
    found, bands = [], _Bands()
    for row in table(folder, RATES, RATE_COLUMNS) if folder.has(RATES) else ():
        band, rate, known = _band(row, sexes), _rate(row), check_source(row, sources)
        if band is not None and rate is not None and known:
            bands.add(row, band, (row["condition"], band.sex))
            found.append(RateRow(row["condition"], *band, rate, row["source"]))
    bands.refuse_overlaps()
    return tuple(found)


def _clients(folder: Folder) -> tuple[ClientRow, ...]:
    found: list[ClientRow] = []
    lines: dict[tuple[str, str, str, int], int] = {}
    for row in table(folder, CLIENTS, CLIENT_COLUMNS) if folder.has(CLIENTS) else ():
        year, people = _year(row), _people(row)
        if year is None or people is None:
            continue
        key = row["area"], row["service"], row["group"], year
        if lines.setdefault(key, row.line) != row.line:
            row.refuse(f"the same area, service, group and year as line {lines[key]}: keep one of the two")
        found.append(ClientRow(*key, people))
    return tuple(found)


def _year(row: Row) -> int | None:
    year = whole(row, "year")
    if year is not None and not 1800 <= year <= 2200:
        row.refuse(f"year {year} is not between 1800 and 2200: write four digits, like 2020")
        return None
    return year


def _people(row: Row) -> Fraction | None:
    people = number(row, "people")
    if people is not None and people < 0:
        row.refuse(f"people {quoted(row['people'])} is below 0: nobody can be less than absent")
        return None
    return people


def _rate(row: Row) -> Fraction | None:
    rate = number(row, "rate")
    if rate is not None and not 0 <= rate <= 1:
        row.refuse(f"rate {quoted(row['rate'])} is not between 0 and 1: 7.1% is 0.071, 71 per 1,000 is 0.071")
        return None
    return rate


def _band(row: Row, sexes: "_Sexes") -> _Band | None:
    sex, start = one_of(row, "sex", SEXES), whole(row, "age_from")
    end = whole(row, "age_to") if row["age_to"] else None
    if sex is not None:
        sexes.meet(row, sex)
    if sex is None or start is None or (row["age_to"] and end is None):
        return None
    if max(start, end or 0) > OLDEST or (end is not None and end < start):
        row.refuse(f"ages {start} to {end} are no band: age_from first, age_to the same or more, {OLDEST} at the most")
        return None
    return _Band(sex, start, end)


class _Sexes:
    """``persons`` already holds men and women: beside them it would count everybody twice, or nobody."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._first: dict[bool, Row] = {}  # by whether it says persons
        self._said = False

    def meet(self, row: Row, sex: str) -> None:
        self._first.setdefault(sex == "persons", row)
        other = self._first.get(sex != "persons")
        if other is not None and not self._said:
            self._said = True
            row.refuse(
                f"sex {sex} is mixed with {other['sex']} ({other.file} line {other.line}): "
                "use persons throughout, or male and female throughout"
            )


class _Bands:
    """Age bands of one area, year and sex, or of one condition and sex: no age twice."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, list[tuple[int, int, Row]]] = defaultdict(list)

    def add(self, row: Row, band: _Band, where: Hashable) -> None:
        self._rows[where].append((band.age_from, OLDEST + 1 if band.age_to is None else band.age_to, row))

    def refuse_overlaps(self) -> None:
        for bands in self._rows.values():
            bands.sort(key=lambda band: band[:2])
            for (_, end, before), (start, _, row) in pairwise(bands):
                if start <= end:
                    row.refuse(
                        f"ages from {start} overlap line {before.line}, ages {before['age_from']} to "
                        f"{before['age_to'] or 'the oldest'}: let no age stand in two bands"
                    )
