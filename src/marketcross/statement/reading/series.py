"""series/population.csv, rates.csv and clients.csv: tidy tables by year, sex and age band."""

from fractions import Fraction
from typing import NamedTuple

from marketcross.statement.pack import ClientRow, PopulationRow, RateRow
from marketcross.statement.reading.bands import Bands, Sexes, band_of
from marketcross.statement.reading.cells import number, whole
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.printed_figures import check_source
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.tables import Row, table

POPULATION, POPULATION_COLUMNS = "series/population.csv", "area,year,sex,age_from,age_to,people"
RATES, RATE_COLUMNS = "series/rates.csv", "condition,sex,age_from,age_to,rate,source"
CLIENTS, CLIENT_COLUMNS = "series/clients.csv", "area,service,group,year,people"


class Series(NamedTuple):
    population: tuple[PopulationRow, ...]
    rates: tuple[RateRow, ...]
    clients: tuple[ClientRow, ...]


def read_series(folder: Folder, sources: Names) -> Series:
    sexes = Sexes(folder.problems)
    return Series(_population(folder, sexes), _rates(folder, sources, sexes), _clients(folder))


def _population(folder: Folder, sexes: Sexes) -> tuple[PopulationRow, ...]:
    found, bands = [], Bands()
    for row in table(folder, POPULATION, POPULATION_COLUMNS) if folder.has(POPULATION) else ():
        band, year, people = band_of(row, sexes), _year(row), _people(row)
        if band is not None and year is not None and people is not None:
            bands.add(row, band, (row["area"], year, band.sex))
            found.append(PopulationRow(row["area"], year, *band, people))
    bands.refuse_overlaps()
    return tuple(found)


def _rates(folder: Folder, sources: Names, sexes: Sexes) -> tuple[RateRow, ...]:
    found, bands = [], Bands()
    for row in table(folder, RATES, RATE_COLUMNS) if folder.has(RATES) else ():
        band, rate, known = band_of(row, sexes), _rate(row), check_source(row, sources)
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
