"""The core's own ways on from the first page."""

from django.utils.translation import gettext_lazy as _

from .pages.ways import For, Way

WAYS = (
    Way(For.RESIDENTS, "core:resume", _("Go on with saved answers"), _("You have a code from an earlier day.")),
    Way(
        For.RESIDENTS,
        "core:ask_for_link",
        _("Sign in as a resident or carer"),
        _("We send you a link by email. Have your app or your card of codes ready."),
        signs_in=True,
    ),
    Way(
        For.STAFF, "core:sign_in", _("Sign in"), _("With your email address, your password and a code."), signs_in=True
    ),
    Way(For.WORK, "core:audit", _("Audit"), _("What was done, by whom, to which record.")),
    Way(For.WORK, "core:messages", _("Messages"), _("What was sent to people, as it was sent.")),
    Way(For.WORK, "core:failed_jobs", _("Failed jobs"), _("Background work that failed, and a button to try again.")),
    Way(For.WORK, "core:rules", _("Who may do what"), _("The rules of access, as they are enforced.")),
)
