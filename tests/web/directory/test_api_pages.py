"""Pages, entries, headers and problems of the directory's API."""

import json
from datetime import time
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent
from marketcross.web.directory import actions
from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import Organisation
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.vocabulary import Hours

from .conftest import AT, Lister

NOBODYS = "91df240a-8bd4-4305-8735-7c173f9e8ced"  # an identifier that nothing has

pytestmark = pytest.mark.django_db
HALL = Place(postcode="ZX1 0AA", name="Made Hall", address="1 Made Street", access="A ramp.")
MONDAY = Hours(1, time(11, 30), time(14))


def get(client: Client, path: str, status: int = 200, **asked: object) -> dict:
    answer = client.get(f"/api/v3{path}", asked)
    assert answer.status_code == status, answer.content
    return json.loads(answer.content)


@pytest.fixture
def lunch(listed: Lister):
    return listed(
        "Lunch club",
        category="lunch-club",
        description="A hot meal.",
        groups=("older_people", "men"),
        minimum_age=60,
        price_pence=450,
        price_includes="Tea as well",
        takes_direct_payments=True,
        how_to_start="Ring us.",
        email="a@example.org",
        website="https://example.org/lunch",
        hours=(MONDAY, Hours(5, time(22), time(6), overnight=True)),
        places=(HALL,),
        areas=("E1",),
        everywhere=False,
    )


def test_about_names_version_profile_and_a_description_that_is_there(client: Client) -> None:
    about = get(client, "/")
    assert about["version"] == "HSDS-UK-3.0"
    described = json.loads(client.get(about["openapi_url"]).content)
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) >= {"/services", "/services/{id}"}


def test_a_service_says_all_that_its_provider_said(client: Client, lunch, organisation: Organisation) -> None:
    said = get(client, f"/services/{lunch.pk}")
    assert said["name"] == "Lunch club"
    assert said["status"] == "active"
    assert said["fees"] == "£4.50 a session"
    assert [cost["amount"] for cost in said["cost_options"]] == [4.5]
    assert said["organization"]["id"] == str(organisation.pk)
    assert [phone["number"] for phone in said["phones"]] == ["01632 960 000"]
    assert {a["taxonomy_term"]["term"] for a in said["attributes"]} == {
        "lunch-club", "older_people", "men", "direct-payments", "place",
    }  # fmt: skip
    monday, friday = said["schedules"]
    assert (monday["byday"], monday["opens_at"], monday["closes_at"]) == ("MO", "11:30", "14:00")
    assert friday["notes"] == "Closes on the next day."
    assert [area["name"] for area in said["service_areas"]] == ["Eastbrook"]
    place = said["service_at_locations"][0]["location"]
    assert place["addresses"][0] | {"id": ""} == {
        "id": "", "address_1": "1 Made Street", "city": "", "state_province": "",
        "postal_code": "ZX1 0AA", "country": "GB", "address_type": "physical",
    }  # fmt: skip
    assert 51 < place["latitude"] < 52
    assert place["accessibility"][0]["description"] == "A ramp."
    assert "assured_date" not in said


def test_a_place_can_be_asked_for_by_itself(client: Client, lunch) -> None:
    key = get(client, f"/services/{lunch.pk}")["service_at_locations"][0]["id"]
    said = get(client, f"/service_at_locations/{key}")
    assert said["service"]["id"] == str(lunch.pk)
    assert "service_at_locations" not in said["service"]
    assert [row["id"] for row in get(client, "/service_at_locations")["contents"]] == [key]


def test_only_what_is_listed_is_there(client: Client, lunch, listed: Lister) -> None:
    waits = listed("Help at night", category="night-care")
    key = get(client, f"/services/{lunch.pk}")["service_at_locations"][0]["id"]
    actions.hide(by=SYSTEM, at=AT, service=lunch.pk)
    for path in (f"/services/{waits.pk}", f"/services/{lunch.pk}", f"/service_at_locations/{key}"):
        assert get(client, path, 404)["status"] == 404
    assert get(client, "/services")["empty"]
    assert get(client, "/service_at_locations")["total_items"] == 0


