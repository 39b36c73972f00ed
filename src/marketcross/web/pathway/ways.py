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
)
