"""Another directory's data: every finding, nothing half written, hostile text inert, and our own package round."""

import json
from datetime import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.directory import actions
from marketcross.web.directory.api.importing import import_services, judge, read
from marketcross.web.directory.api.importing.findings import Finding, Report
from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import ImportedService, Organisation, Service
from marketcross.web.directory.vocabulary import GROUPS, Hours

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db
TERM = {"id": str(uuid4()), "name": "Lunch clubs", "description": ""}


def foreign(**said: Any) -> dict[str, Any]:
    """A service as another council's API might say it."""
    return {
        "id": str(uuid4()),
        "name": "Tea dance",
        "status": "active",
        "organization": {"id": str(uuid4()), "name": "Other Neighbours", "description": "A charity."},
        "phones": [{"id": str(uuid4()), "number": "01632 960 555"}],
        "attributes": [{"id": str(uuid4()), "taxonomy_term": TERM}],
    } | said


def judged(tmp_path: Path, *services: Any, name: str = "page.json", **table: Any) -> Report:
    (tmp_path / name).write_text(json.dumps({"contents": list(services)}))
    return judge("elsewhere", read(tmp_path), **table)


def imported(tmp_path: Path, *services: Any, **how: Any) -> Report:
    report = judged(tmp_path, *services)
    assert not report.of(Finding.REFUSED), report.of(Finding.REFUSED)
    import_services(by=SYSTEM, at=AT, report=report, **how)
    return report


def test_new_then_same_then_changed_then_gone(borough: None, tmp_path: Path, client: Client) -> None:
    dance = foreign()
    assert imported(tmp_path, dance).counts() | {} == {
        "new": 1, "changed": 0, "same": 0, "looks like one of ours": 0, "refused": 0, "gone": 0,
    }  # fmt: skip
    assert judged(tmp_path, dance | {"last_modified": "2026-01-01T00:00:00Z"}).counts()["same"] == 1
    report = imported(tmp_path, dance | {"description": "With a band."})
    assert report.counts()["changed"] == 1
    said = json.loads(client.get(f"/api/v3/services/{dance['id']}").content)
    assert (said["description"], said["name"]) == ("With a band.", "Tea dance")
    other = foreign(name="Bingo")
    assert [one.name for one in imported(tmp_path, other).of(Finding.GONE)] == ["Tea dance"]
    assert Service.objects.get(pk=dance["id"]).standing == "listed"
    imported(tmp_path, other, hide_gone=True)
    assert Service.objects.get(pk=dance["id"]).standing == "hidden"


def test_a_lookalike_is_shown_and_left_out_unless_it_is_to_stay(listed: Lister, tmp_path: Path) -> None:
    ours = listed("Tea Dance!", phone="01632 960555")
    report = imported(tmp_path, foreign())
    (one,) = report.of(Finding.LOOKS_LIKE)
    assert str(ours.pk) in one.words[0]
    assert Service.objects.count() == 1
    imported(tmp_path, foreign(), keep_lookalikes=True)
    assert Service.objects.count() == 2


def test_nobody_can_claim_what_is_ours_or_anothers(listed: Lister, tmp_path: Path) -> None:
    ours = listed("Chess")
    theirs = foreign()
    imported(tmp_path, theirs)
    assert _reason(judged(tmp_path, foreign(id=str(ours.pk)))).startswith("its identifier belongs to a service")
    organisation = {"id": str(ours.organisation_id), "name": "Me", "description": ""}
    assert "did not come from this source" in _reason(judged(tmp_path, foreign(organization=organisation)))
    third = judge("third", read(tmp_path / "page.json"))
    assert third.counts()["refused"] == 1
    (tmp_path / "page.json").write_text(json.dumps([theirs]))
    assert "did not come from this source" in judge("third", read(tmp_path)).found[0].words[0]


