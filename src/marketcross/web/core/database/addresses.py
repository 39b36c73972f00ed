"""The three addresses of this installation's database, embedded or not."""

import json
from collections.abc import Mapping
from pathlib import Path

from . import roles
from .place import place_for
from .supervisor import Server

# Django's names for the three roles' connections.
ALIASES: Mapping[str, str] = {"default": roles.APP, "owner": roles.OWNER, "reader": roles.READER}


def embedded(data: Path) -> dict[str, str]:
    """The addresses of the embedded database of ``data``, whether or not it runs now; made on its first start."""
    place = place_for(data)
    if not place.passwords.exists():
        return {alias: f"postgresql://{role}@not-started/{roles.DATABASE}" for alias, role in ALIASES.items()}
    server = Server(place, json.loads(place.passwords.read_text()))
    return {alias: server.url(role) for alias, role in ALIASES.items()}
