"""Everybody reads advice: by topic, by search, on screen and on paper, in every form."""

import io

import pikepdf
import pytest
from django.test import Client
from django.utils import timezone

from marketcross.web.directory.advice.demo import make
from marketcross.web.directory.advice.loading import read_folder
from marketcross.web.directory.advice.loading.action import Outcome
from marketcross.web.directory.advice.models import AdvicePage, Topic
from marketcross.web.directory.advice.search import MOST_LETTERS, find

from ..test_reading_age import HARDEST, grade, sentences
from .advice_pages import AT, loaded, loaded_once, page_at  # noqa: F401

PAGES = [(page.topic, page.slug) for page in read_folder().pages]
POLICY = "Content-Security-Policy"


@pytest.fixture
def reader(loaded: Outcome) -> Client:  # noqa: F811
    return Client()


def test_every_page_comes_in_four_forms_and_in_easy_read_on_screen(reader: Client) -> None:
    for topic, slug in PAGES:
        address = f"/advice/{topic}/{slug}"
        page = reader.get(address)
        assert page.status_code == 200 and "unsafe-inline" not in page[POLICY]
        assert reader.get(f"{address}/easy-read").status_code == 200
        for form in ("standard", "large", "easy"):
            answer = reader.get(f"{address}/leaflet.pdf?form={form}")
            assert answer["Content-Type"] == "application/pdf", (address, form)
            with pikepdf.open(io.BytesIO(answer.content)) as pdf:
                assert str(pdf.Root.Lang)[:2] == page_at(slug).language
        assert reader.get(f"{address}/leaflet.pdf?form=tiny").status_code == 404


def test_every_page_as_shown_is_easy_to_read(reader: Client) -> None:
    english = [(topic, slug) for topic, slug in PAGES if page_at(slug).language == "en"]
    for address in ("/advice/", *(f"/advice/{topic}/{slug}" for topic, slug in english)):
        page = reader.get(address).content.decode()
        body = page.split('<h2 class="govuk-heading-s">The law behind this page</h2>')
        judged = body[0] + ("</footer>" if len(body) > 1 else "")
        assert grade(sentences(judged)) <= HARDEST, (address, grade(sentences(judged)))


def test_the_index_lists_every_topic_with_its_pages_in_order(reader: Client) -> None:
    page = reader.get("/advice/").content.decode()
    shown = [page.index(f'href="/advice/{topic}/{slug}"') for topic, slug in PAGES if slug != "ocena-potrzeb"]
    assert shown == sorted(shown) and "ocena-potrzeb" not in page
    topic = reader.get("/advice/home").content.decode()
    assert "Staying in your own home" in topic and "Direct payments" not in topic


@pytest.mark.parametrize(
    "address", ["/advice/no", "/advice/home/no", "/advice/home/no/easy-read", "/advice/money/home"]
)
def test_what_is_not_there_is_not_found(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_a_page_stands_under_its_own_topic_only(reader: Client) -> None:
    assert reader.get("/advice/money/staying-at-home").status_code == 404


def test_the_demonstration_has_the_shipped_pages_and_loads_none_twice(reader: Client) -> None:
    again = make(at=AT)
    assert len(again.unchanged) == AdvicePage.objects.count() + Topic.objects.count() and not again.made


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("social worker", "what-is-an-assessment"),
        ("lonely", "meeting-people"),
        ("complaining", "if-you-disagree"),
        ("stairlift", "equipment-and-adaptations"),
        ("sell my house", "paying-for-a-care-home"),
        ("funeral", "planning-for-later"),
        ("rzecznika", "ocena-potrzeb"),
    ],
)
def test_people_find_pages_by_their_own_words(loaded: Outcome, words: str, first: str) -> None:  # noqa: F811
    found = find(words)
    assert found.pages[0].slug == first and not found.widened


def test_a_search_widens_and_says_so_and_never_fails(reader: Client) -> None:
    assert find("lonely zzqx").widened and find("lonely zzqx").pages[0].slug == "meeting-people"
    assert "No page says all of" in reader.get("/advice/", {"q": "lonely zzqx"}).content.decode()
    nothing = reader.get("/advice/", {"q": "zzqx"}).content.decode()
    assert "No page says “zzqx”" in nothing and "Staying in your own home" in nothing
    for odd in ("", "   ", "'", "a & | !", "\x00", "<script>", ":*", "x" * 9_999, "(((", "the"):
        assert reader.get("/advice/", {"q": odd}).status_code == 200, odd
    assert len(find("x" * 9_999).asked) == MOST_LETTERS
    assert "<script>alert" not in reader.get("/advice/", {"q": "<script>alert(1)"}).content.decode()


def test_a_page_shows_its_review_its_law_and_marks_what_is_unverified(reader: Client) -> None:
    page = reader.get("/advice/home/paying-for-a-care-home").content.decode()
    assert "Last reviewed on 22 November 2026." in page and "£23,250" in page
    assert "(not yet checked)" in page and "{{" not in page
    assert "Is something wrong with this page?" in page and "mailto:" in page
    assert 'href="/find-support?category=care-home"' in page
    verified = reader.get("/advice/wellbeing/meeting-people").content.decode()
    assert "not yet checked" not in verified


def test_a_review_that_is_overdue_is_said(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    due = page_at("keeping-well").review_due
    for day, overdue in ((due.replace(day=due.day - 1), False), (due, True)):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        assert (
            "was due to be looked at again" in reader.get("/advice/wellbeing/keeping-well").content.decode()
        ) is overdue


def test_the_polish_page_is_marked_as_polish_and_linked_both_ways(reader: Client) -> None:
    polish = reader.get("/advice/how-care-works/ocena-potrzeb").content.decode()
    english = reader.get("/advice/how-care-works/what-is-an-assessment").content.decode()
    assert '<article lang="pl">' in polish and "Ostatnio sprawdzono: 22 listopada 2026." in polish
    assert 'lang="pl" hreflang="pl" href="/advice/how-care-works/ocena-potrzeb"' in english
    assert 'lang="en" hreflang="en" href="/advice/how-care-works/what-is-an-assessment"' in polish
    easy = reader.get("/advice/how-care-works/ocena-potrzeb/easy-read").content.decode()
    assert "Taka osoba to rzecznik." in easy and '<article lang="pl">' in easy


def test_a_page_without_an_easy_wording_offers_none(reader: Client) -> None:
    page = page_at("keeping-well")
    page.easy = []
    page.save()
    assert reader.get(f"{page.address}/easy-read").status_code == 404
    assert "easy-read" not in reader.get(page.address).content.decode()
    assert reader.get(f"{page.address}/leaflet.pdf?form=easy").status_code == 404


def test_markup_that_was_imported_is_inert(reader: Client) -> None:
    page: AdvicePage = page_at("keeping-well")
    hostile = "<script>alert(1)</script> {{ council }}".replace("{{ council }}", "{% now 'Y' %} #panic()")
    page.title = page.summary = hostile
    page.body = [("paragraph", hostile), ("points", [hostile]), ("heading", hostile)]
    page.save()
    for address in (page.address, "/advice/", "/advice/wellbeing", "/advice/?q=panic"):
        shown = reader.get(address).content.decode()
        assert "<script>alert" not in shown and "&lt;script&gt;alert(1)" in shown, address
    assert reader.get(f"{page.address}/leaflet.pdf").content.startswith(b"%PDF")
