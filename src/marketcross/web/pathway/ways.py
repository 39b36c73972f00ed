"""The pathway's ways on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(
        For.RESIDENTS,
        "pathway:what_matters",
        _("Tell us what matters to you"),
        _("Four questions, to get your thoughts together before you talk to us. You need no account."),
    ),
    Way(For.WORK, "pathway:work", _("My next things"), _("Who waits for you, and for what.")),
    Way(For.WORK, "pathway:my_plan", _("My plan"), _("Your plan, and what you still want.")),
)