def test_nothing_tells_who_edits(client: Client, lunch, organisation: Organisation) -> None:
    actors = {str(event.actor_id) for event in AuditEvent.objects.all()} - {"None"}
    text = client.get(f"/api/v3/services/{lunch.pk}").content.decode()
    assert not [actor for actor in actors if actor in text]
    assert not {"standing", "confirmed_on", "member", "user"} & set(json.loads(text))


def test_identifiers_outlast_an_edit_and_last_modified_does_not(client: Client, lunch) -> None:
    before = get(client, f"/services/{lunch.pk}")
    said = listing_of(lunch)
    changed = Listing(**{f: getattr(said, f) for f in said.__slots__} | {"description": "A hot meal and a chat."})
    actions.change_service(by=SYSTEM, at=AT, service=lunch.pk, listing=changed)
    after = get(client, f"/services/{lunch.pk}")
    assert after["last_modified"] > before["last_modified"]
    for name in ("schedules", "service_areas", "service_at_locations", "cost_options", "attributes"):
        assert after[name] == before[name]
    assert get(client, "/services", modified_after=before["last_modified"])["total_items"] == 1
    assert get(client, "/services", modified_after="2999-01-01T00:00:00Z")["total_items"] == 0


def test_what_is_shown_again_comes_last(client: Client, listed: Lister) -> None:
    first, second = listed("First"), listed("Second")
    actions.hide(by=SYSTEM, at=AT, service=first.pk)
    actions.show_again(by=SYSTEM, at=AT, service=first.pk)
    assert [row["id"] for row in get(client, "/services")["contents"]] == [str(second.pk), str(first.pk)]


def test_lists_are_short_full_or_minimal(client: Client, lunch) -> None:
    short = get(client, "/services")["contents"][0]
    assert "schedules" not in short
    assert short["organization"]["name"] == "Made Neighbours"
    assert get(client, "/services", full="true")["contents"][0] == get(client, f"/services/{lunch.pk}")
    minimal = get(client, "/services", minimal="true")["contents"]
    assert minimal == [{"id": str(lunch.pk), "last_modified": short["last_modified"]}]


@pytest.mark.parametrize("path", ["/services", "/service_at_locations"])
@pytest.mark.parametrize("how", [{}, {"full": "true"}, {"minimal": "true"}])
def test_a_page_of_any_size_takes_the_same_number_of_queries(
    client: Client, listed: Lister, path: str, how: dict[str, str]
) -> None:
    for number in range(6):
        listed(f"Chess {number}", places=(HALL,), hours=(MONDAY,), areas=("E1", "E2"), everywhere=False)
    with CaptureQueriesContext(
        connection,
    ) as one:
        get(client, path, per_page=1, **how)
    with CaptureQueriesContext(connection) as six:
        assert get(client, path, per_page=6, **how)["size"] == 6
    assert len(one) == len(six) <= 10


def test_the_envelope_counts(client: Client, listed: Lister) -> None:
    for number in range(5):
        listed(f"Chess {number}")
    page = get(client, "/services", page=2, per_page=2)
    del page["contents"]
    assert page == {
        "total_items": 5, "total_pages": 3, "page_number": 2, "size": 2,
        "first_page": False, "last_page": False, "empty": False,
    }  # fmt: skip
    assert get(client, "/services", page=3, per_page=2)["last_page"]


