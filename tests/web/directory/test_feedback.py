"""Feedback: said by anybody, seen by nobody before a moderator decided, changed by nobody, and gone when it must be."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from marketcross.web.core.actions import action
from marketcross.web.core.actor import ANONYMOUS, SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, EventRecord, History, Message, User
from marketcross.web.core.users import give_role
from marketcross.web.directory import actions, jobs
from marketcross.web.directory.feedback.deciding import Decided, decline, divert, publish, take_up
from marketcross.web.directory.feedback.digests import alike
from marketcross.web.directory.feedback.erasing import erase_words, old_words
from marketcross.web.directory.feedback.giving import Said, give_feedback
from marketcross.web.directory.feedback.hints import hints
from marketcross.web.directory.feedback.replying import decide_reply, may_reply, reply
from marketcross.web.directory.feedback.showing import FEWEST, shown
from marketcross.web.directory.feedback.withdrawing import feedback_of, withdraw
from marketcross.web.directory.models import Feedback, FeedbackReply, FeedbackWords, Service
from marketcross.web.directory.models.feedback import Reason

from ..test_reading_age import HARDEST, grade, sentences
from .conftest import AT, Lister
from .test_pages import signed_in, text, user

pytestmark = pytest.mark.django_db
SENT = {"wanted": "yes", "treated": "partly", "promised": "no", "words": "Zyxwv tea was cold."}


def say(service: Service, words: str = "", **answers: str) -> tuple[Feedback, str]:
    said = Said(**({"wanted": "yes", "treated": "yes", "promised": "no"} | answers), words=words)
    code = give_feedback(by=ANONYMOUS, at=AT, service=service.pk, said=said)
    found = feedback_of(code)
    assert found
    return found, code


def holder(role: str) -> User:
    made = user(role)
    give_role(by=SYSTEM, at=AT, user=made, role=role, starts_on=date(2026, 1, 1))
    return made


def member(service: Service, who: User) -> User:
    actions.take_over(by=SYSTEM, at=AT, organisation=service.organisation_id, user=who)
    return who


@pytest.fixture
def club(listed: Lister) -> Service:
    return listed("Chess")


# --- Hints ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Kind people, good tea. We came on 3 May 2026 at 10.30.", []),
        ("Ring 01632 960 001 and ask", ["telephone"]),
        ("Ring +44 (0)1632 960001", ["telephone"]),
        ("write to me@example.org", ["email", "link"]),
        ("I live at ZX1 0AA", ["postcode"]),
        ("i live at zx10aa", ["postcode"]),
        ("see www.example.org/x", ["link"]),
        ("Mrs Thornby was kind", ["name"]),
        ("the nurse was kind", []),
        ("THEY NEVER CAME TO SEE ME", ["shouting"]),
        ("The NHS and the CQC and the BBC know", []),
        ("They stole from him and he has bruises", ["harm"]),
        ("a white hat", []),
    ],
)
def test_a_moderator_is_shown_what_to_look_at(said: str, found: list[str]) -> None:
    assert hints(said) == found


@given(st.text(max_size=1_000))
def test_any_text_has_hints_that_are_known(said: str) -> None:
    from marketcross.web.directory.feedback.hints import WORDS

    assert set(hints(said)) <= set(WORDS) and len(alike(said)) == 32


def test_texts_with_the_same_letters_are_alike_and_others_are_not() -> None:
    assert alike("It was GOOD!") == alike(" it was good") != alike("it was food")


# --- Giving -----------------------------------------------------------------------------------------------------------
def test_anybody_gives_it_and_nobody_sees_it_before_a_decision(club: Service) -> None:
    client = Client()
    answer = client.post(f"/find-support/{club.pk}/feedback", SENT)
    assert answer.status_code == 302 and answer["Location"] == "/feedback/thank-you"
    given_ = Feedback.objects.get()
    assert (given_.wanted, given_.treated, given_.promised, given_.standing) == ("yes", "partly", "no", "waiting")
    page = text(client.get("/feedback/thank-you"))
    code = page.split('mc-code">')[1].split("<")[0]
    assert feedback_of(code) == given_ and "mc-code" not in text(Client().get("/feedback/thank-you"))
    assert "Zyxwv" not in text(Client().get(f"/find-support/{club.pk}"))
    publish(by=SYSTEM, at=AT, feedback=given_.pk)
    assert "Zyxwv" in text(Client().get(f"/find-support/{club.pk}"))


def test_markup_is_shown_as_text(club: Service) -> None:
    said, _ = say(club, "<script>alert(1)</script>")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    page = text(Client().get(f"/find-support/{club.pk}"))
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


@pytest.mark.parametrize("lacking", ["wanted", "treated", "promised"])
def test_each_question_wants_an_answer_and_words_do_not(club: Service, lacking: str) -> None:
    address = f"/find-support/{club.pk}/feedback"
    assert "Choose yes, partly or no" in text(Client().post(address, SENT | {lacking: "maybe"}))
    assert "Use 1,000 letters or fewer" in text(Client().post(address, SENT | {"words": "x" * 1_001}))
    assert not Feedback.objects.exists()
    assert Client().post(address, SENT | {"words": "  "}).status_code == 302
    assert Feedback.objects.count() == 1 and not FeedbackWords.objects.exists()


def test_it_is_nobodys_even_of_somebody_signed_in_and_its_words_are_in_no_log_event_or_history(
    club: Service, caplog: pytest.LogCaptureFixture
) -> None:
    signed_in(user()).post(f"/find-support/{club.pk}/feedback", SENT)
    said = Feedback.objects.get()
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    assert AuditEvent.objects.get(action="directory.feedback_given").actor_id is None
    places = [*History.objects.values_list("value", flat=True), *EventRecord.objects.values_list("body", flat=True)]
    places += [
        *Message.objects.values_list("body", flat=True),
        *AuditEvent.objects.values_list("field_names"),
        caplog.text,
    ]
    assert "Zyxwv" not in str(places)


def test_a_service_that_is_not_listed_takes_none_and_its_own_people_cannot_praise_it(club: Service) -> None:
    own = signed_in(member(club, user("own")))
    assert "You speak for this service" in text(own.post(f"/find-support/{club.pk}/feedback", SENT))
    actions.hide(by=SYSTEM, at=AT, service=club.pk)
    assert Client().post(f"/find-support/{club.pk}/feedback", SENT).status_code == 404
    assert not Feedback.objects.exists()


def test_one_address_sends_thirty_and_not_one_more(club: Service) -> None:
    answers = [Client().post(f"/find-support/{club.pk}/feedback", SENT).status_code for _ in range(31)]
    assert answers == [302] * 30 + [429]


# --- Counts -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("many", "counted"), [(FEWEST - 1, False), (FEWEST, True), (FEWEST + 1, True)])
def test_counts_show_from_five_on_and_count_only_what_is_published(club: Service, many: int, counted: bool) -> None:
    for number in range(many):
        publish(by=SYSTEM, at=AT, feedback=say(club, wanted="no" if number else "partly")[0].pk)
    say(club)
    decline(by=SYSTEM, at=AT, feedback=say(club)[0].pk, reason="advert")
    seen = shown(club.pk)
    assert seen.total == many and bool(seen.counts) is counted
    page = text(Client().get(f"/find-support/{club.pk}"))
    assert (f"{many} people told us" in page) is counted and "star" not in page.split("<main")[1].lower()
    if counted:
        first = seen.counts[0]
        assert (first.yes, first.partly, first.no) == (0, 1, many - 1)


def test_words_stand_without_the_answers_of_their_author(club: Service) -> None:
    said, _ = say(club, "Fine.", wanted="partly")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    page = text(Client().get(f"/find-support/{club.pk}")).split("<main")[1]
    assert "Fine." in page and "Partly" not in page and "November 2026" in page and "22 November 2026</p>" not in page


# --- Deciding ---------------------------------------------------------------------------------------------------------
def test_a_moderator_reads_decides_and_says_why(club: Service) -> None:
    said, code = say(club, "Mrs Thornby, 01632 960 001")
    say(club, "mrs thornby 01632 960001!")
    moderator = signed_in(holder("moderator"))
    listing = text(moderator.get("/feedback-to-check"))
    assert "A name with a title" in listing and "Chess" in listing
    page = text(moderator.get(f"/feedback-to-check/{said.pk}"))
    assert "A telephone number" in page and "The same text was sent before" in page
    assert "Choose why it is not shown" in text(
        moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "decline"})
    )
    moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "decline", "reason": "names"})
    said.refresh_from_db()
    assert (said.standing, said.reason) == ("declined", "names")
    assert Reason.NAMES.label in text(Client().post("/feedback/yours", {"code": code}))
    assert moderator.get(f"/feedback-to-check/{said.pk}").status_code == 404


def test_nobody_else_opens_the_moderators_pages_nor_a_moderator_those_of_their_own(club: Service) -> None:
    said, _ = say(club, "Good.")
    for role in ("commissioner", "editor", "administrator", "practitioner"):
        assert signed_in(holder(role)).get(f"/feedback-to-check/{said.pk}").status_code in (403, 404), role
    own = signed_in(member(club, holder("moderator")))
    assert own.get(f"/feedback-to-check/{said.pk}").status_code == 404
    assert own.post(f"/feedback-to-check/{said.pk}", {"decision": "publish"}).status_code == 404
    said.refresh_from_db()
    assert said.standing == "waiting"


def test_what_is_shown_can_be_taken_off_and_what_was_declined_stays_so(club: Service) -> None:
    said, _ = say(club, "Good.")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    moderator = signed_in(holder("moderator"))
    assert "Chess" in text(moderator.get("/feedback-to-check", {"standing": "published"}))
    moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "decline", "reason": "accuses"})
    assert not shown(club.pk).total
    with pytest.raises(Decided):
        publish(by=SYSTEM, at=AT, feedback=said.pk)


def test_of_two_moderators_the_second_is_told(club: Service) -> None:
    said, _ = say(club, "Good.")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    with pytest.raises(Decided):
        publish(by=SYSTEM, at=AT, feedback=said.pk)


# --- Safeguarding -----------------------------------------------------------------------------------------------------
def test_a_concern_goes_to_the_council_at_once_and_leaves_every_other_page(club: Service, settings: Any) -> None:
    said, code = say(club, "Zyxwv hits him.")
    moderator = signed_in(holder("moderator"))
    moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "divert"})
    message = Message.objects.get(template="feedback_concern")
    assert message.to == settings.ENVIRONMENT.contact_email and "Zyxwv" not in message.body
    assert "Zyxwv" not in text(moderator.get("/feedback-to-check")) and not shown(club.pk).total
    assert moderator.get(f"/feedback-to-check/{said.pk}").status_code == 404
    page = text(Client().post("/feedback/yours", {"code": code}))
    assert "It is not shown." in page and "safeguarding" not in page.split("<main")[1].split("</main")[0]
    worker = signed_in(holder("practitioner"))
    assert "Chess" in text(worker.get("/safeguarding-concerns"))
    assert "Zyxwv hits him." in text(worker.get(f"/safeguarding-concerns/{said.pk}"))
    assert AuditEvent.objects.filter(record_kind="feedback", record_id=str(said.pk)).exists(), "who looked is known"
    worker.post(f"/safeguarding-concerns/{said.pk}")
    assert "Chess" not in text(worker.get("/safeguarding-concerns"))


def test_where_the_council_names_a_safeguarding_address_it_is_told_there(club: Service, settings: Any) -> None:
    named = settings.ENVIRONMENT.model_copy(update={"safeguarding_email": "adults@example.org"})
    settings.ENVIRONMENT = named
    divert(by=SYSTEM, at=AT, feedback=say(club)[0].pk)
    assert Message.objects.get(template="feedback_concern").to == "adults@example.org"


def test_only_concerns_open_as_concerns_and_not_to_those_whom_they_are_about(club: Service) -> None:
    said, _ = say(club, "Good.")
    worker = holder("practitioner")
    assert signed_in(worker).get(f"/safeguarding-concerns/{said.pk}").status_code == 404
    divert(by=SYSTEM, at=AT, feedback=said.pk)
    assert signed_in(member(club, worker)).get(f"/safeguarding-concerns/{said.pk}").status_code == 404
    with pytest.raises(ObjectDoesNotExist):
        take_up(by=SYSTEM, at=AT, feedback=UUID(int=0))


# --- The right of reply -----------------------------------------------------------------------------------------------
def test_a_provider_is_told_replies_once_and_its_reply_is_checked(club: Service) -> None:
    who = member(club, user("own"))
    own, moderator = signed_in(who), signed_in(holder("moderator"))
    said, _ = say(club, "Cold tea.")
    assert own.get(f"/your-services/feedback/{said.pk}/reply").status_code == 404, "it is not shown yet"
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    assert Message.objects.get(template="feedback_shown").to == who.email
    assert "Cold tea." in text(own.get(f"/your-services/{club.pk}/feedback"))
    own.post(f"/your-services/feedback/{said.pk}/reply", {"text": "Ann is always cold."})
    assert "always cold" not in text(Client().get(f"/find-support/{club.pk}"))
    assert "Reply" in text(moderator.get("/feedback-to-check"))
    moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "decline", "reason": "names"})
    assert Reason.NAMES.label in text(own.get(f"/your-services/{club.pk}/feedback"))
    own.post(f"/your-services/feedback/{said.pk}/reply", {"text": "We bought a kettle."})
    moderator.post(f"/feedback-to-check/{said.pk}", {"decision": "publish"})
    assert "We bought a kettle." in text(Client().get(f"/find-support/{club.pk}"))
    assert own.get(f"/your-services/feedback/{said.pk}/reply").status_code == 404, "once"


def test_nobody_replies_for_another_nor_to_answers_without_words(club: Service) -> None:
    silent, _ = say(club)
    publish(by=SYSTEM, at=AT, feedback=silent.pk)
    assert not may_reply(Feedback.objects.get(pk=silent.pk))
    with pytest.raises(Decided):
        reply(by=SYSTEM, at=AT, feedback=silent.pk, text="Thanks.")
    with pytest.raises(Decided):
        decide_reply(by=SYSTEM, at=AT, feedback=silent.pk)
    said, _ = say(club, "Cold tea.")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    assert signed_in(holder("provider")).get(f"/your-services/feedback/{said.pk}/reply").status_code == 404


# --- Taking it back ---------------------------------------------------------------------------------------------------
def test_an_author_takes_it_back_with_the_code_and_it_is_gone(club: Service) -> None:
    said, code = say(club, "Cold tea.")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    reply(by=SYSTEM, at=AT, feedback=said.pk, text="Sorry.")
    Client().post("/feedback/yours/withdraw", {"code": "0000-0000-0000-0000"})
    assert Feedback.objects.exists()
    Client().post("/feedback/yours/withdraw", {"code": code.lower().replace("-", " ")})
    assert not (Feedback.objects.exists() or FeedbackWords.objects.exists() or FeedbackReply.objects.exists())
    assert "This code opens nothing" in text(Client().post("/feedback/yours", {"code": code}))


def test_a_concern_stays_with_the_council_and_its_code_opens_no_more(club: Service) -> None:
    said, code = say(club, "He is hit.")
    divert(by=SYSTEM, at=AT, feedback=said.pk)
    withdraw(by=ANONYMOUS, at=AT, feedback=said)
    assert feedback_of(code) is None and FeedbackWords.objects.filter(feedback=said).exists()


def test_the_code_is_kept_nowhere(club: Service) -> None:
    _, code = say(club, "Cold tea.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(f)::text FROM directory_feedback f")
        row = cursor.fetchone()[0]
    assert code.replace("-", "") not in row and code not in str(list(History.objects.values_list("value", flat=True)))


# --- What the database holds ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE directory_feedbackwords SET text = 'Lovely'",
        "UPDATE directory_feedback SET wanted = 'yes'",
        "UPDATE directory_feedback SET service_id = service_id",
        "UPDATE directory_feedbackreply SET text = 'Lovely'",
    ],
)
def test_the_database_itself_refuses_to_edit_what_was_said(club: Service, change: str) -> None:
    said, _ = say(club, "Cold tea.", wanted="no")
    publish(by=SYSTEM, at=AT, feedback=said.pk)
    reply(by=SYSTEM, at=AT, feedback=said.pk, text="Sorry.")

    @action(f"test.edited {change}")
    def edit(*, by: Actor, at: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(change)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        edit(by=SYSTEM, at=AT)


WRONG = {
    "feedback_wanted_known": {"wanted": "maybe"},
    "feedback_treated_known": {"treated": "5"},
    "feedback_promised_known": {"promised": ""},
    "feedback_standing_known": {"standing": "edited", "decided_on": AT.date()},
    "feedback_declined_for_a_reason": {"standing": "declined", "decided_on": AT.date()},
    "feedback_decided_has_a_day": {"standing": "published"},
    "feedback_taken_up_is_a_concern": {"taken_up_on": AT.date()},
}


@action("test.feedback_made_wrong")
def _make_wrong(*, by: Actor, at: object, model: Any, values: dict[str, Any]) -> None:
    model.objects.create(**values)


@pytest.mark.parametrize("constraint", WRONG)
def test_what_must_always_hold_of_feedback(club: Service, constraint: str) -> None:
    right = {"wanted": "yes", "treated": "yes", "promised": "yes", "said_on": AT.date(), "code_digest": b"x" * 32}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _make_wrong(by=SYSTEM, at=AT, model=Feedback, values=right | {"service": club} | WRONG[constraint])


WRONG_REPLIES = {
    "feedback_reply_says_something": {"text": ""},
    "feedback_reply_standing_known": {"standing": "diverted", "decided_on": AT.date()},
    "feedback_reply_declined_for_a_reason": {"reason": "advert"},
    "feedback_reply_decided_has_a_day": {"decided_on": AT.date()},
}


@pytest.mark.parametrize("constraint", WRONG_REPLIES)
def test_what_must_always_hold_of_a_reply(club: Service, constraint: str) -> None:
    right = {"text": "Sorry.", "said_on": AT.date(), "feedback": say(club)[0]}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _make_wrong(by=SYSTEM, at=AT, model=FeedbackReply, values=right | WRONG_REPLIES[constraint])


def test_words_are_some(club: Service) -> None:
    empty = {"feedback": say(club)[0], "text": "", "alike": b"x" * 32}
    with pytest.raises(IntegrityError, match="feedback_words_are_some"), transaction.atomic():
        _make_wrong(by=SYSTEM, at=AT, model=FeedbackWords, values=empty)


# --- Three years ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, True), (1, True)])
def test_words_are_due_on_the_day_three_years_after(club: Service, days: int, due: bool) -> None:
    say(club, "Cold tea.")
    assert old_words(date(2029, 11, 22) + timedelta(days=days)).exists() is due


def test_words_and_reply_go_and_the_answers_still_count(club: Service) -> None:
    made = [say(club, f"Tea {n}.")[0] for n in range(FEWEST)]
    for one in made:
        publish(by=SYSTEM, at=AT, feedback=one.pk)
    reply(by=SYSTEM, at=AT, feedback=made[0].pk, text="Sorry.")
    before = shown(club.pk).counts
    for words in list(old_words(date(2029, 11, 22))):
        erase_words(by=SYSTEM, at=AT, words=words)
    assert not (FeedbackWords.objects.exists() or FeedbackReply.objects.exists())
    assert shown(club.pk).counts == before and before and not shown(club.pk).entries


def test_the_nightly_job_erases_what_is_old_and_nothing_else(club: Service) -> None:
    said = Said("yes", "yes", "yes", "Old tea.")
    give_feedback(by=ANONYMOUS, at=AT - timedelta(days=4 * 366), service=club.pk, said=said)
    say(club, "New tea.")
    jobs.erase_old_feedback(0)
    assert [words.text for words in FeedbackWords.objects.all()] == ["New tea."]


# --- The policy -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", ["/feedback/how-we-check", "/feedback/yours", "/find-support/{}/feedback"])
def test_pages_for_people_are_easy_to_read(club: Service, address: str) -> None:
    said = sentences(text(Client().get(address.format(club.pk))))
    assert sum(map(len, said)) >= 50 and grade(said) <= HARDEST, f"{grade(said):.1f}"


def test_the_policy_is_published_and_names_every_reason(repository: Path) -> None:
    page = text(Client().get("/feedback/how-we-check"))
    method = (repository / "docs" / "method" / "trust.md").read_text(encoding="utf-8")
    for reason in Reason.labels:
        assert reason in page and reason in method