def _reason(report: Report) -> str:
    (one,) = report.of(Finding.REFUSED)
    return one.words[0]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"name": ""}, "Enter a name"),
        ({"name": "n" * 121}, "longer than 120"),
        ({"id": "7"}, "id:"),
        ({"status": "closed"}, "status:"),
        ({"status": "defunct"}, "not active"),
        ({"organization": None}, "full=true"),
        ({"attributes": []}, "full=true"),
        ({"attributes": [{"id": str(uuid4()), "taxonomy_term": TERM | {"name": "Juggling"}}]}, "Juggling"),
        ({"phones": []}, "phone"),
        ({"url": "javascript:alert(1)", "phones": []}, "website"),
        ({"email": "not an address"}, "email"),
        ({"minimum_age": 70, "maximum_age": 60}, "oldest age"),
        ({"minimum_age": -1}, "from 0 to 150"),
        ({"cost_options": [{"id": str(uuid4()), "amount": -1}]}, "a price of -1"),
        ({"cost_options": [{"id": str(uuid4()), "amount": 1e300}]}, "a price of"),
        ({"schedules": [{"id": str(uuid4()), "byday": "MO", "opens_at": "14:00", "closes_at": "10:00"}]}, "before it"),
        ({"schedules": [{"id": str(uuid4()), "byday": "MO", "opens_at": "2 pm", "closes_at": "10:00"}]}, "HH:MM"),
        ({"service_areas": [{"id": str(uuid4()), "name": "Mars"}]}, "Mars"),
        ({"service_at_locations": [{"id": str(uuid4()), "location": {
            "id": str(uuid4()), "location_type": "physical",
            "addresses": [{"id": str(uuid4()), "postal_code": "ZX5 5ZZ"}]}}]}, "postcode"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(borough: None, tmp_path: Path, said: dict, says: str) -> None:
    report = judged(tmp_path, foreign(name="Right"), foreign() | said)
    (one,) = report.of(Finding.REFUSED)
    assert one.where == "page.json, entry 2"
    assert any(says in words for words in one.words), one.words


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "is no JSON"),
        (b"[" * 200_000, "nested too deeply"),
        ("{\"name\": \"Caf\u00e9\"}".encode("latin-1"), "UTF-8"),
        (b"[NaN]", "NaN is no number"),
        (b"7", "the entry"),
        (b'[{"id": "a", "service_id": "b", "location": {}}]', "service_at_location"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "page.json").write_bytes(content)
    assert says in judge("elsewhere", read(tmp_path)).found[0].words[0]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no .json" in judge("elsewhere", read(tmp_path)).found[0].words[0]


def test_the_same_identifier_twice_is_refused_by_its_second_line(borough: None, tmp_path: Path) -> None:
    dance = foreign()
    (tmp_path / "all.jsonl").write_text(f"{json.dumps(dance)}\n\n{json.dumps(dance)}\n")
    (one,) = judge("elsewhere", read(tmp_path)).of(Finding.REFUSED)
    assert (one.where, one.words[0]) == ("all.jsonl, line 3", "the identifier stands in all.jsonl, line 1 already")


def test_what_cannot_be_kept_is_told(borough: None, tmp_path: Path) -> None:
    costs = [{"id": str(uuid4()), "amount": 5, "option": "Members"}, {"id": str(uuid4()), "amount": 7.5}]
    monthly = [{"id": str(uuid4()), "freq": "MONTHLY", "byday": "1MO", "opens_at": "10:00", "closes_at": "11:00"}]
    report = imported(tmp_path, foreign(cost_options=costs, schedules=monthly, description="d" * 2_001))
    assert {"2 prices: the lowest is kept", "hours that are not on days of each week"} <= set(report.found[0].words)
    kept = Service.objects.get()
    assert (kept.price_pence, kept.price_includes, len(kept.description)) == (500, "Members", 2_000)


def test_foreign_kinds_by_the_councils_table(borough: None, tmp_path: Path) -> None:
    juggling = foreign(attributes=[{"id": str(uuid4()), "taxonomy_term": TERM | {"name": "Juggling"}}])
    report = judged(tmp_path, juggling, kinds={"juggling": "games"})
    assert report.found[0].listing.category == "games"


def test_personal_care_waits_and_a_check_counts_only_where_it_is_trusted(borough: None, tmp_path: Path) -> None:
    term = TERM | {"name": "Help at night"}
    care = foreign(attributes=[{"id": str(uuid4()), "taxonomy_term": term}], assured_date="2026-11-01")
    imported(tmp_path, care)
    assert Service.objects.get().standing == "waiting"
    later = foreign(name="Other care", attributes=care["attributes"], assured_date="2999-01-01")
    earlier = care | {"description": "Now trusted."}
    imported(tmp_path, earlier, later, trust_checks=True)
    assert dict(Service.objects.values_list("name", "standing")) == {"Tea dance": "listed", "Other care": "waiting"}
    home = foreign(attributes=[{"id": str(uuid4()), "taxonomy_term": TERM | {"name": "Home care"}}])
    imported(tmp_path, home | {"name": "Third", "assured_date": "2026-11-01"}, trust_checks=True)
    assert Service.objects.get(name="Third").standing == "waiting", "it has no place on the CQC's register"


