"""The Care Quality Commission's register: every layout gives the same record, and everything wrong is said at once."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.opendata.made_spreadsheets import Cell, write_ods, write_xlsx

from marketcross.engine.vocabulary.postcode import normal_postcode
from marketcross.opendata.cqc import (
    Change,
    ChangeKind,
    KeyQuestion,
    Location,
    Provider,
    Rated,
    Rating,
    Ratings,
    Where,
    changes,
    counted_once,
    location_of,
    may_list_personal_care,
    read_active_locations,
    read_answers,
    read_directory,
    read_latest_ratings,
    with_ratings,
)
from marketcross.opendata.cqc.rating import NOT_RATED, rating_of
from marketcross.opendata.finding import BadFileError

SAMPLE = Path(__file__).resolve().parents[3] / "src/marketcross/opendata/cqc/sample"
TODAY = date(2026, 11, 22)
CARE = "Accommodation for persons who require nursing or personal care"


def by_id(locations: list[Location]) -> dict[str, Location]:
    return {one.id: one for one in locations}


def cells(name: str) -> list[list[str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def lines(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return path


def said(read: Callable[[Path], object], path: Path) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        read(path)
    return [f"{finding.line}: {finding.what}" for finding in caught.value.findings]


# --- The care directory -----------------------------------------------------------------------------------------------
def test_the_directory_gives_places_providers_and_service_types() -> None:
    home = by_id(read_directory(SAMPLE / "CQC_directory.csv"))["1-9000002"]
    assert home == Location(
        id="1-9000002",
        name="Wickmoor Nursing Home",
        provider=Provider("1-8000002", "Wickmoor Homes Limited"),
        address=("2 Moor Lane", "Amberbrough"),
        postcode="ZX1 0AB",
        telephone="01632960002",
        local_authority="Made borough",
        region="Made region",
        service_types=("Care home service with nursing",),
        activities=(CARE, "Treatment of disease, disorder or injury"),
        specialisms=("Dementia",),
        checked_on=date(2025, 3, 14),
    )
    assert home.report_page == "https://www.cqc.org.uk/location/1-9000002" and home.is_care_home


def test_what_a_directory_does_not_say_is_not_known() -> None:
    rooms = by_id(read_directory(SAMPLE / "CQC_directory.csv"))["1-9000004"]
    assert rooms.activities is None is rooms.beds and rooms.dormant is None is rooms.checked_on
    assert rooms.ratings == Ratings() and not rooms.is_care_home


@pytest.mark.parametrize("name", ["CQC Location (for office use only)", "CQC Location ID (for office use only)"])
def test_later_headings_of_the_directory_are_known(tmp_path: Path, name: str) -> None:
    rows = cells("CQC_directory.csv")
    rows[4][13], rows[4][10] = name, "Local authority"
    found = read_directory(lines(tmp_path / "d.csv", rows))
    assert found == read_directory(SAMPLE / "CQC_directory.csv")


def test_a_directory_without_lead_lines_is_read(tmp_path: Path) -> None:
    assert len(read_directory(lines(tmp_path / "d.csv", cells("CQC_directory.csv")[4:]))) == 4


def test_a_bad_directory_says_everything_at_once(tmp_path: Path) -> None:
    rows = cells("CQC_directory.csv")
    rows[5][3], rows[5][7] = "Amberbrough", "yesterday"
    rows[6][0] = ""
    rows[7][13] = "1-9000001"
    rows[8] = rows[8][:3]
    assert said(read_directory, lines(tmp_path / "d.csv", rows)) == [
        "6: date of latest check 'yesterday' is no day: write it as 2026-01-09",
        "6: postcode 'Amberbrough' is not a postcode",
        "7: name is empty",
        "8: location 1-9000001 stands in 6 as well",
        "9: has 3 cells where the heading has 15: quote a cell that holds a comma",
    ]


def test_another_file_is_not_taken_for_the_directory(tmp_path: Path) -> None:
    path = lines(tmp_path / "d.csv", [["Name", "Postcode"], ["A", "ZX1 0AA"]])
    [missing] = said(read_directory, path)
    assert missing.startswith("1: no column address, service types, provider name, cqc location, cqc provider")
    assert said(read_directory, SAMPLE / "Latest_ratings.csv") == ["1: no line names the column Postcode"]
    assert said(read_directory, tmp_path / "absent.csv") == ["1: there is no such file"]
    path.write_bytes(b"Name,Postcode\nCaf\xe9,ZX1 0AA\n")
    assert said(read_directory, path) == ["1: is not UTF-8 text (byte 17): save it as 'CSV UTF-8'"]


# --- The care directory with filters ----------------------------------------------------------------------------------
def test_active_locations_give_registration_beds_rating_and_activities() -> None:
    found = by_id(read_active_locations(SAMPLE / "HSCA_Active_Locations.csv"))
    assert found["1-9000002"] == Location(
        id="1-9000002",
        name="Wickmoor Nursing Home",
        provider=Provider("1-8000002", "Wickmoor Homes Limited", "BRAND Wickmoor"),
        address=("2 Moor Lane", "Amberbrough"),
        postcode="ZX1 0AB",
        telephone="01632960002",
        local_authority="Made borough",
        region="Made region",
        registered_on=date(2012, 5, 1),
        dormant=False,
        beds=48,
        service_types=("Care home service with nursing",),
        activities=(CARE, "Treatment of disease, disorder or injury"),
        specialisms=("Dementia", "Older People"),
        ratings=Ratings(Rated(Rating.REQUIRES_IMPROVEMENT, date(2025, 4, 11)), inherited=True),
        dual_registered=True,
        primary_id="1-9000002",
    )
    assert found["1-9000001"].provider.brand == "" and found["1-9000005"].dormant is True
    assert found["1-9000005"].ratings.overall is None


def spreadsheet() -> list[list[Cell]]:
    """The sample with beds as numbers and days as days, below a title as the editions of 2024 had."""
    heading, *rows = cells("HSCA_Active_Locations.csv")
    beds, days = (
        heading.index("Care homes beds"),
        [heading.index("Location HSCA start date"), heading.index("Publication Date")],
    )

    def typed(row: list[str]) -> list[Cell]:
        found: list[Cell] = list(row)
        found[beds] = int(row[beds]) if row[beds] else None
        for day in days:
            found[day] = date.fromisoformat(row[day]) if row[day] else None
        return found

    return [["Made data"], [], ["Source: made"], [], [], [], heading, *map(typed, rows)]


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
@pytest.mark.parametrize("sheet", ["HSCA_Active_Locations", "HSCA Active Locations"])
def test_both_spreadsheets_give_what_the_csv_gives(tmp_path: Path, write: Callable[..., Path], sheet: str) -> None:
    path = tmp_path / f"a.{write.__name__.removeprefix('write_')}"
    write(path, {"README": [["Read me"]], sheet: spreadsheet()})
    assert read_active_locations(path) == read_active_locations(SAMPLE / "HSCA_Active_Locations.csv")


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_errors_in_a_spreadsheet_name_its_row(tmp_path: Path, write: Callable[..., Path]) -> None:
    rows = spreadsheet()
    heading = rows[6]
    rows[8] = [*rows[8]]
    for name, cell in {
        "Care homes beds": "many",
        "Dormant (Y/N)": "perhaps",
        "Location Latest Overall Rating": "Splendid",
        "Location Dual Registered": "Yes",
        "Service type - Shared Lives": "X",
        "Location HSCA start date": "soon",
    }.items():
        rows[8][heading.index(name)] = cell
    path = write(tmp_path / f"a.{write.__name__[6:]}", {"HSCA_Active_Locations": rows})
    found = said(read_active_locations, path)
    assert [line.partition(": ")[0] for line in found] == ["9"] * 6
    text = "\n".join(found)
    for part in (
        "'many' is no whole number",
        "'PERHAPS' is neither",
        "'Splendid' is no rating",
        "'Yes' is neither",
        "'X' is",
    ):
        assert part in text


def test_a_spreadsheet_without_its_sheet_heading_or_sense_is_refused(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", {"Other": [["Location ID"]]})
    assert said(read_active_locations, path) == ["1: has no sheet HSCA_Active_Locations: it has Other"]
    path = write_ods(tmp_path / "b.ods", {"HSCA_Active_Locations": [["Something", "else"]]})
    assert said(read_active_locations, path) == ["1: no row names the column Location ID"]
    path = write_ods(tmp_path / "c.ods", {"HSCA_Active_Locations": [["Location ID"]]})
    assert said(read_active_locations, path)[0].startswith("1: no column Location HSCA start date, Dormant (Y/N)")
    (tmp_path / "d.ods").write_bytes(b"no spreadsheet")
    assert said(read_active_locations, tmp_path / "d.ods")[0].startswith("1: cannot be read as a spreadsheet")
    assert said(read_active_locations, tmp_path / "e.ods") == ["1: there is no such file"]
    assert said(read_active_locations, tmp_path / "e.doc") == ["1: the ending must be .csv, .ods or .xlsx"]


def test_premises_with_two_registrations_are_counted_once() -> None:
    found = read_active_locations(SAMPLE / "HSCA_Active_Locations.csv")
    assert sum(one.beds or 0 for one in found) == 24 + 48 + 48
    assert sum(one.beds or 0 for one in counted_once(found)) == 24 + 48
    without_primary = [one for one in found if one.id != "1-9000002"]
    assert sum(one.beds or 0 for one in counted_once(without_primary)) == 24 + 48


# --- The latest ratings -----------------------------------------------------------------------------------------------
def test_latest_ratings_give_the_five_questions_of_the_location_as_a_whole() -> None:
    found = read_latest_ratings(SAMPLE / "Latest_ratings.csv")["1-9000001"]
    assert found.overall == Rated(Rating.GOOD, date(2026, 1, 30)) and found.inherited is False
    assert {question.value: rated.rating.words for question, rated in found.questions.items()} == {
        "Safe": "Good",
        "Effective": "Good",
        "Caring": "Outstanding",
        "Responsive": "Good",
        "Well-led": "Good",
    }


def test_ratings_are_laid_over_locations_and_others_stay() -> None:
    found = read_active_locations(SAMPLE / "HSCA_Active_Locations.csv")
    rated = by_id(with_ratings(found, read_latest_ratings(SAMPLE / "Latest_ratings.csv")))
    assert len(rated["1-9000003"].ratings.questions) == 5
    assert rated["1-9000002"] == by_id(found)["1-9000002"]


def test_bad_ratings_say_everything_at_once(tmp_path: Path) -> None:
    rows = cells("Latest_ratings.csv")
    rows[1][4], rows[2][3], rows[3][0] = "Fine", "Kind", ""
    found = said(read_latest_ratings, lines(tmp_path / "r.csv", rows))
    assert [line.partition(":")[0] for line in found] == ["2", "3", "4"]
    assert "Domain 'Kind' is not one of Overall, Safe, Effective, Caring, Responsive, Well-led" in found[1]


def test_older_ratings_call_the_column_key_question(tmp_path: Path) -> None:
    rows = cells("Latest_ratings.csv")
    rows[0][3] = "Key Question"
    assert read_latest_ratings(lines(tmp_path / "r.csv", rows)) == read_latest_ratings(SAMPLE / "Latest_ratings.csv")


@pytest.mark.parametrize("words", sorted(NOT_RATED | {"No published rating", "Inspected but not rated"}))
def test_words_for_not_rated_are_no_rating(words: str) -> None:
    assert rating_of(words) is None


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_is_read_however_its_letters_are(rating: Rating) -> None:
    assert rating_of(rating.words) is rating_of(rating.words.upper()) is rating


def test_ratings_are_in_order() -> None:
    assert [r.words for r in sorted(Rating)] == ["Inadequate", "Requires improvement", "Good", "Outstanding"]


# --- The interface ----------------------------------------------------------------------------------------------------
def answer(**changed: object) -> dict[str, object]:
    first = (SAMPLE / "locations.jsonl").read_text(encoding="utf-8").splitlines()[0]
    return json.loads(first) | changed


def test_an_answer_gives_the_record_of_the_files() -> None:
    """What the file and the interface both say is equal; each says some things that the other does not."""
    found, file = location_of(answer()), by_id(read_active_locations(SAMPLE / "HSCA_Active_Locations.csv"))["1-9000003"]
    for field in ("id", "name", "address", "postcode", "telephone", "local_authority", "region", "registered_on"):
        assert getattr(found, field) == getattr(file, field)
    assert (found.activities, found.service_types, found.dormant) == (file.activities, file.service_types, False)
    assert found.ratings.overall == file.ratings.overall
    assert found.ratings.questions == {
        KeyQuestion.SAFE: Rated(Rating.GOOD, date(2024, 7, 5)),
        KeyQuestion.WELL_LED: Rated(Rating.GOOD, date(2024, 7, 5)),
        KeyQuestion.CARING: Rated(Rating.OUTSTANDING, date(2024, 7, 5)),
        KeyQuestion.RESPONSIVE: Rated(Rating.OUTSTANDING, date(2024, 7, 5)),
    }


def test_a_deregistered_location_has_its_day() -> None:
    gone = by_id(read_answers(SAMPLE / "locations.jsonl"))["1-9000006"]
    assert gone.deregistered_on == date(2025, 11, 28)
    assert gone.registered(date(2025, 11, 27)) and not gone.registered(date(2025, 11, 28))
    assert not gone.registered(date(2010, 12, 1)) and gone.registered(date(2010, 12, 2))


def test_a_list_of_answers_is_read_as_lines_are(tmp_path: Path) -> None:
    text = (SAMPLE / "locations.jsonl").read_text(encoding="utf-8")
    (tmp_path / "l.json").write_text(json.dumps([json.loads(line) for line in text.splitlines()]), encoding="utf-8")
    assert read_answers(tmp_path / "l.json") == read_answers(SAMPLE / "locations.jsonl")


def test_an_answer_with_little_in_it_is_still_a_location() -> None:
    plain = {"locationId": "1-9", "providerId": "1-8", "name": "Plain", "registrationStatus": "Registered"}
    found = location_of(plain)
    assert found.activities == () and found.ratings == Ratings() and found.beds is None
    assert location_of(plain | {"currentRatings": None, "gacServiceTypes": None, "lastInspection": None}) == found


def test_a_bad_answer_says_everything_at_once() -> None:
    bad = answer(name="", postalCode="?", numberOfBeds="few", registrationStatus="Deregistered")
    with pytest.raises(ValueError) as caught:
        location_of(bad)
    for part in ("name is empty", "'?' is not a postcode", "'few' is no whole number", "does not go with"):
        assert part in str(caught.value)


def test_bad_lines_of_answers_are_named(tmp_path: Path) -> None:
    path = tmp_path / "l.jsonl"
    path.write_text(json.dumps(answer(name="")) + "\n" + json.dumps(answer(locationId="1-2")) + "\n{", encoding="utf-8")
    assert [line.partition(": ")[0] for line in said(read_answers, path)] == ["1", "3"]
    path.write_text("[1]", encoding="utf-8")
    assert said(read_answers, path) == ["1: is not an object: give answers of /locations/{id}"]
    assert said(read_answers, tmp_path / "absent.json") == ["1: there is no such file"]


# --- What changed -----------------------------------------------------------------------------------------------------
def home(key: str = "1-1", rating: Rating | None = Rating.GOOD, provider: str = "1-8", **more: object) -> Location:
    rated = Rated(rating) if rating else None
    return Location(key, f"Home {key}", Provider(provider), ratings=Ratings(rated), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ([], [], []),
        ([home()], [home()], []),
        ([], [home()], [Change(ChangeKind.NEW, "1-1")]),
        ([home()], [], [Change(ChangeKind.CLOSED, "1-1")]),
        ([home()], [home(deregistered_on=TODAY)], [Change(ChangeKind.CLOSED, "1-1")]),
        ([home()], [home(deregistered_on=date(2026, 11, 23))], []),
        ([home(deregistered_on=TODAY)], [home(deregistered_on=TODAY)], []),
        ([home()], [home(rating=Rating.INADEQUATE)], [Change(ChangeKind.RATING_FELL, "1-1", "", "Good", "Inadequate")]),
        (
            [home()],
            [home(rating=Rating.OUTSTANDING)],
            [Change(ChangeKind.RATING_ROSE, "1-1", "", "Good", "Outstanding")],
        ),
        ([home(rating=None)], [home()], []),
        ([home()], [home(rating=None)], []),
        ([home()], [home(provider="1-9")], [Change(ChangeKind.PROVIDER_CHANGED, "1-1", "", "1-8", "1-9")]),
    ],
)
def test_each_change_is_found(old: list[Location], new: list[Location], found: list[Change]) -> None:
    assert changes(old, new, on=TODAY) == found


def test_a_key_question_changes_on_its_own() -> None:
    safe = {KeyQuestion.SAFE: Rated(Rating.GOOD)}
    unsafe = {KeyQuestion.SAFE: Rated(Rating.REQUIRES_IMPROVEMENT)}
    old, new = (replace(home(), ratings=Ratings(Rated(Rating.GOOD), asked)) for asked in (safe, unsafe))
    fell = Change(ChangeKind.RATING_FELL, "1-1", "Safe", "Good", "Requires improvement")
    assert changes([old], [new], on=TODAY) == [fell]


def test_a_home_registered_anew_by_another_provider_is_one_change() -> None:
    old = replace(home("1-1"), name="Orridge House", postcode="ZX1 0AA")
    new = replace(home("1-2", provider="1-9"), name="Orridge  house", postcode="ZX1 0AA")
    assert changes([old], [new], on=TODAY) == [Change(ChangeKind.PROVIDER_CHANGED, "1-2", "", "1-1", "1-2")]
    elsewhere = replace(new, postcode="ZX1 0AB")
    assert [one.kind for one in changes([old], [elsewhere], on=TODAY)] == [ChangeKind.CLOSED, ChangeKind.NEW]
    another = replace(new, id="1-3")
    kinds = [one.kind for one in changes([old], [new, another], on=TODAY)]
    assert kinds == [ChangeKind.CLOSED, ChangeKind.NEW, ChangeKind.NEW], "among several nothing is guessed"


LOCATIONS = st.lists(
    st.builds(
        home, st.sampled_from(["1-1", "1-2", "1-3"]), st.sampled_from([None, *Rating]), st.sampled_from(["a", "b"])
    ),
    unique_by=lambda one: one.id,
)
BACK = {ChangeKind.NEW: ChangeKind.CLOSED, ChangeKind.RATING_FELL: ChangeKind.RATING_ROSE}
BACK |= {there: here for here, there in BACK.items()} | {ChangeKind.PROVIDER_CHANGED: ChangeKind.PROVIDER_CHANGED}


@given(LOCATIONS, LOCATIONS)
def test_changes_backwards_are_the_same_changes_turned_round(old: list[Location], new: list[Location]) -> None:
    there, back = changes(old, new, on=TODAY), changes(new, old, on=TODAY)
    turned = [replace(one, kind=BACK[one.kind], before=one.after, after=one.before) for one in there]
    assert sorted(turned) == back


@given(LOCATIONS, st.randoms())
def test_the_order_of_a_reading_does_not_matter(old: list[Location], chance: object) -> None:
    new = [replace(one, provider=Provider("c")) for one in old]
    shuffled = sorted(new, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert changes(old, shuffled, on=TODAY) == changes(old, new, on=TODAY)
    assert changes(old, old, on=TODAY) == []


# --- Personal care ----------------------------------------------------------------------------------------------------
def agency(**more: object) -> Location:
    return replace(Location("1-1", "Haslebeck at Home", Provider("1-8"), activities=("Personal care",)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("location", "where", "yes", "why"),
    [
        (agency(), Where.PERSONS_OWN_HOME, True, "is registered with the CQC for 'Personal care'"),
        (agency(), Where.CARE_HOME, False, "is not registered with the CQC for 'Accommodation"),
        (agency(activities=(CARE,)), Where.CARE_HOME, True, "is registered"),
        (
            agency(activities=(CARE,)),
            Where.PERSONS_OWN_HOME,
            False,
            "is not registered with the CQC for 'Personal care'",
        ),
        (agency(activities=("Nursing care",)), Where.PERSONS_OWN_HOME, False, "is not registered"),
        (agency(activities=()), Where.PERSONS_OWN_HOME, False, "is not registered"),
        (agency(activities=None), Where.PERSONS_OWN_HOME, False, "does not say what this location is registered for"),
        (
            agency(activities=None, service_types=("Domiciliary care service",)),
            Where.PERSONS_OWN_HOME,
            False,
            "load the directory with filters",
        ),
        (agency(dormant=True), Where.PERSONS_OWN_HOME, False, "is dormant"),
        (agency(dormant=False), Where.PERSONS_OWN_HOME, True, "is registered"),
        (agency(deregistered_on=date(2026, 11, 23)), Where.PERSONS_OWN_HOME, True, "is registered"),
        (agency(deregistered_on=TODAY), Where.PERSONS_OWN_HOME, False, "left the CQC's register on 2026-11-22"),
        (agency(deregistered_on=date(2026, 11, 21)), Where.PERSONS_OWN_HOME, False, "left the CQC's register"),
        (agency(registered_on=TODAY), Where.PERSONS_OWN_HOME, True, "is registered"),
        (agency(registered_on=date(2026, 11, 23)), Where.PERSONS_OWN_HOME, False, "only from 2026-11-23"),
    ],
)
def test_personal_care_is_listed_where_the_registration_carries_it(
    location: Location, where: Where, yes: bool, why: str
) -> None:
    verdict = may_list_personal_care(location, on=TODAY, where=where)
    assert bool(verdict) is yes and why in verdict.why


def test_the_sample_has_each_case() -> None:
    found = by_id(read_active_locations(SAMPLE / "HSCA_Active_Locations.csv"))
    assert may_list_personal_care(found["1-9000003"], on=TODAY)
    assert not may_list_personal_care(found["1-9000001"], on=TODAY)
    assert may_list_personal_care(found["1-9000001"], on=TODAY, where=Where.CARE_HOME)
    assert not may_list_personal_care(found["1-9000005"], on=TODAY)


# --- Real homes -------------------------------------------------------------------------------------------------------
KINDS = {
    "Residential homes": "Care home service without nursing",
    "Nursing homes": "Care home service with nursing",
    "Homecare agencies": "Domiciliary care service",
    "Supported living": "Supported living service",
    "Shared lives": "Shared Lives",
}


def _laid_out(number: int, home: dict[str, str]) -> list[str]:
    """A row of the extract in the directory's fifteen columns."""
    site = home["website"].replace("NA", "")
    known = [home["name"], "", home["address"], home["postcode"], home["telephone"], site, home["type"]]
    return [*known, "", "", "", home["area_name"], "North West", "", f"1-{number}", "1-1"]


