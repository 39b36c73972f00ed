"""A draft opens with its code and nothing else, and is gone after 90 days."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.web.core.actor import ANONYMOUS, SYSTEM
from marketcross.web.core.drafts.actions import forget_old_drafts, resume_draft, save_draft
from marketcross.web.core.drafts.code import LETTERS, new_code, read_code
from marketcross.web.core.models import AnonymousDraft, AuditEvent, History

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
WORDS = {"what_matters": "My cat, and getting out on Sundays"}


@pytest.mark.django_db
def test_a_draft_comes_back_with_its_code_however_it_is_typed() -> None:
    code = save_draft(by=ANONYMOUS, at=AT, kind="start", answers=WORDS)
    for typed in (code, code.lower(), code.replace("-", " "), f"  {code} "):
        assert resume_draft(kind="start", code=typed, at=AT) == WORDS


@pytest.mark.django_db
def test_nothing_in_the_database_gives_the_words_or_the_code() -> None:
    code = save_draft(by=ANONYMOUS, at=AT, kind="start", answers=WORDS)
    row = str(AnonymousDraft.objects.values().get()) + str(AuditEvent.objects.values()) + str(History.objects.values())
    assert "Sundays" not in row and code not in row and code.replace("-", "") not in row


@pytest.mark.django_db
def test_another_code_another_kind_and_a_late_day_open_nothing() -> None:
    code = save_draft(by=ANONYMOUS, at=AT, kind="start", answers=WORDS)
    assert resume_draft(kind="start", code=new_code(), at=AT) is None
    assert resume_draft(kind="other", code=code, at=AT) is None
    last = AT + timedelta(days=90)
    assert resume_draft(kind="start", code=code, at=last - timedelta(seconds=1)) == WORDS
    assert resume_draft(kind="start", code=code, at=last) is None


@pytest.mark.django_db
def test_saving_again_keeps_the_code_and_starts_the_90_days_anew() -> None:
    code = save_draft(by=ANONYMOUS, at=AT, kind="start", answers=WORDS)
    later = AT + timedelta(days=80)
    assert save_draft(by=ANONYMOUS, at=later, kind="start", answers={"b": 2}, code=code) == code
    assert AnonymousDraft.objects.count() == 1
    assert resume_draft(kind="start", code=code, at=AT + timedelta(days=100)) == {"b": 2}


@pytest.mark.django_db
def test_old_drafts_are_deleted_and_only_those() -> None:
    save_draft(by=ANONYMOUS, at=AT, kind="start", answers=WORDS)
    save_draft(by=ANONYMOUS, at=AT + timedelta(days=1), kind="start", answers=WORDS)
    assert forget_old_drafts(by=SYSTEM, at=AT + timedelta(days=90)) == 1
    assert forget_old_drafts(by=SYSTEM, at=AT + timedelta(days=90)) == 0
    assert AnonymousDraft.objects.count() == 1


@given(st.text(max_size=30))
def test_reading_a_code_never_fails_and_reads_only_codes(typed: str) -> None:
    code = read_code(typed)
    assert code is None or (len(code) == 16 and set(code) <= set(LETTERS))


def test_codes_hold_80_bits_and_differ() -> None:
    assert len(LETTERS) == 32 and len({new_code() for _ in range(1_000)}) == 1_000
