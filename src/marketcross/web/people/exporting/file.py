"""The file that another installation reads: docs/reference/person-file.md."""

import hashlib
import json
from datetime import date
from typing import Any

from django.conf import settings

from .gathering import Held

FORMAT, VERSION = "marketcross-person", 1
CODE_LISTS = {
    "people": "docs/reference/person-file.md",
    "nhs_number": "https://www.datadictionary.nhs.uk/attributes/nhs_number.html",
    "gp_practice": "https://digital.nhs.uk/services/organisation-data-service",
}


def as_file(held: dict[str, Any], *, on: date) -> dict[str, Any]:
    """The document of what is held. ``checksum`` is that of everything else in it."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": on.isoformat(),
        "council": settings.ENVIRONMENT.council_name,
        "codes": CODE_LISTS,
        **held,
    }
    return document | {"checksum": checksum(document)}


def for_another_council(held: Held, *, on: date) -> dict[str, Any]:
    """The document for whoever goes on caring: the record, without who looked and what we did."""
    return as_file({"record": held.as_data()["record"]}, on=on)


def checksum(document: dict[str, Any]) -> str:
    """SHA-256 of the document without its checksum, as JSON with sorted keys and no spare spaces, in UTF-8."""
    rest = {name: value for name, value in document.items() if name != "checksum"}
    return hashlib.sha256(
        json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()


def as_bytes(document: dict[str, Any]) -> bytes:
    """As it is saved: readable by people too."""
    return (json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")
