"""What others may ask of places."""

import math
import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.db.models import QuerySet

from marketcross.engine.vocabulary.postcode import normal_postcode

from .models import Locality, Postcode, PostcodeLocality

__all__ = [
    "find_places",
    "localities",
    "localities_by_postcode",
    "localities_of",
    "locality",
    "metres_between",
    "normal_postcode",
    "postcode",
]

COUNCIL_LOCALITY = Locality.Kind.COUNCIL_LOCALITY
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_NEAR_ENOUGH = 0.75  # of difflib's likeness: one wrong letter in a short name, two in a longer one


def postcode(text: str) -> Postcode | None:
    """The postcode that somebody wrote, terminated ones included; None where it is none or is not known here."""
    written = normal_postcode(text)
    return Postcode.objects.filter(pk=written).first() if written else None


def localities_of(postcode: str) -> dict[str, Locality]:
    """The locality of each kind that a postcode lies in, by kind; empty where the postcode is not known."""
    links = PostcodeLocality.objects.filter(postcode=normal_postcode(postcode) or "").select_related("locality")
    return {link.kind: link.locality for link in links}


def localities_by_postcode(postcodes: Iterable[str], kind: str = COUNCIL_LOCALITY) -> dict[str, Locality]:
    """The locality of one kind that each postcode lies in, in one query; those that are not known are left out.

    Postcodes are as they are kept ("ZX1 0AA").
    """
    links = PostcodeLocality.objects.filter(postcode__in=set(postcodes), kind=kind).select_related("locality")
    return {link.postcode_id: link.locality for link in links}


def localities(kind: str = COUNCIL_LOCALITY) -> QuerySet[Locality]:
    """All localities of one kind, by name."""
    return Locality.objects.filter(kind=kind).order_by("name", "code")


def locality(code: str, kind: str = COUNCIL_LOCALITY) -> Locality | None:
    """The locality of a code within its kind."""
    return Locality.objects.filter(kind=kind, code=code).first()


def find_places(text: str) -> list[Locality]:
    """The localities that somebody may mean by a name, the beginning of one, a postcode or its first half.

    Names that hold all the words come first, else those nearest in spelling. Nothing found is an empty list.
    """
    if at := localities_of(text):
        return list(at.values())
    if _DISTRICT.fullmatch(district := text.strip().upper()):
        return list(Locality.objects.filter(links__postcode__pk__startswith=f"{district} ").distinct())
    every = list(Locality.objects.all())
    words = _words(text)
    held = [place for place in every if words and _holds(_words(place.name), words)]
    return held or _nearest(every, " ".join(words))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("'", "").replace("’", ""))


def _holds(name: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _nearest(every: list[Locality], text: str) -> list[Locality]:
    names = {place.pk: " ".join(_words(place.name)) for place in every}
    near = get_close_matches(text, set(names.values()), n=5, cutoff=_NEAR_ENOUGH)
    return [place for name in near for place in every if names[place.pk] == name]


def metres_between(a: Postcode, b: Postcode) -> int | None:
    """How far apart two postcodes lie as the crow flies, to the metre; None where either place is not known."""
    if None in (a.easting, a.northing, b.easting, b.northing):
        return None
    return round(math.dist((a.easting, a.northing), (b.easting, b.northing)))