def test_an_etag_saves_who_has_it_already(client: Client, lunch) -> None:
    answer = client.get("/api/v3/services")
    assert answer["Cache-Control"] == "public, max-age=60"
    again = client.get("/api/v3/services", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert again["Access-Control-Allow-Origin"] == "*"
    actions.check_service(by=SYSTEM, at=AT, service=lunch.pk)
    assert client.get("/api/v3/services", headers={"If-None-Match": answer["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/services", "/taxonomies", f"/services/{NOBODYS}", "/services/x", "/nowhere"])
def test_any_page_of_the_web_may_read_every_answer(client: Client, path: str) -> None:
    for answer in (client.get(f"/api/v3{path}"), client.head(f"/api/v3{path}"), client.options(f"/api/v3{path}")):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    assert client.options(f"/api/v3{path}").status_code == 204


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)("/api/v3/services")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "asked", "status", "says"),
    [
        ("/services", {"page": "0"}, 400, "page"),
        ("/services", {"page": "2"}, 404, "ask for page 1 to 1"),
        ("/services", {"page": "one"}, 400, "page"),
        ("/services", {"per_page": "0"}, 400, "per_page"),
        ("/services", {"per_page": "501"}, 400, "500 at most"),
        ("/services", {"minimal": "true", "per_page": "50001"}, 400, "50000"),
        ("/services", {"postcod": "ZX1 0AA"}, 400, "postcod (is no parameter here. There are: page,"),
        ("/services", {"postcode": "nowhere"}, 400, "write a full postcode"),
        ("/services", {"postcode": "ZX5 5ZZ"}, 400, "do not know this postcode"),
        ("/services", {"proximity": "100"}, 400, "needs a postcode"),
        ("/services", {"full": "true", "minimal": "true"}, 400, "choose one"),
        ("/services", {"taxonomy_term_id": NOBODYS}, 400, "take one from taxonomy_terms"),
        ("/services", {"taxonomy_term_id": "7"}, 400, "taxonomy_term_id"),
        ("/services", {"taxonomy_id": NOBODYS}, 400, "take one from taxonomies"),
        ("/services", {"day": "someday"}, 400, "day"),
        ("/services", {"start_time": "25:00"}, 400, "start_time"),
        ("/services", {"age": "nan"}, 400, "age"),
        ("/services", {"modified_after": "yesterday"}, 400, "modified_after"),
        ("/services", {"modified_after": "0001-01-01T00:00:00+14:00"}, 400, "after the year 1"),
        ("/services", {"search": ["a", "b"]}, 400, "give it once"),
        ("/services/7", {}, 400, "UUID"),
        (f"/services/{NOBODYS}", {}, 404, "No such service"),
        (f"/services/{NOBODYS}", {"full": "true"}, 400, "full (is no parameter here. There are: none)"),
        (f"/taxonomies/{NOBODYS}", {}, 404, "No such taxonomy"),
        ("/taxonomy_terms", {"taxonomy_id": NOBODYS}, 400, "taxonomies"),
        ("/organizations", {}, 404, "/services/{id}"),
        ("/services/", {}, 404, "no slash"),
    ],
)
def test_a_problem_says_what_to_do(client: Client, path: str, asked: dict, status: int, says: str) -> None:
    answer = client.get(f"/api/v3{path}", asked)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert says in answer.content.decode()


def test_all_that_is_wrong_is_said_at_once(client: Client) -> None:
    wrong = get(client, "/services", 400, page="0", postcode="x", colour="red")["errors"]
    assert {error["parameter"] for error in wrong} == {"page", "postcode", "colour"}


def test_taxonomies_hold_their_terms(client: Client) -> None:
    kinds = get(client, "/taxonomies")["contents"]
    assert len(kinds) == 5
    for taxonomy in kinds:
        terms = get(client, f"/taxonomies/{taxonomy['id']}")["taxonomy_terms"]
        listed = get(client, "/taxonomy_terms", taxonomy_id=taxonomy["id"], per_page=500)["contents"]
        assert terms == listed
        assert terms
        known = {term["id"] for term in terms}
        assert all(term.get("parent_id", term["id"]) in known for term in terms)
    one = get(client, f"/taxonomy_terms/{listed[0]['id']}")
    assert one == listed[0]
    assert UUID(one["id"])


def test_term_identifiers_are_the_same_everywhere_and_for_good(client: Client) -> None:
    terms = {t["term"]: t["id"] for t in get(client, "/taxonomy_terms", per_page=500)["contents"]}
    assert terms["mens-group"] == "3cd4bd56-c5a5-57ba-8a7e-3c3de88caa5d"
    assert terms["older_people"] == "a6385688-333e-5a09-b325-3fb41bfa1e36"


def test_markup_in_text_stays_text(client: Client, listed: Lister) -> None:
    hostile = listed("<script>alert(1)</script>", description='&lt;b&gt; \u202e "quotes" </script>')
    answer = client.get(f"/api/v3/services/{hostile.pk}")
    assert answer["Content-Type"] == "application/json"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert json.loads(answer.content)["name"] == "<script>alert(1)</script>"
