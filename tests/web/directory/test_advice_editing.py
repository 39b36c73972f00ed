"""Editors at work in Wagtail: a draft, somebody else's reading, publication, a schedule, and its end."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from marketcross.web.core.models import AuditEvent
from marketcross.web.directory.advice import jobs
from marketcross.web.directory.advice.models import AdviceIndex, AdvicePage, Topic

from .advice_pages import editor, loaded, loaded_once, page_at  # noqa: F401

pytestmark = pytest.mark.usefixtures("loaded")


def form(text: str = "You have {{ upper_capital_limit }} or less.", **more: Any) -> dict[str, Any]:
    """What the editing form sends."""
    fields = {
        "title": "A made page",
        "slug": "a-made-page",
        "summary": "What it says.",
        "body": streamfield([("heading", "About it"), ("paragraph", text)]),
        "easy": streamfield([("paragraph", "Short words.")]),
        "law": streamfield([]),
        "language": "en",
        "translates": "",
        "search_words": "zebra",
        "reviewed_on": "2026-11-22",
        "review_due": "2027-11-22",
        "go_live_at": "",
        "expire_at": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    } | more
    sent: dict[str, Any] = nested_form_data(fields)
    return sent


def add(client: Client, **sent: Any) -> Any:
    topic = Topic.objects.get(slug="money")
    return client.post(reverse("wagtailadmin_pages:add", args=["directory", "advicepage", topic.pk]), form(**sent))


def edit(client: Client, page: AdvicePage, **sent: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(**sent))


def decide(client: Client, page: AdvicePage, what: str) -> Any:
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, what, state.pk])
    return client.post(address, {"comment": "Read."})


def public(slug: str = "a-made-page") -> int:
    return Client().get(f"/advice/money/{slug}").status_code


def made() -> AdvicePage:
    return page_at("a-made-page")


def test_a_draft_is_read_by_somebody_else_and_then_published() -> None:
    (ann, anns), (bo, bos) = editor("ann"), editor("bo")
    add(anns)
    assert not made().live and public() == 404
    edit(anns, made(), **{"action-submit": "yes"})
    assert made().current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS and public() == 404
    assert [name for name, *_ in made().current_workflow_task.specific.get_actions(made(), ann)] == ["reject"]
    assert decide(bos, made(), "approve").status_code == 302
    assert made().live and public() == 200
    assert "£23,250 or less" in Client().get("/advice/money/a-made-page").content.decode()
    writers = AuditEvent.objects.filter(record_kind="directory.advicepage", record_id=str(made().pk))
    assert {event.actor_id for event in writers.filter(action="advice.page_written")} >= {ann.pk, bo.pk}


def test_nobody_publishes_their_own_words() -> None:
    ann, anns = editor("ann")
    add(anns, **{"action-publish": "yes"})
    assert not made().live and not made().permissions_for_user(ann).can_publish()
    edit(anns, made(), **{"action-submit": "yes"})
    decide(anns, made(), "approve")
    assert not made().live and public() == 404


def test_who_changes_the_words_while_reading_cannot_approve_them() -> None:
    (_, anns), (_, bos) = editor("ann"), editor("bo")
    add(anns)
    edit(anns, made(), **{"action-submit": "yes"})
    sent = {"action-workflow-action": "true", "workflow-action-name": "approve", "text": "These are the words of Bo."}
    assert edit(bos, made(), **sent).url == "/cms/"  # Wagtail says there that it may not be
    assert not made().live
    edit(bos, made(), text="These are the words of Bo.")
    decide(bos, made(), "approve")
    assert not made().live
    decide(anns, made(), "approve")
    assert made().live and "These are the words of Bo." in Client().get("/advice/money/a-made-page").content.decode()


def test_a_page_that_is_sent_back_stays_a_draft() -> None:
    (_, anns), (_, bos) = editor("ann"), editor("bo")
    add(anns)
    edit(anns, made(), **{"action-submit": "yes"})
    decide(bos, made(), "reject")
    assert not made().live and made().current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_a_change_to_a_published_page_waits_and_the_old_words_stay() -> None:
    (_, anns), (_, bos) = editor("ann"), editor("bo")
    page = page_at("benefits")
    edit(anns, page, title="Changed", slug="benefits", **{"action-submit": "yes"})
    assert page_at("benefits").title == "Money you may be able to claim"
    decide(bos, page_at("benefits"), "approve")
    assert page_at("benefits").title == "Changed"


def test_what_is_scheduled_comes_and_what_expires_goes() -> None:
    (_, anns), (_, bos) = editor("ann"), editor("bo")
    now = timezone.now()
    soon, later = (timezone.localtime(now + timedelta(days=days)).strftime("%Y-%m-%d %H:%M") for days in (1, 3))
    add(anns, go_live_at=soon, expire_at=later)
    edit(anns, made(), go_live_at=soon, expire_at=later, **{"action-submit": "yes"})
    decide(bos, made(), "approve")
    assert public() == 404
    with pytest.MonkeyPatch.context() as clock:
        for days, status in ((0, 404), (2, 200), (2.9, 200), (4, 404)):
            clock.setattr(timezone, "now", lambda days=days: now + timedelta(days=days))
            jobs.publish_scheduled(0)
            jobs.publish_scheduled(0)  # done twice, it does its work once
            assert public() == status, days
    assert made().expired


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"text": "{{ uper_capital_limit }}"}, "did you mean &#x27;upper_capital_limit&#x27;?"),
        ({"easy": streamfield([("paragraph", "word " * 16)])}, "more than 15 words"),
        ({"review_due": "2026-11-22"}, "Enter a day after the day of the review."),
        ({"language": "xx"}, "xx is not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_before_it_is_sent_to_anybody(sent: dict[str, Any], says: str) -> None:
    _, anns = editor("ann")
    page = add(anns, **sent, **{"action-submit": "yes"})
    assert page.status_code == 200 and says in page.content.decode()
    assert not AdvicePage.objects.filter(slug="a-made-page").exists()


def test_an_editor_may_take_a_page_down_at_once() -> None:
    _, anns = editor("ann")
    anns.post(reverse("wagtailadmin_pages:unpublish", args=[page_at("benefits").pk]))
    assert public("benefits") == 404


def test_a_draft_is_previewed_as_everybody_will_see_it() -> None:
    _, anns = editor("ann")
    add(anns)
    for mode, words in (("page", "You have £23,250 or less."), ("easy", "Short words.")):
        shown = anns.get(reverse("wagtailadmin_pages:view_draft", args=[made().pk]), {"mode": mode})
        assert shown.status_code == 200 and words in shown.content.decode()
    assert "wagtail" not in Client().get("/advice/money/benefits").content.decode()


def test_there_is_one_index_and_no_page_in_a_wrong_place() -> None:
    _, anns = editor("ann")
    index = AdviceIndex.objects.get()
    for model, parent in (("adviceindex", index.get_parent()), ("advicepage", index), ("topic", page_at("benefits"))):
        address = reverse("wagtailadmin_pages:add", args=["directory", model, parent.pk])
        assert anns.get(address).status_code in (302, 403), model


def test_advice_cannot_be_made_private() -> None:
    ann, _ = editor("ann")
    assert not page_at("benefits").permissions_for_user(ann).can_set_view_restrictions()


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"language": "xx"}, "advice_language_known"),
        ({"review_due": "2026-11-22"}, "advice_due_after_review"),
    ],
)
def test_the_database_refuses_what_may_never_be(changes: dict[str, Any], name: str) -> None:
    from marketcross.web.core.actions import action, note
    from marketcross.web.core.actor import SYSTEM

    page = page_at("benefits")

    def wrong(*, by: Any, at: Any) -> None:
        AdvicePage.objects.filter(pk=page.pk).update(**changes)
        note(page)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        action(f"test.{name}")(wrong)(by=SYSTEM, at=timezone.now())


def test_a_page_is_translated_once_into_a_language() -> None:
    polish = page_at("ocena-potrzeb")
    second = AdvicePage(
        title="Drugi", slug="drugi", summary="S", language="pl", translates=polish.translates, review_due="2027-11-22",
        body=[("paragraph", "Tak.")], live=False,
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="advice_translated_once"), transaction.atomic():
        polish.get_parent().add_child(instance=second)
