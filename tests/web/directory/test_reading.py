"""The directory's pages for everybody are as easy to read as any other of ours."""

from dataclasses import replace

import pytest
from django.test import Client

from marketcross.opendata.cqc import KeyQuestion, Location, Rated, Rating, Ratings
from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.registration.loading import load_register
from marketcross.web.directory.registration.matching import confirm_location

from ..test_reading_age import HARDEST, grade, sentences
from .conftest import AT, Lister

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/find-support/missing", "/find-support/missing/thank-you", "/list-your-group"])
def test_a_page_is_easy_to_read(borough: None, address: str) -> None:
    said = sentences(Client().get(address).content.decode())
    assert sum(map(len, said)) >= 80 and grade(said) <= HARDEST, f"{grade(said):.1f}"


def test_what_is_found_is_easy_to_read(listed: Lister) -> None:
    for name in ("Bingo", "Chess", "Quiz"):
        listed(name, description="We play and drink tea.")
    said = sentences(Client().get("/find-support", {"q": "lunch club"}).content.decode())
    assert sum(map(len, said)) >= 80 and grade(said) <= HARDEST, f"{grade(said):.1f}"


def test_what_the_register_says_is_easy_to_read(register: Location, listed: Lister) -> None:
    ratings = Ratings(Rated(Rating.GOOD), dict.fromkeys(KeyQuestion, Rated(Rating.GOOD)), inherited=True)
    service = listed("Tea and help", category="carers-break", cqc_location=register.id, description="We sit with you.")
    confirm_location(by=SYSTEM, at=AT, service=service.pk, number=register.id)
    rated = replace(register, ratings=ratings)
    load_register(by=SYSTEM, at=AT, locations=[rated], on=AT.date(), source="made")
    said = sentences(Client().get(f"/find-support/{service.pk}").content.decode())
    assert "Commission" in {word for sentence in said for word in sentence}
    assert sum(map(len, said)) >= 80 and grade(said) <= HARDEST, f"{grade(said):.1f}"