def test_hostile_text_is_text(borough: None, tmp_path: Path, client: Client) -> None:
    name = "<img src=x onerror=alert(1)>"
    imported(
        tmp_path, foreign(name=name, description="{{ 7*7 }}\x00</title><script>alert(1)</script>'; DROP TABLE x;--")
    )
    page = client.get(f"/find-support/{Service.objects.get().pk}").content.decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert "49" not in page.split("govuk-heading-l")[1].split("</h1>")[0]


def test_a_failure_half_way_leaves_nothing(borough: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = judged(tmp_path, foreign(), foreign(name="Bingo"))
    from marketcross.web.directory.api.importing import writing

    def fails_second(service: Service, *rest: Any, **named: Any) -> None:
        if service.organisation and Organisation.objects.count() == 2:
            raise RuntimeError("the machine stopped")
        original(service, *rest, **named)

    original = writing.say
    monkeypatch.setattr(writing, "say", fails_second)
    with pytest.raises(RuntimeError):
        import_services(by=SYSTEM, at=AT, report=report)
    assert not Service.objects.exists()
    assert not Organisation.objects.exists()


# --- Our own package, read into an empty directory --------------------------------------------------------------------
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
HOURS = st.builds(
    lambda day, opens, long: Hours(day, time(opens), time(min(opens + long, 23), 30)),
    st.integers(1, 7), st.integers(0, 22), st.integers(0, 5),
)  # fmt: skip
PLACES = st.builds(
    Place, postcode=st.sampled_from(["ZX1 0AA", "ZX2 0AA"]), name=st.just("") | WORDS, address=st.just("") | WORDS,
    access=st.just("") | WORDS,
)  # fmt: skip
LISTINGS = st.builds(
    Listing,
    name=WORDS,
    category=st.sampled_from(["lunch-club", "games", "night-care"]),
    description=st.just("") | WORDS,
    groups=st.lists(st.sampled_from(sorted(GROUPS)), min_size=1, max_size=3, unique=True).map(tuple),
    minimum_age=st.none() | st.integers(0, 60),
    maximum_age=st.none() | st.integers(60, 120),
    price_pence=st.none() | st.integers(0, 9_999),
    price_includes=st.just("") | WORDS,
    takes_direct_payments=st.booleans(),
    how_to_start=st.just("") | WORDS,
    phone=st.just("01632 960 000"),
    website=st.sampled_from(["", "https://example.org/a"]),
    hours=st.lists(HOURS, max_size=3, unique_by=lambda h: (h.day, h.opens)).map(tuple),
    places=st.lists(PLACES, min_size=1, max_size=2, unique_by=lambda p: (p.postcode, p.name, p.address)).map(tuple),
    areas=st.sets(st.sampled_from(["E1", "E2"])).map(tuple),
)


@action("test.directory_emptied")
def empty(*, by: Actor, at: Any) -> None:
    ImportedService.objects.all().delete()
    Service.objects.all().delete()
    for organisation in Organisation.objects.all():
        note(organisation, name=organisation.name)
        organisation.delete()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    said=st.lists(LISTINGS, min_size=1, max_size=3),
    kind=st.sampled_from(Organisation.Kind.values),
    example=st.booleans(),
)
def test_our_own_package_gives_the_same_pages_again(
    borough: None, tmp_path: Path, client: Client, said: list[Listing], kind: str, example: bool
) -> None:
    if Organisation.objects.exists():  # what an example before this one left
        empty(by=SYSTEM, at=AT)
    made = actions.list_organisation(
        by=SYSTEM, at=AT, name="Made", kind=kind, example=example, website="https://a.example"
    )
    for listing in said:
        service = actions.list_service(by=SYSTEM, at=AT, organisation=made.pk, listing=listing)
        actions.check_service(by=SYSTEM, at=AT, service=service.pk)
    before = pages(client)
    (tmp_path / "services.jsonl").write_text("".join(json.dumps(one) + "\n" for one in before[0]))
    empty(by=SYSTEM, at=AT)
    report = judge("ourselves", read(tmp_path))
    assert report.counts()["new"] == len(said), [one.words for one in report.found]
    import_services(by=SYSTEM, at=AT, report=report, trust_checks=True)
    after = pages(client)
    assert without_moment(after) == without_moment(before)


def pages(client: Client) -> list[list[dict]]:
    paths = ("services", "service_at_locations")
    return [json.loads(client.get(f"/api/v3/{path}?full=true").content)["contents"] for path in paths]


def without_moment(node: Any) -> Any:
    if isinstance(node, list):
        return [without_moment(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: without_moment(value) for key, value in node.items() if key != "last_modified"}
