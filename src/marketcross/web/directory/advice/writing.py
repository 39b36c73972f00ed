"""Every write of an edited page, as an action. Wagtail's revisions keep the words, the audit who and when."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wagtail.models import Page

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor


@action("advice.page_written")
def write_page(*, by: Actor, at: datetime, page: Page, write: Callable[[], Any]) -> Any:
    """Do Wagtail's ``write`` of ``page``."""
    result = write()
    note(page, title=page.title, live=page.live)
    return result


@action("advice.page_removed")
def remove_page(*, by: Actor, at: datetime, page: Page, remove: Callable[[], Any]) -> Any:
    """Do Wagtail's ``remove`` of ``page`` and of all below it."""
    note(page, title=page.title, live=False)
    return remove()
