"""pack.toml (whose figures these are) and models.toml (what is computed from them)."""

import re
from collections.abc import Container, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from marketcross.statement.pack import Locality
from marketcross.statement.reading.dates import day_of
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names, complaint_about
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.toml import Table, Toml, read_toml

PACK, MODELS = "pack.toml", "models.toml"
AREA = "name", "code"
STATEMENT = "title", "edition", "published", "publisher", "contact_email"
MAY_LACK = "edition", "published", "contact_email"  # a draft, or an old document that prints none
LOCALITY = "id", "name"
_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+")


class Description(NamedTuple):
    """What pack.toml says; '' where it says nothing, which has then been complained about."""

    area_name: str = ""
    area_code: str = ""
    title: str = ""
    edition: str = ""
    published: date | None = None
    publisher: str = ""
    contact_email: str = ""
    localities: tuple[Locality, ...] = ()


def read_description(folder: Folder) -> Description:
    toml = read_toml(folder, PACK)
    if toml is None:
        return Description()
    toml.only(toml.content, ("area", "statement", "localities"))
    where = toml.words(toml.table("area"), AREA, "[area]")
    about = toml.table("statement")
    what = toml.words(about, STATEMENT, "[statement]", may_lack=MAY_LACK)
    if what["contact_email"] and not _EMAIL.fullmatch(what["contact_email"]):
        toml.refuse(f"contact_email {quoted(what['contact_email'])} is no e-mail address: write one", "[statement]")
    return Description(
        area_name=where["name"],
        area_code=where["code"],
        title=what["title"],
        edition=what["edition"],
        published=_published(toml, about),
        publisher=what["publisher"],
        contact_email=what["contact_email"],
        localities=_localities(toml),
    )


def _published(toml: Toml, about: Table) -> date | None:
    """The day of publication; None for a draft, which leaves it out or empty."""
    day = about.get("published", "")
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    if day == "":
        return None
    found = day_of(day) if isinstance(day, str) else None
    if found is None:
        toml.refuse("published is not a day: write published = 2020-01-31, or leave it out for a draft", "[statement]")
    return found


def _localities(toml: Toml) -> tuple[Locality, ...]:
    found: dict[str, Locality] = {}
    for nth, one in enumerate(toml.tables("localities"), 1):
        header = "[[localities]]"
        words = toml.words(one, LOCALITY, header, nth)
        if words["id"] and check_id(toml, words["id"], found, header, nth):
            found[words["id"]] = Locality(words["id"], words["name"])
    return tuple(found.values())


def check_id(toml: Toml, id: str, taken: Container[str], header: str, nth: int) -> bool:
    complaint = complaint_about(id)
    if complaint is None and id in taken:
        complaint = f"id {quoted(id)} is a duplicate: give one of the two another id"
    if complaint is not None:
        toml.refuse(complaint, header, nth)
    return complaint is None


def read_models(folder: Folder, figures: Container[str]) -> tuple[tuple[Mapping[str, Any], ...], Names]:
    """The tables of models.toml, each with an id that neither a model nor a figure has, and a kind (ADR 0003)."""
    names = Names(MODELS, folder.problems)
    toml = read_toml(folder, MODELS) if folder.has(MODELS) else None
    if toml is None:
        return (), names
    toml.only(toml.content, ("model",))
    for nth, one in enumerate(toml.tables("model"), 1):
        id = toml.words(one, ("id", "kind"), "[[model]]", nth, more_keys=True)["id"]
        if id in figures:
            toml.refuse(f"id {quoted(id)} is a figure's: give the model another", "[[model]]", nth)
        elif id and check_id(toml, id, names.lines, "[[model]]", nth):
            names.lines[id] = nth
    return tuple(toml.tables("model")), names
