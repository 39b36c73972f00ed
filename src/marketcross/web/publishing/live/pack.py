"""Live evidence as an evidence pack: the folder that ``marketcross statement`` builds from."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify

from marketcross.web.places.queries import localities
from marketcross.web.publishing.models import Edition, EvidenceSnapshot
from marketcross.web.publishing.words import period_words

from .figures import LiveFigure, figures_of, relations_of
from .sections import sections_of

TITLE = "What people want and cannot find"
SOURCE = "wants"
FIGURES = (
    "id", "label", "value", "unit", "period", "area", "group", "qualifier", "precision", "source", "locator", "note",
)  # fmt: skip
RELATIONS = ("id", "kind", "result", "operands", "constant", "not_comparable", "note")


def write_pack(edition: Edition, folder: Path, *, published: date | None, address: str) -> Path:
    """Write the pack of an edition into ``folder``, a new one; ``address`` is the public one of its snapshot.

    ``published`` None makes a draft, which begins with a list of what is still to do.
    """
    figures = figures_of(edition.snapshot)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(_toml(edition, published), encoding="utf-8")
    _write(folder / "sources.csv", [["id", "title", "publisher", "year", "locator_kind"], _source(edition.snapshot)])
    _write(folder / "figures.csv", [FIGURES, *(_figure(one, edition.snapshot, address) for one in figures.values())])
    _write(folder / "relations.csv", [RELATIONS, *relations_of(figures)])
    (folder / "statement").mkdir(exist_ok=True)
    for number, (slug, text) in enumerate(sections_of(edition, figures), 1):
        (folder / "statement" / f"{number:02d}-{slug}.md").write_text(text, encoding="utf-8")
    return folder


def _toml(edition: Edition, published: date | None) -> str:
    """``pack.toml``. Text from settings is written as TOML's basic strings, in which nothing can be escaped from."""
    environment = settings.ENVIRONMENT
    lines = ["[area]", _pair("name", environment.council_name), _pair("code", area_code()), "", "[statement]"]
    lines += [_pair("title", TITLE), _pair("edition", f"Edition {edition.number}")]
    lines += [f"published = {published}"] if published else []
    lines += [_pair("publisher", environment.council_name), _pair("contact_email", environment.contact_email)]
    for place in localities():
        lines += ["", "[[localities]]", _pair("id", place_id(place.code)), _pair("name", place.name)]
    return "\n".join(lines) + "\n"


def area_code() -> str:
    """A name for the whole area that is no locality's: the settings know no ONS code."""
    return slugify(settings.ENVIRONMENT.council_name) or "area"


def place_id(code: str) -> str:
    return f"place-{code}"


def _pair(key: str, value: str) -> str:
    safe = "".join(f"\\u{ord(c):04x}" if c in '"\\' or ord(c) < 32 or ord(c) == 127 else c for c in value)
    return f'{key} = "{safe}"'


def _source(snapshot: EvidenceSnapshot) -> list[str]:
    title = f"Wants counted from {period_words(snapshot.starts_on, snapshot.ends_on)}"
    return [SOURCE, title, settings.ENVIRONMENT.council_name, str(snapshot.counted_on.year), "page"]


def _figure(one: LiveFigure, snapshot: EvidenceSnapshot, address: str) -> list[str]:
    exact, area = snapshot.rounded_to == 1, place_id(one.place) if one.place else ""
    return [
        one.id, one.label, str(one.value), "wants", str(one.last_day), area, one.group,
        "count" if exact else "", "" if exact else str(snapshot.rounded_to), SOURCE, address, one.note,
    ]  # fmt: skip


def _write(path: Path, rows: Iterable[Iterable[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