def test_greater_manchesters_559_homes_load(shared: Path, tmp_path: Path) -> None:
    """An extract of the directory of September 2018, without ids, providers and checks: those are filled in here."""
    source = shared / "data/cqc/gm_care_homes_2018.csv"
    if not source.is_file():
        pytest.skip(f"{source.name} is not beside the project")
    with source.open(encoding="utf-8", newline="") as file:
        homes = list(csv.DictReader(file))
    heading = cells("CQC_directory.csv")[4]
    rows = [_laid_out(number, home) for number, home in enumerate(homes, 1)]
    found = read_directory(lines(tmp_path / "gm.csv", [["Lead"], [], [], [], heading, *rows]))
    assert len(found) == 559 and all(one.is_care_home for one in found)
    for one, written in zip(found, homes, strict=True):
        assert (
            one.postcode == normal_postcode(written["postcode"]) and one.address and one.name == written["name"].strip()
        )
        assert one.service_types == tuple(KINDS.get(part, part) for part in written["type"].split("|"))
    assert sum(one.local_authority == "Trafford" for one in found) == sum(h["area_name"] == "Trafford" for h in homes)


def test_the_worked_examples_of_the_method_page(root: Path) -> None:
    page = (root / "docs/method/cqc.md").read_text(encoding="utf-8")
    locations = read_active_locations(SAMPLE / "HSCA_Active_Locations.csv")
    beds = [sum(one.beds or 0 for one in some) for some in (locations, counted_once(locations))]
    assert beds == [120, 72] and "120 beds; counted once it is 72" in page
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("| ")
    ]
    table = {row[0]: row for row in rows if len(row) == 4}
    named = {one.name: one for one in locations}
    for name in ("Haslebeck at Home", "Orridge House", "Dunsterly Homecare"):
        _, activity, *answers = table[name]
        assert activity.removesuffix(", but dormant") in (named[name].activities or ())
        verdicts = [may_list_personal_care(named[name], on=TODAY, where=where) for where in Where]
        assert answers == ["yes" if verdict else "no" for verdict in verdicts]
