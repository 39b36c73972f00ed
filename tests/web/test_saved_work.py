"""Answers without an account: sealed while written, saved under a code, resumed elsewhere, deleted when asked."""

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from marketcross.web.core.drafts.code import new_code, read_code
from marketcross.web.core.messages import unkept
from marketcross.web.core.messages.backends import CannotSendError
from marketcross.web.core.models import AnonymousDraft, AuditEvent, History, Message
from marketcross.web.core.sign_in.throttle import PER_ACCOUNT, PER_ADDRESS
from marketcross.web.pathway.forms.answers import LONGEST
from marketcross.web.pathway.questions import QUESTIONS

WORDS = "My cat Bramble, and chapel on Sundays"
pytestmark = pytest.mark.django_db


def answering(client: Client, name: str = "matters", words: str = WORDS, **more: str) -> Any:
    return client.post(f"/what-matters/questions/{name}", {"answer": words} | more)


def saved() -> tuple[Client, str]:
    """A browser that saved its answers, and the code it was shown."""
    client = Client()
    assert answering(client, save="yes").url == "/saved/what-matters"
    found = re.search(r"<code>([0-9A-Z-]{19})</code>", client.get("/saved/what-matters").content.decode())
    assert found
    return client, found.group(1)


def page(client: Client, address: str = "/what-matters/answers") -> str:
    return str(client.get(address).content.decode())


def test_the_questions_lead_one_after_the_other_to_the_answers() -> None:
    client, address = Client(), f"/what-matters/questions/{QUESTIONS[0].name}"
    for question in QUESTIONS:
        assert address.endswith(question.name)
        address = client.post(address, {"answer": f"about {question.name}"}).url  # type: ignore[attr-defined]
    assert address == "/what-matters/answers"
    assert all(f"about {question.name}" in page(client) for question in QUESTIONS)


def test_an_answer_can_be_changed_and_left_out() -> None:
    client = Client()
    answering(client)
    assert WORDS in page(client, "/what-matters/questions/matters?check")
    assert client.post("/what-matters/questions/matters?check", {"answer": ""}).url == "/what-matters/answers"  # type: ignore[attr-defined]
    assert WORDS not in page(client)


@pytest.mark.parametrize(("length", "status"), [(LONGEST, 302), (LONGEST + 1, 200)])
def test_an_answer_has_a_limit_that_says_so(length: int, status: int) -> None:
    answer = answering(Client(), words="x" * length)
    assert answer.status_code == status
    assert status == 302 or f"{LONGEST} letters or fewer; it has {length}" in answer.content.decode()


def test_nothing_on_the_server_tells_what_is_being_written() -> None:
    client = Client()
    answering(client)
    rows = "".join(str(session.get_decoded()) for session in Session.objects.all())
    assert "Bramble" not in rows and client.cookies["work"].value not in rows
    assert client.cookies["work"]["httponly"] and not client.cookies["work"]["max-age"]
    other = Client()
    other.cookies["session"] = client.cookies["session"].value
    assert WORDS not in page(other), "the session without the browser's own code opens nothing"


@pytest.mark.parametrize("spelling", [str, str.lower, lambda code: code.replace("-", " ")])
def test_saved_in_one_browser_and_resumed_in_another(spelling: Any) -> None:
    _, code = saved()
    other = Client()
    assert other.post("/resume", {"code": spelling(code)}).url == "/what-matters/answers"  # type: ignore[attr-defined]
    assert WORDS in page(other)
    answering(other, "helps", "Next door", save="yes")
    assert AnonymousDraft.objects.count() == 1, "saved again under the same code"
    assert code in page(other, "/saved/what-matters")


def test_a_wrong_code_opens_nothing_and_guessing_has_to_wait() -> None:
    client = Client()
    assert "No saved answers have this code" in client.post("/resume", {"code": new_code()}).content.decode()
    assert "Enter all 16" in client.post("/resume", {"code": "7K3M"}).content.decode()
    for _ in range(PER_ADDRESS):
        client.post("/resume", {"code": new_code()})
    assert "Too many tries" in client.post("/resume", {"code": saved()[1]}).content.decode()


