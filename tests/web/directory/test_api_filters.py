"""What each filter of the API keeps: boundaries in threes, and the examples of docs/method/open-referral.md."""

import json
from datetime import time

import pytest
from django.test import Client

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory import actions
from marketcross.web.directory.api.ids import taxonomy_id, term_id
from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import Organisation
from marketcross.web.directory.vocabulary import Hours

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client: Client):
    """The names that a question finds among services, in the order of their listing."""

    def ask(path: str = "/services", **asked: object) -> list[str]:
        answer = client.get(f"/api/v3{path}", asked)
        assert answer.status_code == 200, answer.content
        return [entry.get("service", entry)["name"] for entry in json.loads(answer.content)["contents"]]

    return ask


def test_every_word_must_be_there_and_endings_do_not_matter(listed: Lister, found) -> None:
    listed("Gardening together", description="Grow vegetables.")
    listed("Chess")
    assert found(search="garden vegetable") == ["Gardening together"]
    assert found(search="gardeners chess") == []
    assert found(search="neighbours") == ["Gardening together", "Chess"]
    assert found(search="the") == ["Gardening together", "Chess"]
    assert found(search="%' OR 1=1 --\x00") == []


def test_a_term_brings_what_lies_beneath_it(listed: Lister, found) -> None:
    listed("Lunch", category="lunch-club", groups=("older_people",), takes_direct_payments=True)
    listed("Chess", category="games")
    assert found(taxonomy_term_id=term_id("kinds", "company")) == ["Lunch"]
    assert found(taxonomy_term_id=f"{term_id('kinds', 'lunch-club')},{term_id('kinds', 'games')}") == ["Lunch", "Chess"]
    assert found(taxonomy_term_id=term_id("audiences", "older_people")) == ["Lunch"]
    assert found(taxonomy_term_id=term_id("payments", "direct-payments")) == ["Lunch"]
    assert found(taxonomy_term_id=term_id("organisations", "group")) == ["Lunch", "Chess"]
    assert found(taxonomy_term_id=term_id("organisations", "company")) == []
    assert found(taxonomy_id=taxonomy_id("payments")) == ["Lunch"]
    assert found(taxonomy_id=taxonomy_id("kinds")) == ["Lunch", "Chess"]


def test_ages(listed: Lister, found) -> None:
    listed("For all")
    listed("From 60", minimum_age=60)
    listed("To 65", maximum_age=65)
    assert [found(minimum_age=age) for age in (0, 59, 60, 61)] == [
        ["For all", "From 60", "To 65"], ["From 60"], ["From 60"], [],
    ]  # fmt: skip
    assert [found(maximum_age=age) for age in (64, 65, 66)] == [[], ["To 65"], ["To 65"]]
    assert [found(age=age) for age in (59, 60, 65, 66)] == [
        ["For all", "To 65"], ["For all", "From 60", "To 65"], ["For all", "From 60", "To 65"], ["For all", "From 60"],
    ]  # fmt: skip
    assert "To 65" in found(age=65.9)


def test_day_and_times_hold_for_the_same_hours(listed: Lister, found) -> None:
    listed("Lunch", hours=(Hours(1, time(11, 30), time(14)), Hours(5, time(18), time(20))))
    listed("Night", hours=(Hours(1, time(22), time(6), overnight=True),))
    assert found(day="MO", end_time="14:00") == ["Lunch"]
    assert found(day="FR", end_time="14:00") == []
    assert found(day="MO", start_time="12:00") == ["Night"]
    assert [found(day="Monday", end_time=end) for end in ("13:59", "14:00", "14:01")] == [[], ["Lunch"], ["Lunch"]]
    assert [found(start_time=start) for start in ("21:59", "22:00", "22:01")] == [["Night"], ["Night"], []]
    assert found(end_time="06:00") == []
    assert found(day="su") == []


def test_free_and_not(listed: Lister, found) -> None:
    listed("Free", price_pence=0)
    listed("A penny", price_pence=1)
    listed("Ask")
    assert found(free="true") == ["Free"]
    assert found(free="false") == ["A penny", "Ask"]


def test_eligible_is_not_near(listed: Lister, found) -> None:
    hall = (Place(postcode="ZX2 0AA"),)
    listed("In west for east", places=hall, areas=("E1",), everywhere=False)
    listed("In west for west", places=hall, areas=("E2",), everywhere=False)
    listed("Comes to all", everywhere=True)
    assert found(postcode="zx1 0aa") == ["In west for east", "Comes to all"]
    assert found(postcode="ZX1 0AA", proximity="5000") == ["In west for east", "In west for west"]
    assert found("/service_at_locations", postcode="ZX1 0AA") == ["In west for east"]


def test_distance_to_the_metre(listed: Lister, found) -> None:
    listed("In the hall", places=(Place(postcode="ZX1 0AB"),))  # 300 east and 400 north of ZX1 0AA
    for path in ("/services", "/service_at_locations"):
        near = [found(path, postcode="ZX1 0AA", proximity=metres) for metres in (499, 500, 501)]
        assert near == [[], ["In the hall"], ["In the hall"]]
    assert found(postcode="ZX1 0AB", proximity="0") == ["In the hall"]


def test_one_organisation(listed: Lister, found, organisation: Organisation) -> None:
    listed("Ours")
    other = actions.list_organisation(by=SYSTEM, at=AT, name="Others")
    theirs = Listing(name="Theirs", category="games", phone="01632 960 001", everywhere=True)
    actions.list_service(by=SYSTEM, at=AT, organisation=other.pk, listing=theirs)
    assert found(organization_id=organisation.pk) == ["Ours"]
    assert found(organization_id=other.pk) == ["Theirs"]


def test_filters_narrow_together(listed: Lister, found) -> None:
    listed("Free chess", price_pence=0, minimum_age=18)
    listed("Chess", price_pence=100, minimum_age=18)
    assert found(search="chess", free="true", age=20) == ["Free chess"]
    assert found(search="chess", free="true", age=17) == []


def test_an_empty_parameter_is_as_if_it_were_not_there(listed: Lister, found) -> None:
    listed("Chess")
    assert found(search="", postcode="", taxonomy_term_id="") == ["Chess"]
