"""Which allocation scheme the council uses: a published file, named in the settings."""

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from marketcross.engine.rules.allocation import PointsScheme, Reckoner, as_data
from marketcross.opendata.policies import read_scheme

Scheme = Reckoner | PointsScheme


@cache
def _read(path: Path) -> Scheme:
    return read_scheme(path)


def scheme_for(of: str, on: date) -> Scheme | None:
    """The scheme in use on a day for an ``adult`` or a ``carer``; none: the plan is costed from its lines.

    :raises SchemeFileError: the council's file cannot be read.
    """
    scheme = _read(settings.ENVIRONMENT.allocation_scheme)
    in_use = scheme.start <= on and (scheme.until is None or on < scheme.until)
    return scheme if in_use and scheme.person == of and scheme.status == "published" else None


def digest(scheme: Scheme) -> str:
    """SHA-256 of all that the scheme says: two schemes with one digest give the same sums."""
    return hashlib.sha256(json.dumps(as_data(scheme), sort_keys=True).encode()).hexdigest()
