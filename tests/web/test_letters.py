"""One text gives a page, a tagged PDF, large print and easy read; no text can become markup."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.letters import Heading, Letter, Paragraph, Points, Room, Sender
from marketcross.web.core.letters.easy_read import NotEasyToReadError, lines_of
from marketcross.web.core.letters.pdf import FORMS, CannotPrintError, as_pdf
from marketcross.web.core.letters.printable import printable
from marketcross.web.core.letters.reading import parts_of
from marketcross.web.core.messages import send
from marketcross.web.core.models import AuditEvent, Message, User
from marketcross.web.core.users import give_role, make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
COUNCIL = Sender("Made Council", "01234 567890", "care@example.org")
HOSTILE = '#panic("x") $1/0$ ] } \\ <script>alert(1)</script> {{ council }} #read("/etc/passwd") *a* _b_ @c <d>'


def letter(text: str = "Dear Ann\n\nWe met.\n\n# Next\n\n- You rest\n- We call", **more: Any) -> Letter:
    return Letter("Your plan", parts_of(text), COUNCIL, ("Ann Made", "1 High Street"), date(2026, 11, 21), **more)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def roles_in(pdf: pikepdf.Pdf) -> set[str]:
    """The kinds of every structure element of a tagged PDF."""
    found, waiting = set(), [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting += list(element)
        elif isinstance(element, pikepdf.Dictionary):
            found |= {str(element.S)} if "/S" in element else set()
            waiting += [element.K] if "/K" in element else []
    return found


def sizes_in(pdf: pikepdf.Pdf) -> set[float]:
    """The size of every letter on every page, in points, as the page's text matrix draws it."""
    found = set()
    for page in pdf.pages:
        size, matrices = 0.0, [1.0]
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "q":
                    matrices.append(matrices[-1])
                case "Q":
                    matrices.pop()
                case "cm":
                    matrices[-1] *= abs(float(operands[3]))
                case "Tf":
                    size = float(operands[1])
                case "Tj" | "TJ":
                    found.add(round(size * matrices[-1], 1))
    return found


def test_plain_text_is_read_as_paragraphs_points_and_headings() -> None:
    assert parts_of("Dear Ann\n\nOne\ntwo\n- a\n- b\n\n# Next\nLast") == (
        Paragraph("Dear Ann"),
        Paragraph("One\ntwo"),
        Points(("a", "b")),
        Heading("Next"),
        Paragraph("Last"),
    )
    assert parts_of("") == parts_of(" \n\n ") == ()


@given(st.text(alphabet="ab -#\n\r", max_size=60))
@settings(max_examples=200)
def test_reading_loses_no_word(text: str) -> None:
    said = [t for part in parts_of(text) for t in (part.items if isinstance(part, Points) else (part.text,))]
    assert [c for c in "".join(said) if c in "ab"] == [c for c in text if c in "ab"]


@pytest.mark.parametrize("form", ["standard", "large"])
def test_the_pdf_is_tagged_and_names_its_title_and_language(form: str) -> None:
    pdf = opened(as_pdf(letter(), FORMS[form]))
    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith("en")
    assert str(pdf.docinfo["/Title"]) == "Your plan" and pdf.Root.ViewerPreferences.DisplayDocTitle
    assert {"/P", "/L", "/LI"} <= roles_in(pdf)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


@pytest.mark.parametrize(("form", "smallest"), [("standard", 12), ("large", 18), ("easy", 16)])
def test_no_letter_is_smaller_than_its_form_promises(form: str, smallest: int) -> None:
    easy = (Paragraph("We met you. You can rest."),)
    assert min(sizes_in(opened(as_pdf(letter(easy=easy), FORMS[form])))) == smallest


def test_a_leaflet_has_room_to_write_by_hand() -> None:
    pages = [
        len(opened(as_pdf(Letter("Questions", (Room(lines),), COUNCIL), FORMS["large"])).pages) for lines in (1, 40)
    ]
    assert pages[0] == 1 < pages[1]


def test_the_same_letter_is_the_same_file() -> None:
    assert as_pdf(letter(), FORMS["large"]) == as_pdf(letter(), FORMS["large"])


def test_a_leaflet_is_a_letter_to_nobody() -> None:
    assert as_pdf(Letter("Who can help", parts_of("Call us."), COUNCIL), FORMS["standard"])


