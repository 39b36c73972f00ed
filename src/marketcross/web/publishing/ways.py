"""Publishing's ways on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(
        For.PROVIDERS,
        "publishing:opportunities",
        _("What people want and cannot find"),
        _("Opportunities for groups and services, big and small, with the numbers behind them."),
    ),
    Way(
        For.PROVIDERS,
        "publishing:statements",
        _("What care services are needed"),
        _("What people here need, what there is, and what we want more of, with the figures behind it."),
    ),
    Way(
        For.WORK,
        "publishing:gaps",
        _("Gaps"),
        _("What people wanted and did not find: by kind, place, group and time."),
    ),
    Way(For.WORK, "publishing:opportunities_to_manage", _("Opportunities"), _("Draft, publish, and see who answered.")),
    Way(For.WORK, "publishing:editions", _("The live statement"), _("Look at the next edition, and publish it.")),
)
