"""The ways to feedback on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(
        For.WORK,
        "directory:feedback_to_check",
        _("Feedback to check"),
        _("What people say of services, and what providers reply. Nobody sees it before you decide."),
    ),
    Way(
        For.WORK,
        "directory:concerns",
        _("Safeguarding concerns from feedback"),
        _("What moderators passed on because somebody may be at risk."),
    ),
)
