"""The ways of commissioning on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(For.WORK, "commissioning:grants", _("Small grants"), _("Applications to decide, and what came of the money.")),
    Way(For.WORK, "commissioning:own_grants", _("Your small grants"), _("Apply on one page, and see what we decided.")),
)
