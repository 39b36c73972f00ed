"""Every answer fits the published JSON Schemas of Open Referral UK 3.0, and our own description fits every answer."""

import json
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory import actions
from marketcross.web.directory.listing import Place
from marketcross.web.directory.vocabulary import Hours

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db
PUBLISHED = Path(__file__).resolve().parents[4] / "shared/data/openreferral/uk-profile/schema"
published = pytest.mark.skipif(not PUBLISHED.exists(), reason="the published schemas are not beside the project")
# What the profile requires (uk-profile, schema/*.json), said again here so that it is tested without the files.
REQUIRED = {
    "Service": {"id", "name", "status"},
    "Organization": {"id", "name", "description"},
    "Location": {"id", "location_type"},
    "Address": {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"},
    "TaxonomyTerm": {"id", "name", "description"},
    "Taxonomy": {"id", "name", "description"},
    "Phone": {"id", "number"},
    "Schedule": {"id"},
    "ServiceArea": {"id"},
    "CostOption": {"id"},
    "Attribute": {"id"},
    "Accessibility": {"id"},
}


@pytest.fixture
def directory(listed: Lister) -> None:
    """Services with everything, with nothing but what is required, and with the longest texts."""
    hall = Place(postcode="ZX1 0AA", name="Made Hall", address="1 Made Street", access="A ramp.")
    full = listed(
        "Lunch", category="lunch-club", description="Hot.", groups=("men", "older_people"), minimum_age=18,
        maximum_age=99, price_pence=1, price_includes="Tea", takes_direct_payments=True, how_to_start="Ring.",
        email="a@example.org", website="https://example.org/a?b=c", hours=(Hours(7, time(0), time(23, 59)),),
        places=(hall, Place(postcode="ZX9 9ZZ")), areas=("E1", "E2"), everywhere=False,
    )  # fmt: skip
    actions.check_service(by=SYSTEM, at=AT, service=full.pk)
    listed("Bare")
    listed("n" * 120, description="d" * 2_000, price_pence=0)


def get(client: Client, path: str) -> Any:
    answer = client.get(f"/api/v3{path}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def answers(client: Client) -> list[tuple[str, Any]]:
    """Every kind of entry that the API gives, by the path that describes it."""
    pages = ("services", "service_at_locations", "taxonomies", "taxonomy_terms")
    lists = [(f"/{name}", get(client, f"/{name}?per_page=100")) for name in pages]
    lists += [(f"/{name}", get(client, f"/{name}?full=true")) for name in pages[:2]]
    lists += [(f"/{name}", get(client, f"/{name}?minimal=true")) for name in pages[:2]]
    ones = [
        (f"{path}/{{id}}", get(client, f"{path}/{row['id']}")) for path, page in lists[:4] for row in page["contents"]
    ]
    return [("/", get(client, "/")), *lists, *ones]


SCHEMAS = {
    "/services/{id}": "compiled/service.json",
    "/service_at_locations/{id}": "compiled/service_at_location.json",
    "/taxonomies/{id}": "taxonomy.json",
    "/taxonomy_terms/{id}": "taxonomy_term.json",
    "/services": "compiled/service_list.json",
    "/service_at_locations": "compiled/service_at_location_list.json",
    "/taxonomies": "taxonomy.json",
    "/taxonomy_terms": "taxonomy_term.json",
}


@published
def test_every_entry_fits_the_published_schema(client: Client, directory: None) -> None:
    for path, said in answers(client):
        if path == "/":
            continue
        for entry in said.get("contents", [said]):
            if set(entry) == {"id", "last_modified"}:
                continue  # ``minimal`` is HSDS's own short form
            problems = [f"{error.json_path} {error.message}" for error in validator(SCHEMAS[path]).iter_errors(entry)]
            assert not problems, (path, problems)


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((PUBLISHED / name).read_text())
    return Draft202012Validator(_in_place(schema), format_checker=FormatChecker())


def _in_place(schema: Any) -> Any:
    """The schema with the other files that it names put in their place."""
    if isinstance(schema, list):
        return [_in_place(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if set(schema) >= {"$ref"} and schema["$ref"].endswith(".json"):
        return _in_place(json.loads((PUBLISHED / Path(schema["$ref"]).name).read_text()))
    return {key: _in_place(value) for key, value in schema.items() if key != "$id"}


@published
def test_every_endpoint_and_parameter_of_the_profile_is_described(client: Client, db: None) -> None:
    theirs = json.loads((PUBLISHED / "openapi.json").read_text())
    ours = get(client, "/openapi.json")
    for path, item in theirs["paths"].items():
        asked = {p["$ref"].rsplit("/", 1)[1] for p in item["get"].get("parameters", [])}
        assert asked <= {p["name"] for p in ours["paths"][path]["get"]["parameters"]}, path


def test_our_description_fits_every_answer(client: Client, directory: None) -> None:
    described = get(client, "/openapi.json")
    for path, said in answers(client):
        content = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": described["components"]}
        problems = list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(said))
        assert not problems, (path, [error.message for error in problems])


def test_our_description_tells_of_nothing_that_is_not_there(client: Client, directory: None) -> None:
    """A field that no answer ever holds would be a promise that is not kept."""
    described = get(client, "/openapi.json")["components"]["schemas"]
    held: set[str] = set()
    _names(held, [said for _, said in answers(client)])
    promised = {name for shape in ("Service", "Location", "Organization") for name in described[shape]["properties"]}
    assert promised - held <= {"alert", "website"}  # the organisation of these tests has neither


def _names(held: set[str], node: Any) -> None:
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _names(held, part)
    if isinstance(node, dict):
        held.update(node)


@pytest.mark.parametrize(("name", "required"), REQUIRED.items())
def test_what_the_profile_requires_is_required(client: Client, name: str, required: set[str]) -> None:
    assert required <= set(get(client, "/openapi.json")["components"]["schemas"][name]["required"])
