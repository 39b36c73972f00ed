"""Addresses that carry codes from page to page."""

from dataclasses import asdict

from django.utils.http import urlencode

from marketcross.web.directory.queries import Terms
from marketcross.web.directory.vocabulary import ANY, EVERYBODY


def with_terms(address: str, terms: Terms) -> str:
    """An address with the codes that say something."""
    said = {name: code for name, code in asdict(terms).items() if code not in ("", ANY, EVERYBODY)}
    return f"{address}?{urlencode(said)}" if said else address
