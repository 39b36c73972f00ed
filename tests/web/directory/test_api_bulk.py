"""The nightly package, the feed, the sitemap, and a service as linked data."""

import hashlib
import json
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory import actions
from marketcross.web.directory.api import feeds
from marketcross.web.directory.api.bulk import folder, write_package
from marketcross.web.directory.api.jobs import write_bulk_package
from marketcross.web.directory.listing import Place
from marketcross.web.directory.vocabulary import Hours

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, settings) -> Iterator[None]:
    settings.DATA = tmp_path
    yield


def body(client: Client, path: str) -> bytes:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_package_holds_what_the_api_says_and_proves_it(client: Client, listed: Lister) -> None:
    there = [listed(f"Chess {number}", places=(Place(postcode="ZX1 0AA"),)) for number in range(3)]
    actions.hide(by=SYSTEM, at=AT, service=there[1].pk)
    write_bulk_package(0)
    package = json.loads(body(client, "/api/v3/bulk"))
    for resource in package["resources"]:
        said = body(client, f"/api/v3/bulk/{resource['path']}")
        assert len(said) == resource["bytes"]
        assert said.count(b"\n") == resource["rows"]
        assert f"sha256:{hashlib.sha256(said).hexdigest()}" == resource["hash"]
    lines = body(client, "/api/v3/bulk/services.jsonl").splitlines()
    pages = json.loads(body(client, "/api/v3/services?full=true"))["contents"]
    assert [json.loads(line) for line in lines] == pages
    assert len(pages) == 2


def test_who_has_a_file_already_is_told_so(client: Client, listed: Lister) -> None:
    listed("Chess")
    write_package(AT)
    answer = client.get("/api/v3/bulk/services.jsonl")
    b"".join(answer.streaming_content)
    again = client.get("/api/v3/bulk/services.jsonl", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"


def test_a_new_package_takes_the_old_ones_place_and_old_ones_go(listed: Lister) -> None:
    listed("Chess")
    written = [write_package(AT) for _ in range(4)]
    assert folder().resolve() == written[-1].resolve()
    assert [path.exists() for path in written] == [False, False, True, True]


@pytest.mark.parametrize("name", ["services.jsonl", "..", "%2e%2e%2fsecret", "../../etc/passwd", "datapackage.json"])
def test_before_the_first_night_and_beside_the_package_there_is_nothing(client: Client, name: str) -> None:
    answer = client.get(f"/api/v3/bulk/{name}")
    assert answer.status_code in (302, 404)


def test_the_feed_tells_of_the_newest_first_and_keeps_markup_as_text(client: Client, listed: Lister) -> None:
    listed("Chess")
    listed("<b>Cards</b> \x0b & more")
    entries = fromstring(body(client, "/find-support/new.atom")).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["<b>Cards</b>  & more", "Chess"]


def test_the_sitemap_names_every_listed_page_in_parts(client: Client, listed: Lister, monkeypatch) -> None:
    monkeypatch.setattr(feeds, "A_SITEMAP", 2)
    there = [listed(f"Chess {number}") for number in range(3)]
    parts = [loc.text for loc in fromstring(body(client, "/sitemap.xml")).iter(f"{MAP}loc")]
    assert len(parts) == 2
    pages = [loc.text for part in parts for loc in fromstring(body(client, part)).iter(f"{MAP}loc")]
    assert pages == [f"http://testserver/find-support/{service.pk}" for service in there]
    assert client.get("/sitemap-3.xml").status_code == 404


def test_a_service_as_linked_data_and_its_page_leads_there(client: Client, listed: Lister) -> None:
    lunch = listed("Lunch", price_pence=450, hours=(Hours(1, time(9), time(10)),), places=(Place(postcode="ZX1 0AA"),))
    answer = client.get(f"/find-support/{lunch.pk}.jsonld")
    said = json.loads(answer.content)
    assert answer["Content-Type"] == "application/ld+json"
    assert (said["@type"], said["name"], said["offers"][0]["price"]) == ("Service", "Lunch", 4.5)
    assert said["hoursAvailable"][0]["dayOfWeek"] == "Monday"
    page = client.get(f"/find-support/{lunch.pk}")
    assert f'rel="alternate" type="application/ld+json" href="/find-support/{lunch.pk}.jsonld"' in page.content.decode()
    actions.hide(by=SYSTEM, at=AT, service=lunch.pk)
    assert client.get(f"/find-support/{lunch.pk}.jsonld").status_code == 404
