"""Made registrations for made services: no number here is one of the Commission's."""

from datetime import date, datetime, timedelta
from random import Random

from marketcross.opendata.cqc import KeyQuestion, Location, Provider, Rated, Rating, Ratings, Where
from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.models import RegistrationLoad

from .loading import load_register

SOURCE = "Made register"


def make_location(*, seed: str, name: str, where: Where, postcode: str, at: datetime) -> str:
    """Put one made location on the register that carries care there; its number."""
    rng = Random(seed)
    rated = Rated(rng.choice(list(Rating)), at.date() - timedelta(days=rng.randrange(60, 900)))
    location = Location(
        id=f"1-9{rng.randrange(10**8):08d}",
        name=name,
        provider=Provider(f"1-8{rng.randrange(10**8):08d}", f"{name} Limited"),
        postcode=postcode if where is Where.CARE_HOME else "",
        registered_on=date(2011, 4, 1) + timedelta(days=rng.randrange(3_000)),
        beds=rng.randrange(12, 60) if where is Where.CARE_HOME else None,
        activities=(where.value,),
        ratings=Ratings(rated, dict.fromkeys(KeyQuestion, rated), inherited=False),
    )
    newest = RegistrationLoad.objects.first()
    on = max(at.date(), newest.on) if newest else at.date()
    load_register(by=SYSTEM, at=at, locations=[location], on=on, source=SOURCE, part=True)
    return location.id
