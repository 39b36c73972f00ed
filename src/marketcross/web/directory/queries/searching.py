"""Search the directory."""

from dataclasses import dataclass

from marketcross.web.directory.search.asking import Here, ask
from marketcross.web.directory.search.finding import STEPS, Found, find
from marketcross.web.directory.search.understanding import Understood, understand
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.places import queries as places

from .summaries import ServiceSummary, summaries, summary


@dataclass(frozen=True, slots=True)
class Terms:
    """What was looked for, in codes: what a want keeps."""

    category: str = ""
    locality: str = ""
    group: str = EVERYBODY
    time: str = ANY
    price: str = ANY


@dataclass(frozen=True, slots=True)
class Results:
    """``hits``: those as asked for first. ``matched``: codes that the words were understood as. ``widened``: the
    conditions that hits after those do not meet, of STEPS. ``terms``: for leaving a want. ``place_known``: the place is
    one of ours."""

    hits: tuple[ServiceSummary, ...]
    matched: tuple[str, ...]
    widened: tuple[str, ...]
    terms: Terms
    understood: Understood
    place_known: bool = True

    @property
    def exact(self) -> tuple[ServiceSummary, ...]:
        """The hits that are as asked for."""
        return tuple(hit for hit in self.hits if hit.exact)

    @property
    def nearly(self) -> tuple[ServiceSummary, ...]:
        """The hits that are not."""
        return tuple(hit for hit in self.hits if not hit.exact)


def search(
    text: str = "",
    *,
    postcode: str = "",
    category: str = "",
    group: str = "",
    time: str = "",
    price: str = "",
    direct_payments: bool = False,
    limit: int = 20,
) -> Results:
    """Find services in somebody's own words, near a place and for people who live there.

    ``postcode`` may be the name of a place as well. A code that stands in no list counts as none.
    """
    understood = understand(text)
    here, locality = _place(postcode)
    asked = ask(
        understood, category=category, group=group, time=time, price=price, here=here,
        direct_payments=direct_payments, words_given=bool(text.strip()),
    )  # fmt: skip
    found = find(asked, limit=limit)
    return Results(
        hits=_hits(found),
        matched=understood.codes,
        widened=tuple(step for step in STEPS if any(step in one.differs for one in found)),
        terms=Terms(
            category=category or next(iter(understood.categories), ""),
            locality=locality,
            group=group or understood.group or EVERYBODY,
            time=time or understood.time or ANY,
            price=price or understood.price or ANY,
        ),
        understood=understood,
        place_known=here is not None or not postcode.strip(),
    )


def _place(text: str) -> tuple[Here | None, str]:
    """Where a postcode or a place's name is, and the council locality's code; nowhere for one that we do not know."""
    if at := places.postcode(text):
        lies_in = places.localities_of(at.pk)
        code = lies_in["council_locality"].code if "council_locality" in lies_in else ""
        return Here(frozenset(one.pk for one in lies_in.values()), at.easting, at.northing), code
    named = [place for place in places.find_places(text) if text.strip()] if text.strip() else []
    council = [place for place in named if place.kind == "council_locality"]
    if not named:
        return None, ""
    return Here(frozenset(place.pk for place in council or named)), council[0].code if council else ""


def _hits(found: list[Found]) -> tuple[ServiceSummary, ...]:
    services = summaries(one.service for one in found)
    return tuple(
        summary(services[one.service], differs=one.differs, metres=one.metres, eligible=one.eligible)
        for one in found
        if one.service in services
    )
