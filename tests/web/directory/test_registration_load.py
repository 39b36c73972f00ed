"""The register is loaded whole or not at all; what changed is kept and told."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from marketcross.cli import directory as command
from marketcross.opendata.cqc import KeyQuestion, Location, Provider, Rated, Rating, Ratings
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, EventRecord
from marketcross.web.directory.models import Registration, RegistrationChange, RegistrationLoad
from marketcross.web.directory.registration.kept import location_of
from marketcross.web.directory.registration.loading import RegisterRefused, load_register

from .conftest import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)
SAMPLE = Path(command.__file__).parents[1] / "opendata" / "cqc" / "sample"
GOOD = Ratings(Rated(Rating.GOOD, date(2026, 1, 30)), {KeyQuestion.SAFE: Rated(Rating.GOOD, date(2026, 1, 30))})


def place(number: int, **said: Any) -> Location:
    provider = Provider(f"1-8{number}", f"Provider {number}")
    return replace(Location(f"1-9{number}", f"Place {number}", provider, ratings=GOOD, beds=20, activities=()), **said)


def load(*locations: Location, days: int = 0, **how: bool) -> RegistrationLoad:
    on = DAY + timedelta(days=days)
    return load_register(by=SYSTEM, at=AT, locations=locations, on=on, source="made", **how)


def told() -> list[tuple[str, str, str]]:
    rows = RegistrationChange.objects.order_by("kind", "registration", "question")
    return list(rows.values_list("kind", "registration", "question"))


def test_a_location_is_kept_as_it_was_read(db: None) -> None:
    said = place(1, postcode="ZX1 0AA", registered_on=date(2011, 1, 24), dormant=False, service_types=("Shared Lives",))
    load(said)
    assert location_of(Registration.objects.get()) == said


def test_one_load_is_one_event_and_the_first_has_nothing_to_compare(db: None) -> None:
    load(place(1), place(2))
    assert AuditEvent.objects.filter(action="directory.register_loaded").count() == 1
    assert told() == [] and not EventRecord.objects.filter(kind__startswith="directory.r").exists()


def test_what_changed_is_kept_and_what_matters_is_news(db: None) -> None:
    fell = replace(GOOD, overall=Rated(Rating.INADEQUATE, DAY))
    load(place(1), place(2), place(3))
    load(place(1, ratings=fell), place(3), place(4), days=1)
    assert told() == [("closed", "1-92", ""), ("new", "1-94", ""), ("rating_fell", "1-91", "")]
    news = EventRecord.objects.filter(kind__in=["directory.registration_closed", "directory.rating_fell"])
    assert sorted((one.kind, one.body["location"]) for one in news) == [
        ("directory.rating_fell", "1-91"),
        ("directory.registration_closed", "1-92"),
    ]
    assert Registration.objects.get(pk="1-92").deregistered_on == DAY + timedelta(days=1)


def test_loading_again_changes_nothing(db: None) -> None:
    load(place(1), place(2))
    assert load(place(1), place(2)).changes == 0 and Registration.objects.count() == 2


def test_what_came_back_is_open_again(db: None) -> None:
    load(place(1), place(2))
    load(place(1), days=1)
    load(place(1), place(2), days=2)
    assert Registration.objects.get(pk="1-92").deregistered_on is None
    assert ("new", "1-92", "") in told()


def test_what_a_file_does_not_say_stays_as_it_was(db: None) -> None:
    load(place(1, activities=("Personal care",), dormant=False))
    load(place(1, ratings=Ratings(), beds=None, activities=None, provider=Provider("1-81")), days=7)
    kept = location_of(Registration.objects.get())
    assert (kept.beds, kept.activities, kept.ratings, kept.provider.name) == (
        20,
        ("Personal care",),
        GOOD,
        "Provider 1",
    )


def test_a_rating_that_was_withdrawn_goes_where_the_file_has_ratings(db: None) -> None:
    load(place(1), place(2))
    load(place(1, ratings=Ratings()), place(2), days=7)
    assert location_of(Registration.objects.get(pk="1-91")).ratings.overall is None and told() == []


def test_a_part_closes_nothing(db: None) -> None:
    load(place(1), place(2))
    load(place(2), days=1, part=True)
    assert told() == [] and Registration.objects.get(pk="1-91").deregistered_on is None


@pytest.mark.parametrize(("closing", "refused"), [(5, False), (6, True)])
def test_a_load_that_would_close_many_is_refused_unless_said(db: None, closing: int, refused: bool) -> None:
    load(*map(place, range(20)))
    rest = [place(number) for number in range(closing, 20)]
    if not refused:
        assert load(*rest, days=1).changes == closing
        return
    with pytest.raises(RegisterRefused, match="6 of 20 locations"):
        load(*rest, days=1)
    assert (
        not Registration.objects.filter(deregistered_on__isnull=False).exists()
        and RegistrationLoad.objects.count() == 1
    )
    assert load(*rest, days=1, closes_many=True).changes == closing


def test_a_tenth_may_close(db: None) -> None:
    load(*map(place, range(70)))
    assert load(*(place(number) for number in range(7, 70)), days=1).changes == 7


def test_an_older_or_empty_file_is_refused(db: None) -> None:
    load(place(1))
    with pytest.raises(RegisterRefused, match="newer register"):
        load(place(1), days=-1)
    with pytest.raises(RegisterRefused, match="no locations"):
        load()


# --- The command ------------------------------------------------------------------------------------------------------
def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> Any:
    monkeypatch.setattr(command, "with_database", lambda work: work())
    return CliRunner().invoke(command.command, ["load-register", *words], catch_exceptions=False)


def test_every_layout_of_the_sample_is_loaded(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    active, ratings = str(SAMPLE / "HSCA_Active_Locations.csv"), str(SAMPLE / "Latest_ratings.csv")
    done = run(monkeypatch, active, "--on", "2026-11-01", "--ratings", ratings)
    assert (done.exit_code, done.output) == (0, "5 locations\n")
    home = Registration.objects.get(pk="1-9000001")
    assert (home.beds, home.questions["Caring"]["rating"]) == (24, Rating.OUTSTANDING)
    assert run(monkeypatch, str(SAMPLE / "CQC_directory.csv"), "--on", "2026-11-08").exit_code == 0
    home.refresh_from_db()
    assert (home.beds, home.rating) == (24, Rating.GOOD), "the weekly file says nothing of these"
    asked = run(monkeypatch, str(SAMPLE / "locations.jsonl"), "--on", "2026-11-09", "--part")
    assert asked.exit_code == 0 and "Rating" not in asked.output


def test_only_the_authorities_that_are_named(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    active = str(SAMPLE / "HSCA_Active_Locations.csv")
    refused = run(monkeypatch, active, "--on", "2026-11-01", "--local-authority", "Elsewhere")
    assert refused.exit_code == 2 and "no locations" in refused.output


def test_a_bad_file_ends_with_two_and_writes_nothing(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    text = (SAMPLE / "HSCA_Active_Locations.csv").read_text().replace("Requires improvement", "Splendid", 1)
    bad.write_text(text.replace("2026-01-30", "30 Smarch", 1))
    done = run(monkeypatch, str(bad), "--on", "2026-11-01")
    assert done.exit_code == 2 and "Splendid" in done.output and "Smarch" in done.output
    assert not Registration.objects.exists()


GREATER_MANCHESTER = Path(__file__).resolve().parents[4] / "shared" / "data" / "cqc" / "gm_care_homes_2018.csv"


def test_the_559_homes_of_greater_manchester_load(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An extract of the weekly directory without numbers, providers and checks: those are filled in here."""
    if not GREATER_MANCHESTER.is_file():
        pytest.skip(f"{GREATER_MANCHESTER.name} is not beside the project")
    lead = (SAMPLE / "CQC_directory.csv").read_text(encoding="utf-8").splitlines(keepends=True)[:5]
    with GREATER_MANCHESTER.open(encoding="utf-8", newline="") as file:
        homes = list(csv.DictReader(file))
    laid_out = tmp_path / "directory.csv"
    with laid_out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lead)
        for number, home in enumerate(homes, 1):
            known = [
                home["name"],
                "",
                home["address"],
                home["postcode"],
                home["telephone"],
                "",
                home["type"],
                "",
                "",
                "",
            ]
            csv.writer(file).writerow([*known, home["area_name"], "North West", "", f"1-{number}", "1-1"])
    assert run(monkeypatch, str(laid_out), "--on", "2018-09-01").output == "559 locations\n"
    assert Registration.objects.filter(activities=None).count() == 559
