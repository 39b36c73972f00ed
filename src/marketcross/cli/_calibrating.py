"""``marketcross allocate calibrate`` and ``check``: what past plans say of a scheme."""

import json
from pathlib import Path

import click
import numpy as np

from marketcross.cli._tables import BAD_INPUT, FILE, OUT, refuse, said_plainly, strict_option
from marketcross.engine.rules.allocation import PointsScheme, Reckoner
from marketcross.engine.rules.allocation.calibration import History, TooFewPlansError, calibrated
from marketcross.engine.rules.allocation.hold_out import HoldOut, hold_out, judge
from marketcross.engine.rules.allocation.report import Groups, Report, report
from marketcross.opendata.policies import (
    COST,
    People,
    SchemeFileError,
    group_column,
    read_people,
    read_scheme,
    write_scheme,
)
from marketcross.opendata.tables import RejectedRows

_history = click.argument("history", type=FILE)
_scheme = click.option("--scheme", "scheme_file", type=FILE, required=True, help="The scheme.")
_by = click.option("--by", multiple=True, metavar="COLUMN", help="A column of groups to compare; may be repeated.")
_seed = click.option("--seed", type=int, default=1, show_default=True, help="Of the lots that are drawn.")
_fewest = click.option("--fewest", type=click.IntRange(5), default=10, show_default=True, help="Smallest group shown.")


@click.command()
@_history
@_scheme
@click.option("--out", type=OUT, required=True, help="The calibrated scheme: .yaml or .json. A report lies beside it.")
@_by
@_seed
@_fewest
@strict_option
def calibrate(
    history: Path, scheme_file: Path, out: Path, by: tuple[str, ...], seed: int, fewest: int, strict: bool
) -> None:
    """Find a points scheme's price table anew from past plans, and judge it on plans kept back.

    HISTORY holds a row for each past plan: the answers, and its 'cost' a week at today's prices.
    """
    with said_plainly(SchemeFileError, TooFewPlansError):
        scheme = read_scheme(scheme_file)
        if not isinstance(scheme, PointsScheme):
            refuse(
                f"{scheme_file}: a ready reckoner has nothing to calibrate: its sums are hours at local prices. "
                "See how it meets past plans with 'marketcross allocate check'."
            )
        people, past, groups = _plans(history, scheme, by, strict)
        found = calibrated(scheme, past, source=f"{len(past.cost):,} past plans ({history.name})")

        def held(group: np.typing.NDArray[np.object_]) -> HoldOut:
            return hold_out(scheme, past, group, rng=np.random.default_rng(seed), fewest=fewest)

        by_group = {column: held(group) for column, group in groups.items()}
        overall = held(_nobody(past))
        write_scheme(out, found)
    rng = np.random.default_rng(seed)
    _written(
        out.with_name(f"{out.stem}.report.json"),
        report(found, past, overall, by_group, groups, rng=rng, fewest=fewest),
    )
    _finished(out, people)


@click.command()
@_history
@_scheme
@click.option("--out", type=OUT, required=True, help="The report, a .json file.")
@_by
@_seed
@_fewest
@strict_option
def check(
    history: Path, scheme_file: Path, out: Path, by: tuple[str, ...], seed: int, fewest: int, strict: bool
) -> None:
    """See how a scheme's sums meet what past plans cost, and whether groups with the same need were treated alike."""
    with said_plainly(SchemeFileError):
        scheme = read_scheme(scheme_file)
        people, past, groups = _plans(history, scheme, by, strict)
    by_group = {column: judge(scheme, past, group, learned=0, fewest=fewest) for column, group in groups.items()}
    overall = judge(scheme, past, _nobody(past), learned=0, fewest=fewest)
    rng = np.random.default_rng(seed)
    _written(out, report(scheme, past, overall, by_group, groups, rng=rng, fewest=fewest))
    _finished(out, people)


def _plans(
    history: Path, scheme: Reckoner | PointsScheme, by: tuple[str, ...], strict: bool
) -> tuple[People, History, Groups]:
    further = (COST, *map(group_column, by))
    people = read_people(history, scheme, further, strict=strict, saying="Reading past plans")
    past = History(people.given, people.cells[COST.name].astype(np.int64))
    return people, past, {column: people.group(column) for column in by}


def _nobody(past: History) -> np.typing.NDArray[np.object_]:
    """No groups: everybody in one that nobody looks at."""
    return np.full(len(past.cost), "", dtype=object)


def _written(path: Path, found: Report) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found.as_dict(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for reading in found.readings:
        click.echo(reading)


def _finished(out: Path, people: People) -> None:
    """List the bad rows beside the output, and exit with 2 where there are any."""
    with RejectedRows(out) as rejected:
        rejected.add(people.problems)
    if rejected.rows:
        click.echo(f"{rejected.rows:,} rows left out, each with what would be right: {rejected.path}", err=True)
        raise SystemExit(BAD_INPUT)