def test_nobody_sees_a_code_that_is_not_theirs() -> None:
    saved()
    assert Client().get("/saved/what-matters").url == "/resume"  # type: ignore[attr-defined]
    assert Client().get("/saved/other").status_code == 404


def test_deleting_deletes_here_and_where_it_was_saved() -> None:
    client, code = saved()
    assert "deleted" in client.post("/saved/what-matters/delete").content.decode()
    assert WORDS not in page(client) and not AnonymousDraft.objects.exists()
    assert "No saved answers" in Client().post("/resume", {"code": code}).content.decode()
    assert Client().post("/saved/what-matters/delete").status_code == 200, "nothing to delete is no fault"


class Sent:
    """A mail server that remembers, or that is down."""

    def __init__(self, works: bool = True) -> None:
        self.works, self.messages = works, []  # type: ignore[var-annotated]

    def send(self, message: Message) -> None:
        if not self.works:
            raise CannotSendError("down")
        self.messages.append(message)


def test_the_code_goes_by_email_and_stays_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = Sent()
    monkeypatch.setattr(unkept, "backend_for", lambda message: sent)
    client, code = saved()
    answer = client.post("/saved/what-matters", {"email": "Ann@example.org"}).content.decode()
    assert "We sent the code" in answer
    (message,) = sent.messages
    assert message.to == "ann@example.org" and code in message.body and "http://testserver/resume" in message.body
    rows = "".join(str(list(model.objects.values())) for model in (Message, AuditEvent, History, AnonymousDraft))
    assert code not in rows and str(read_code(code)) not in rows and "ann@example.org" not in rows
    assert Message.objects.get().state == "sent"


@pytest.mark.parametrize("backend", [None, Sent(works=False)])
def test_an_email_that_cannot_go_says_so(monkeypatch: pytest.MonkeyPatch, backend: Sent | None) -> None:
    monkeypatch.setattr(unkept, "backend_for", lambda message: backend)
    client, code = saved()
    answer = client.post("/saved/what-matters", {"email": "ann@example.org"}).content.decode()
    assert "cannot send emails just now" in answer and code in answer
    assert Message.objects.get().state == ("failed" if backend else "kept")


def test_nobody_can_flood_a_mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = Sent()
    monkeypatch.setattr(unkept, "backend_for", lambda message: sent)
    client, _ = saved()
    for _ in range(PER_ACCOUNT + 2):
        answer = client.post("/saved/what-matters", {"email": "ann@example.org"}).content.decode()
    assert len(sent.messages) == PER_ACCOUNT and "Too many emails" in answer


@pytest.mark.parametrize("form", ["standard", "large"])
def test_the_answers_can_be_printed(form: str) -> None:
    client = Client()
    answering(client)
    assert WORDS in page(client, "/what-matters/answers/to-print")
    answer = client.get("/what-matters/answers.pdf", {"form": form})
    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    assert client.get("/what-matters/answers.pdf?form=easy").status_code == 404, "their own words have no easy wording"


@pytest.mark.parametrize("form", ["standard", "large", "easy"])
def test_the_leaflet_comes_in_every_form(form: str) -> None:
    assert Client().get("/what-matters/leaflet.pdf", {"form": form}).content.startswith(b"%PDF")


def test_an_alphabet_that_our_pdf_cannot_show_is_told_where_it_can_be_printed() -> None:
    client = Client()
    answering(client, words="আমার বাগান")
    answer = client.get("/what-matters/answers.pdf")
    assert answer.status_code == 422 and "print it from there" in answer.content.decode()
    assert "আমার বাগান" in page(client, "/what-matters/answers/to-print")


@pytest.mark.parametrize(
    "address",
    ["/what-matters", "/what-matters/questions/now", "/what-matters/answers", "/resume", "/what-matters/leaflet"],
)
def test_every_page_can_be_left_quickly(address: str) -> None:
    assert "govuk-exit-this-page" in page(Client(), address)
