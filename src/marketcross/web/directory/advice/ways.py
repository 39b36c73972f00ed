"""The way to advice from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAY = Way(
    For.RESIDENTS,
    "directory:advice",
    _("Information and advice"),
    _("How care works, what it costs, and what you can do yourself."),
)