@given(st.text(max_size=80))
@settings(max_examples=25)
def test_any_text_prints_or_says_why_not(text: str) -> None:
    try:
        assert as_pdf(Letter(f"A {text}", (Paragraph(text or "a"),), COUNCIL), FORMS["standard"]).startswith(b"%PDF")
    except CannotPrintError:
        assert not text.isascii()


@pytest.mark.parametrize("where", ["title", "text", "point", "to"])
def test_hostile_text_is_only_text(where: str) -> None:
    hostile = Letter(
        HOSTILE if where == "title" else "Title",
        (Heading("H"), Paragraph(HOSTILE if where == "text" else "p"), Points((HOSTILE if where == "point" else "i",))),
        COUNCIL,
        (HOSTILE if where == "to" else "Ann",),
    )
    pdf = opened(as_pdf(hostile, FORMS["standard"]))
    assert where != "title" or str(pdf.docinfo["/Title"]) == HOSTILE


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("hi \U0001f600", "hi [grinning face]"), ("a\x00\x07b\ufeff", "ab"), ("Łódź £5 ©", "Łódź £5 ©"), ("a\nb", "a\nb")],
)
def test_pictures_get_names_and_what_has_no_shape_goes(typed: str, shown: str) -> None:
    assert printable(typed) == shown


def test_easy_read_is_one_sentence_a_line_and_needs_its_own_short_wording() -> None:
    easy = letter(easy=(Paragraph("We met you. You can\nrest now."), Points(("Call us",))))
    assert lines_of(easy) == (Paragraph("We met you."), Paragraph("You can rest now."), Points(("Call us",)))
    with pytest.raises(NotEasyToReadError, match="has no easy-read wording"):
        lines_of(letter())
    for words, easy_enough in ((15, True), (16, False)):
        text = " ".join(["word"] * words) + "."
        if easy_enough:
            assert lines_of(letter(easy=(Paragraph(text),)))
        else:
            with pytest.raises(NotEasyToReadError, match="more than 15 words"):
                lines_of(letter(easy=(Paragraph(text),)))


def reader(role: str) -> Client:
    client, user = Client(), make_user(by=SYSTEM, at=AT, email=f"{role}@example.org", name=role)
    give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=AT.date())
    client.force_login(user)
    return client


@pytest.fixture
def message(db: None) -> Message:
    about = make_user(by=SYSTEM, at=AT, email="ann@example.org", name="Ann")
    address = "https://care.example.org/sign-in/link/abc:def"
    return send(by=SYSTEM, at=AT, template="sign_in_link", to=about.email, about=about, link=address)


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_a_kept_message_is_shown_as_a_letter_without_the_way_in_and_that_is_noted(message: Message, role: str) -> None:
    client = reader(role)
    assert message.subject in client.get("/staff/messages").content.decode()
    page = client.get(f"/staff/messages/{message.pk}").content.decode()
    assert "ann@example.org" in page and "the link is not shown" in page and "abc:def" not in page
    for form in ("standard", "large"):
        answer = client.get(f"/staff/messages/{message.pk}/letter.pdf?form={form}")
        assert answer["Content-Type"] == "application/pdf" and "attachment" in answer["Content-Disposition"]
    assert client.get(f"/staff/messages/{message.pk}/letter.pdf?form=easy").status_code == 404
    assert client.get(f"/staff/messages/{message.pk}/letter.pdf?form=tiny").status_code == 404
    asked = AuditEvent.objects.filter(action="message.shown", actor_id=User.objects.get(name=role).pk)
    assert asked.count() == 5  # each time, also for a form that it does not have


def test_nobody_else_reads_messages(message: Message) -> None:
    client = reader("practitioner")
    for address in ("/staff/messages", f"/staff/messages/{message.pk}", f"/staff/messages/{message.pk}/letter.pdf"):
        assert client.get(address).status_code == 403


@pytest.mark.django_db
def test_a_hostile_message_is_only_text_on_its_page() -> None:
    client = reader("auditor")
    about = User.objects.get()
    kept = send(by=SYSTEM, at=AT, template="sign_in_link", to="a@example.org", about=about, link=HOSTILE)
    page = client.get(f"/staff/messages/{kept.pk}").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page
