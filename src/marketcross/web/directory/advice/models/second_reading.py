"""The one step between a draft and its publication: somebody else reads it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Page, Revision, Task, TaskState

from marketcross.web.core.models.role import Role

APPROVE = "approve"


class SecondReading(Task):
    """Any editor may send a page back; only one who did not write its newest wording may approve it."""

    class Meta:
        verbose_name = "second reading"

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        return _is_editor(user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        return not _is_editor(user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        back = [("reject", "Request changes", True)] if _is_editor(user) else []
        if not may_approve(obj, user):
            return back
        return [*back, (APPROVE, "Approve", False), (APPROVE, "Approve with comment", True)]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting.exclude(revision__user=user) if _is_editor(user) else waiting.none()

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Do it, unless somebody approves words that they have just changed themselves."""
        if action_name == APPROVE:
            page = task_state.workflow_state.content_object
            if not may_approve(page, user):
                raise PermissionDenied("You wrote the newest wording: another editor must read it.")
            task_state.revision = _newest(page)  # what is approved is what was read last, not what was sent in first
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return "An editor other than the last writer approves"


def may_approve(page: Page, user: Any) -> bool:
    """Whether ``user`` is an editor and not the writer of the newest wording."""
    newest = _newest(page)
    return _is_editor(user) and newest is not None and newest.user_id != user.pk


def _newest(page: Page) -> Revision | None:
    """The newest wording as it is now, not as it was when ``page`` was read."""
    return page.revisions.order_by("-created_at", "-pk").first()


def _is_editor(user: Any) -> bool:
    return bool(user.has_role(Role.EDITOR))
