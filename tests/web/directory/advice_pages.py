"""The shipped pages in the database, and editors at work on them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.cms.groups import give_editors_their_groups
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.directory.advice.loading import read_folder
from marketcross.web.directory.advice.loading.action import Outcome, load_pages
from marketcross.web.directory.advice.models import AdvicePage

AT, SINCE = datetime(2026, 11, 22, 9, tzinfo=UTC), date(2026, 1, 1)
A_PAGE = """---
title: {title}
summary: What it says.
order: 1
reviewed: 2026-11-22
review due: 2027-11-22
law: []
---
{body}

=== easy read

{easy}
"""
A_TOPIC = "---\ntitle: Made topic\nsummary: Made.\norder: 1\n---\n"


def load() -> Outcome:
    """The shipped pages."""
    return load_pages(by=SYSTEM, at=AT, folder=read_folder())


def page_at(slug: str) -> AdvicePage:
    """A page as it stands."""
    return AdvicePage.objects.get(slug=slug)


@action("test.editor_let_in")
def _let_in(*, by: Actor, at: datetime, user: User) -> None:
    give_editors_their_groups(user)
    note(user)


def editor(name: str) -> tuple[User, Client]:
    """An editor, signed in."""
    user, client = make_user(by=SYSTEM, at=AT, email=f"{name}@example.org", name=name), Client()
    give_role(by=SYSTEM, at=AT, user=user, role="editor", starts_on=SINCE)
    _let_in(by=SYSTEM, at=AT, user=user)
    client.force_login(user)
    return user, client


@pytest.fixture(scope="module")
def loaded_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Outcome]:
    """Loading takes seconds: once for a file of tests, in a transaction that is undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(loaded_once: Outcome, db: None) -> Outcome:
    """The shipped pages, for one test; what it changes is undone."""
    return loaded_once
