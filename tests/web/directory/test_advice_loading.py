"""Loading again changes nothing, renews what nobody touched, and never overwrites an editor."""

from pathlib import Path

import pytest
from django.test import Client

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent
from marketcross.web.directory.advice.loading import read_folder
from marketcross.web.directory.advice.loading.action import Outcome, load_pages
from marketcross.web.directory.advice.models import AdviceIndex, AdvicePage, Topic

from .advice_pages import A_PAGE, A_TOPIC, AT, editor, page_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "topic.md").write_text(A_TOPIC, encoding="utf-8")
    write(tmp_path, "First words.")
    return tmp_path


def write(place: Path, body: str, name: str = "page") -> None:
    (place / "made" / f"{name}.md").write_text(A_PAGE.format(title="Made", body=body, easy="Easy."), encoding="utf-8")


def load(place: Path) -> Outcome:
    return load_pages(by=SYSTEM, at=AT, folder=read_folder(place))


def words(slug: str = "page") -> str:
    return page_at(slug).body[0].value


def test_the_second_time_nothing_changes(place: Path) -> None:
    assert load(place).made == ["made/topic.md", "made/page.md"]
    before = AdvicePage.objects.get().latest_revision_id
    again = load(place)
    assert again == Outcome(unchanged=["made/topic.md", "made/page.md"])
    assert AdvicePage.objects.get().latest_revision_id == before and AdviceIndex.objects.count() == 1


def test_a_newer_file_renews_a_page_that_nobody_touched(place: Path) -> None:
    load(place)
    write(place, "Second words.")
    assert load(place).renewed == ["made/page.md"] and words() == "Second words."


@pytest.mark.parametrize("published", [True, False])
def test_what_an_editor_wrote_is_kept_published_or_draft(place: Path, published: bool) -> None:
    load(place)
    page, (user, _) = page_at("page"), editor("ann")
    page.body = [("paragraph", "An editor's words.")]
    revision = page.save_revision(user=user)
    if published:
        revision.publish()
    write(place, "Second words.")
    assert load(place).kept == ["made/page.md"]
    assert words() == ("An editor's words." if published else "First words.")
    assert page_at("page").get_latest_revision_as_object().body[0].value == "An editor's words."


def test_a_page_that_an_editor_took_down_or_deleted_stays_so(place: Path) -> None:
    write(place, "Other words.", "other")
    load(place)
    page_at("page").unpublish()
    page_at("other").delete()
    write(place, "Second words.")
    assert sorted(load(place).kept) == ["made/other.md", "made/page.md"]
    assert [page.slug for page in AdvicePage.objects.all()] == ["page"] and not page_at("page").live


def test_a_page_that_an_editor_already_has_at_the_address_is_kept(place: Path) -> None:
    load(place)
    topic = Topic.objects.get()
    mine = AdvicePage(title="Mine", slug="new", summary="Mine.", review_due="2027-01-01", body=[("paragraph", "Mine.")])
    topic.add_child(instance=mine)
    write(place, "File's words.", "new")
    assert load(place).kept == ["made/new.md"] and words("new") == "Mine."


def test_an_editor_who_changed_it_back_gets_newer_files_again(place: Path) -> None:
    load(place)
    page = page_at("page")
    for text in ("Mine.", "First words."):
        page.body = [("paragraph", text)]
        page.save_revision().publish()
    write(place, "Second words.")
    assert load(place).renewed == ["made/page.md"]


def test_every_page_written_is_in_the_audit(place: Path) -> None:
    load(place)
    assert AuditEvent.objects.filter(action="advice.loaded").count() == 1
    written = AuditEvent.objects.filter(action="advice.page_written", record_kind="directory.advicepage")
    assert written.exists() and {event.actor_kind for event in written} == {SYSTEM.kind}


def test_before_anything_is_loaded_the_index_says_whom_to_call() -> None:
    page = Client().get("/advice/")
    assert page.status_code == 200 and "There is no advice here yet" in page.content.decode()
