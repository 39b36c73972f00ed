"""The directory's pages for everybody are as easy to read as any other of ours."""

import pytest
from django.test import Client

from ..test_reading_age import HARDEST, grade, sentences
from .conftest import Lister

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
