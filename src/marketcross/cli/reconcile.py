"""``marketcross reconcile``: do the figures of an evidence pack agree with each other?"""

import json
from pathlib import Path

import click

from marketcross.engine.evidence.finding import CONTRADICTS
from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.reconciling import in_words, reconcile_pack, reconciliation_json


@click.command()
@click.argument("pack", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects instead of text.")
def command(pack: Path, as_json: bool) -> None:
    """Find every contradiction between the printed figures of PACK that rounding cannot explain.

    Exit status: 0 none found, 1 contradictions, 2 the pack cannot be read (the reasons go to standard error).
    """
    try:
        read = read_pack(pack)
    except PackErrors as errors:
        for problem in errors.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(2) from None
    findings = reconcile_pack(read)
    if as_json:
        click.echo(json.dumps(reconciliation_json(read, findings), indent=2))
    else:
        for line in in_words(read, findings):
            click.echo(line)
    raise SystemExit(any(finding.verdict == CONTRADICTS for finding in findings))
