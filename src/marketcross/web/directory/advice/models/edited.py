"""What every edited page of ours has: each write is an action, and nobody publishes their own words."""

from typing import Any

from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PagePermissionTester, TaskState

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.directory.advice import writing


def editor() -> Actor:
    """Who is at work in Wagtail now; the system where nobody is."""
    user = get_active_log_context().user
    return Actor.of(user) if user else SYSTEM


def read_by_another(page: Page) -> bool:
    """Whether somebody other than its last writer approved the newest wording."""
    newest = page.latest_revision
    approved = TaskState.objects.filter(revision=newest, status=TaskState.STATUS_APPROVED, finished_by__isnull=False)
    return bool(newest) and approved.exclude(finished_by=newest.user_id).exists()


class TwoPeople(PagePermissionTester):
    """Wagtail's permissions, except that publishing takes a second pair of eyes, and that advice is always public."""

    def can_publish(self) -> bool:
        return bool(super().can_publish()) and read_by_another(self.page)

    def can_publish_subpage(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return bool(super().can_publish())

    def can_set_view_restrictions(self) -> bool:
        return False


class EditedPage(Page):
    """A page of Wagtail under our rules."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        return writing.write_page(
            by=editor(), at=timezone.now(), page=self, write=lambda: super(EditedPage, self).save(*args, **kwargs)
        )

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return writing.remove_page(
            by=editor(), at=timezone.now(), page=self, remove=lambda: super(EditedPage, self).delete(*args, **kwargs)
        )

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return TwoPeople(user, self)
