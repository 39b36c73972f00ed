"""``marketcross reference``: write the generated reference pages, or check that they are up to date."""

from pathlib import Path

import click

from marketcross.cli._reference_pages import PAGES

_FOLDER = Path("docs") / "reference"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; end with 1 and name the pages that are out of date.")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), default=_FOLDER, show_default=True)
def command(check: bool, to: Path) -> None:
    """Write docs/reference from the rules, columns and statutory values. Run it in the project's folder."""
    stale = [name for name, text in PAGES.items() if not _same(to / name, text())]
    if check and stale:
        click.echo(f"Out of date: {', '.join(stale)}. Run 'marketcross reference' and commit what changed.", err=True)
        raise SystemExit(1)
    for name in stale:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_text(PAGES[name](), encoding="utf-8")
        click.echo(f"Wrote {to / name}")


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
