"""Publishing's ways on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(
        For.PROVIDERS,
        "publishing:statements",
        _("What care services are needed"),
        _("What people here need, what there is, and what we want more of, with the figures behind it."),
    ),
)
