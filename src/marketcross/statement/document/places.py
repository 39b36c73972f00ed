"""What is known about each place, made wherever the pack knows places."""

from collections.abc import Iterator, Sequence

from marketcross.statement.computed import Ref
from marketcross.statement.document.blocks import Block, Heading, Paragraph, Table, Text
from marketcross.statement.document.material import Material
from marketcross.statement.document.tables import set_table
from marketcross.statement.facts import Fact
from marketcross.statement.pack import Locality, Service
from marketcross.statement.printing import period_words

WHAT = ("What", "Figure", "When")
SERVICES = ("Service", "Kind")
PLACES = "Places"


def place_blocks(it: Material) -> tuple[Block, ...]:
    """A heading and tables for each locality of which anything is known; nothing where none is."""
    blocks = tuple(block for locality in it.pack.localities for block in _place(it, locality))
    opening = "Every figure below is printed or computed for one place, and leads to its evidence."
    return (Paragraph((Text(opening),)), *blocks) if blocks else ()


def _place(it: Material, locality: Locality) -> Iterator[Block]:
    facts = list(_facts(it, locality))
    services = [service for service in it.pack.services if service.locality == locality.id]
    if not facts and not services:
        return
    yield Heading(2, it.compositor.anchors.name("place", locality.name), (Text(locality.name),))
    if facts:
        rows = [((Text(_label(fact, locality)),), Ref(fact.id), (Text(period_words(fact.period)),)) for fact in facts]
        yield set_table(it.compositor, f"{locality.name}: figures", WHAT, rows)
    if services:
        yield _services(it, locality, services)


def _facts(it: Material, locality: Locality) -> Iterator[Fact]:
    """What is printed for the place, then what is computed for it and says something else."""
    here = [fact for fact in it.facts.values() if fact.area == locality.id]
    said = {(fact.digits, fact.unit) for fact in here if not fact.computed}
    yield from (fact for fact in here if not fact.computed)
    yield from (fact for fact in here if fact.computed and (fact.digits, fact.unit) not in said)


def _label(fact: Fact, locality: Locality) -> str:
    """The label without the name of the place, which the heading says."""
    for ending in (f" in {locality.name}", f", {locality.name}", f" ({locality.name})"):
        if fact.label.endswith(ending):
            return fact.label.removesuffix(ending)
    return fact.label


def _services(it: Material, locality: Locality, services: Sequence[Service]) -> Table:
    """The services of a place; how many places they have only where a source says so of any."""
    sized = any(service.capacity is not None for service in services)
    columns = (*SERVICES, PLACES) if sized else SERVICES
    rows = [_service(service)[: len(columns)] for service in services]
    return set_table(it.compositor, f"{locality.name}: services named", columns, rows)


def _service(service: Service) -> tuple[tuple[Text, ...], ...]:
    places = "" if service.capacity is None else f"{service.capacity:,}"
    return (Text(service.name),), (Text(service.kind.replace("_", " ").capitalize()),), (Text(places),)
