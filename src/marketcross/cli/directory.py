"""``marketcross directory``: read another directory's services or the CQC's register, and write ours for download."""

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from marketcross.cli._database import with_database
from marketcross.cli._tables import BAD_INPUT, FILE, refuse, said_plainly
from marketcross.opendata.cqc import Location, read_latest_ratings, read_register, with_ratings
from marketcross.opendata.finding import BadFileError

_SHOWN = 20


@click.group()
def command() -> None:
    """The directory by machine: Open Referral UK (docs/method/open-referral.md), the CQC's register (trust.md)."""


@command.command("import-referral")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--source", required=True, help="Whose data it is: a short name, the same each time.")
@click.option("--kinds", type=FILE, help="A table term,kind: foreign terms (identifier or name) to our kinds.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--without-refused", is_flag=True, help="Write the rest although some were refused.")
@click.option("--keep-lookalikes", is_flag=True, help="Enter lookalikes of ours as services of their own.")
@click.option("--hide-gone", is_flag=True, help="Hide what came from this source before and is not in it now.")
@click.option("--trust-checks", is_flag=True, help="Take over the dates on which the source checked its services.")
def import_referral(
    path: Path, source: str, kinds: Path | None, dry_run: bool, without_refused: bool, **how: bool
) -> None:
    """Read saved pages of an Open Referral UK 3.0 API, or a package, from a file or folder.

    Exit status: 0 done (or would be), 2 something was refused or could not be read, and then nothing was written.
    """
    table = _kinds(kinds) if kinds else {}

    def work() -> bool:
        return _import(path, source[:60], table, dry_run=dry_run, without_refused=without_refused, how=how)

    if not with_database(work):
        raise SystemExit(BAD_INPUT)


@command.command("load-register")
@click.argument("file", type=FILE)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the file.")
@click.option("--ratings", type=FILE, help="The latest ratings of the same month, with the five key questions.")
@click.option("--local-authority", "authorities", multiple=True, help="Keep only its places. Repeat for more.")
@click.option("--part", is_flag=True, help="The file holds only some places: what it does not have has not closed.")
@click.option("--closes-many", is_flag=True, help="More than a tenth of the places have really closed.")
def load_register(
    file: Path, on: datetime, ratings: Path | None, authorities: tuple[str, ...], *, part: bool, closes_many: bool
) -> None:
    """Load the CQC's register, in any layout that `marketcross cqc check` reads, and say what changed.

    Exit status: 0 loaded, 2 bad input, and then nothing was changed.
    """
    with said_plainly(BadFileError):
        locations = read_register(file)
        locations = with_ratings(locations, read_latest_ratings(ratings)) if ratings else locations
    if authorities:
        locations = [one for one in locations if one.local_authority in authorities]

    def work() -> str:
        return _load(locations, on.date(), file.name, part=part, closes_many=closes_many)

    click.echo(with_database(work))


@command.command()
def package() -> None:
    """Write the package for download now, as each night's job does."""
    click.echo(with_database(_package))


def _kinds(path: Path) -> dict[str, str]:
    """The council's table; what is wrong with it is said at once."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or not {"term", "kind"} <= set(rows[0]):
        refuse(f"{path.name}: needs a first line with the headings term,kind")
    return {(row["term"] or "").strip(): (row["kind"] or "").strip() for row in rows}


def _import(path: Path, source: str, table: dict[str, str], *, dry_run: bool, without_refused: bool, how: Any) -> bool:
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.api.importing import import_services, judge, read
    from marketcross.web.directory.api.importing.findings import Finding
    from marketcross.web.directory.categories import kinds

    if unknown := sorted(set(table.values()) - set(kinds())):
        refuse(f"--kinds: there is no kind of support {', '.join(unknown[:5])}; take codes from the list of kinds")
    report = judge(source, read(path), table)
    _show(report)
    if report.of(Finding.REFUSED) and not without_refused:
        click.echo("Nothing was written: mend what was refused, or write the rest with --without-refused.", err=True)
        return False
    if dry_run:
        click.echo("Nothing was written: this was a dry run.")
    else:
        import_services(by=SYSTEM, at=timezone.now(), report=report, **how)
    return True


def _show(report: Any) -> None:
    """How many of each finding, and the first of those that somebody should look at."""
    click.echo(", ".join(f"{count:,} {name}" for name, count in report.counts().items()))
    told = [one for one in report.found if one.words or one.finding.value == "gone"]
    for one in told[:_SHOWN]:
        words = "; ".join(one.words)
        click.echo(f"{one.finding.value}: {': '.join(filter(None, (one.where, one.name, words)))}")
    if len(told) > _SHOWN:
        click.echo(f"and {len(told) - _SHOWN:,} more.")


def _load(locations: list[Location], on: date, source: str, **how: bool) -> str:
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.models import RegistrationChange
    from marketcross.web.directory.registration.loading import RegisterRefused, load_register

    try:
        load = load_register(by=SYSTEM, at=timezone.now(), locations=locations, on=on, source=source, **how)
    except RegisterRefused as refused:
        refuse(refused)
    kinds = RegistrationChange.objects.filter(load=load).values_list("kind", flat=True)
    told = Counter(RegistrationChange.Kind(kind).label for kind in kinds)
    return "\n".join([f"{load.locations:,} locations", *(f"{kind}: {count:,}" for kind, count in sorted(told.items()))])


def _package() -> str:
    from django.utils import timezone

    from marketcross.web.directory.api.bulk import folder, write_package

    write_package(timezone.now())
    return f"written: {folder()}"
