"""What is understood, what is found, and that the index agrees with the plain way."""

import dataclasses
from datetime import datetime, time
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.directory import queries
from marketcross.web.directory.categories import kinds, neighbours, with_those_below
from marketcross.web.directory.listing import Place
from marketcross.web.directory.models import Organisation, SearchEntry
from marketcross.web.directory.search.asking import Asked, Here
from marketcross.web.directory.search.finding import find
from marketcross.web.directory.search.phrases import ignored, phrases
from marketcross.web.directory.search.understanding import understand
from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES, Hours, times_of
from marketcross.web.places.models import Locality

from .conftest import AT, Lister
from .slow_search import find_slowly

EXAMPLES = Path(__file__).parents[2] / "examples" / "directory" / "understood.yaml"
pytestmark = pytest.mark.django_db


# --- Understanding ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("example", yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")), ids=lambda e: e["typed"])
def test_people_are_understood(example: dict[str, Any]) -> None:
    understood = understand(example["typed"])
    assert next(iter(understood.categories), "") == example["category"]
    for name in ("group", "time", "price"):
        assert getattr(understood, name) == example.get(name, ""), name
    assert dict(understood.read_as) == example.get("reads", {})


def test_every_phrase_means_its_own_category() -> None:
    """A phrase of the file, typed as it stands, leads to its category, among others where two share it."""
    said = [(kind.code, words) for kind in kinds().values() for words in (kind.title, *kind.words)]
    assert [(code, words) for code, words in said if code not in understand(words).categories] == []


def test_the_lists_hold_together() -> None:
    assert {p.code for p in phrases().all if p.means == "group"} <= set(GROUPS)
    assert {p.code for p in phrases().all if p.means == "time"} <= set(TIMES)
    assert {p.code for p in phrases().all if p.means == "price"} <= set(PRICES)
    assert len(kinds()) >= 60 and all(kind.words for kind in kinds().values())
    assert {"mens-group", "care-home", "carers-break", "bathing-help", "personal-assistant"} <= set(kinds())
    assert "mens-group" in with_those_below("company") and "lunch-club" in neighbours("mens-group")
    assert not with_those_below("nothing") and "bath" not in ignored()


@pytest.mark.parametrize(
    ("opens", "closes", "codes"),
    [
        ((9, 0), (12, 0), {"weekday_morning"}),
        ((9, 0), (12, 1), {"weekday_morning", "weekday_afternoon"}),
        ((12, 0), (17, 0), {"weekday_afternoon"}),
        ((16, 59), (17, 1), {"weekday_afternoon", "weekday_evening"}),
        ((17, 0), (20, 0), {"weekday_evening"}),
    ],
)
def test_hours_touch_parts_of_the_day(opens: tuple[int, int], closes: tuple[int, int], codes: set[str]) -> None:
    assert times_of(Hours(1, time(*opens), time(*closes))) == codes
    assert times_of(Hours(6, time(*opens), time(*closes))) == {"weekend"}
    assert times_of(Hours(1, time(*opens), time(*closes), overnight=True)) == {"overnight"}


# --- Finding ----------------------------------------------------------------------------------------------------------
def test_a_misspelt_name_of_a_service_is_read(listed: Lister) -> None:
    listed("Quarrington Quilters", category="arts")
    results = queries.search("Quaringtun")
    assert [hit.name for hit in results.exact] == ["Quarrington Quilters"]
    assert dict(results.understood.read_as) == {"quaringtun": "quarrington"}


def test_near_is_not_the_same_as_eligible(listed: Lister) -> None:
    for name, where, areas in (("Ours", "ZX1 0AB", ("E1",)), ("Theirs", "ZX1 0AB", ("E2",)), ("Far", "ZX9 9ZZ", ())):
        listed(name, places=(Place(postcode=where),), areas=areas, everywhere=not areas)
    listed("Visiting", areas=("E1",), everywhere=False)
    results = queries.search(category="games", postcode="ZX1 0AA")
    assert {hit.name for hit in results.exact} == {"Ours", "Visiting"}
    assert {hit.name: hit.difference_words[0][:14] for hit in results.nearly} == {
        "Theirs": "It does not sa", "Far": "It is further ",
    }  # fmt: skip
    assert results.widened == ("place",)
    assert {hit.name for hit in queries.search(category="games", postcode="Eastbrook").exact} == {"Ours", "Visiting"}


