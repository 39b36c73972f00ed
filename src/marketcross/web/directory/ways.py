"""The ways of the directory on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

from .advice.ways import WAY as ADVICE
from .feedback.ways import WAYS as FEEDBACK

WAYS = (
    Way(
        For.RESIDENTS,
        "directory:search",
        _("Find help and things to do near you"),
        _("Groups, clubs, help at home and care. Say it in your own words. You need no account."),
    ),
    ADVICE,
    Way(
        For.PROVIDERS,
        "directory:list_group",
        _("List your group or service"),
        _("Free, and in about ten minutes. So that people near you can find you."),
    ),
    Way(
        For.WORK,
        "directory:to_check",
        _("Listings to check"),
        _("New and changed listings that nobody has checked yet."),
    ),
    Way(
        For.WORK,
        "directory:register_changes",
        _("The CQC's register"),
        _("What changed: new places, closed ones and ratings. Match services with their places."),
    ),
    Way(
        For.WORK,
        "directory:stale",
        _("Old listings"),
        _("What nobody has said to be right for six months or more."),
    ),
    *FEEDBACK,
)
