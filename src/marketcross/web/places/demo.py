"""The postcodes of a made borough, for a demonstration or a test."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from marketcross.opendata.postcodes import PostcodeRow
from marketcross.synth.people import Made
from marketcross.web.core.actor import SYSTEM

from .actions import load_postcodes
from .made_rows import made_rows
from .models import PostcodeLoad


def make(*, at: datetime, made: Iterable[Made]) -> PostcodeLoad:
    """Load the postcodes of made people, so that each made household's postcode has its localities."""
    rows = (row for one in made for row in rows_of(one))
    return load_postcodes(by=SYSTEM, at=at, rows=rows, source="a made borough")


def rows_of(made: Made) -> Iterator[PostcodeRow]:
    """The postcodes of one neighbourhood's made households."""
    own = {name: str(cells[0]) for name, cells in made.tables["neighbourhoods"].items()}
    return made_rows(own, made.tables["households"]["postcode"].tolist())