def test_each_condition_gives_way_and_says_so(listed: Lister) -> None:
    listed("Dear", price_pence=900, groups=("women",), hours=(Hours(6, time(10), time(12)),))
    asked = {"category": "games", "price": "up_to_5", "group": "men", "time": "weekday_morning"}
    results = queries.search(direct_payments=True, **asked)
    assert not results.exact and results.widened == ("price", "direct_payments", "time", "group")
    assert [hit.name for hit in queries.search(category="mens-group").hits] == [] and not results.hits[0].exact
    listed("Lunch", category="lunch-club")
    assert queries.search(category="mens-group").widened == ("kind",)


def test_enough_hits_are_not_widened(listed: Lister) -> None:
    for number in range(4):
        listed(f"Free {number}", price_pence=0)
    listed("Dear", price_pence=10_000)
    assert queries.search(category="games", price="free").widened == ()
    assert len(queries.search(category="games").exact) == 5


def test_a_search_takes_few_queries_however_many_it_finds(listed: Lister, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        listed(f"Bingo {number}", places=(Place(postcode="ZX1 0AA"),))
    queries.search("warm up")  # the phrases are analysed once in a process
    with django_assert_max_num_queries(12):
        assert len(queries.search("bingo", postcode="ZX1 0AB").hits) == 12


# --- The plain way ----------------------------------------------------------------------------------------------------
WORDS = ("bingo", "lunch", "shed", "walk", "club")
CODES = ("mens-group", "lunch-club", "games", "company", "arts")


@action("test.entries_made")
def make_entries(*, by: Actor, at: datetime, rows: list[dict[str, Any]], organisation: Organisation) -> None:
    from marketcross.web.directory.actions.categories import category_row
    from marketcross.web.directory.models import Service

    for row in rows:
        service = Service.objects.create(
            organisation=organisation, category=category_row(row["category_code"], at=at), name=row["name"],
            groups=row["groups"], phone="1", standing="listed", confirmed_on=at.date(), happens="place",
        )  # fmt: skip
        SearchEntry.objects.create(service=service, **row)
    note(organisation)


def drawn(rng: Random, localities: list[Any]) -> dict[str, Any]:
    """One entry of an index."""
    lexemes = sorted(set(rng.sample(WORDS, rng.randrange(1, 4))))
    placed = rng.random() < 0.7
    return {
        "category_code": rng.choice(CODES), "name": rng.choice(("A", "B", "C")), "lexemes": lexemes,
        "name_lexemes": lexemes[: rng.randrange(len(lexemes) + 1)],
        "groups": sorted(rng.sample(("men", "women", "everybody"), rng.randrange(1, 3))),
        "times": rng.choice((["any"], ["weekend"], ["weekday_morning", "weekend"])),
        "price_pence": rng.choice((None, 0, 500, 501, 2000)), "takes_direct_payments": rng.random() < 0.5,
        "everywhere": rng.random() < 0.3, "serves": rng.sample(localities, rng.randrange(len(localities) + 1)),
        "lies_in": rng.sample(localities, placed), "comes_to_you": not placed,
        "easting": rng.randrange(0, 12_000) if placed else None, "northing": 0 if placed else None,
    }  # fmt: skip


def asking(rng: Random, localities: list[Any]) -> Asked:
    category = rng.choice(("", "", *CODES))
    meant = rng.choice(("", *CODES))
    point = rng.choice(((None, None), (5_000, 0)))
    return Asked(
        only=with_those_below(category), nearest=neighbours(category),
        meant=with_those_below(meant), meant_nearly=neighbours(meant),
        lexemes=frozenset(rng.sample(WORDS, rng.randrange(3))),
        here=rng.choice((None, Here(frozenset(rng.sample(localities, 1)), *point))),
        group=rng.choice(("", "men")), time=rng.choice(("", "weekend")), most_pence=rng.choice((None, 0, 500)),
        direct_payments=rng.random() < 0.3,
    )  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_index_agrees_with_the_plain_way_whatever_the_order(organisation: Organisation, seed: int) -> None:
    rng = Random(seed)
    localities = list(Locality.objects.order_by("code").values_list("pk", flat=True))
    rows = [drawn(rng, localities) for _ in range(rng.randrange(0, 12))]
    make_entries(by=SYSTEM, at=AT, rows=rows, organisation=organisation)
    entries = list(SearchEntry.objects.all())
    for _ in range(6):
        asked, limit = asking(rng, localities), rng.choice((3, 20))
        expected = find_slowly(entries, asked, limit=limit)
        assert find(asked, limit=limit) == expected
        rng.shuffle(entries)
        assert find_slowly(entries, asked, limit=limit) == expected
        exact = [f for f in expected if not f.differs]
        assert expected[: len(exact)] == exact, "exact hits come first"
        stricter = find_slowly(entries, dataclasses.replace(asked, group="", most_pence=None), limit=limit)
        assert {f.service for f in exact} <= {f.service for f in stricter} or len(stricter) == limit
