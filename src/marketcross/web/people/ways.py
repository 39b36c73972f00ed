"""The ways of people on from the first page."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.pages.ways import For, Way

WAYS = (
    Way(For.WORK, "people:find", _("Find somebody"), _("By a name, a birthday, a number or an address.")),
    Way(For.WORK, "people:mine", _("My people"), _("The people whom you and your team work beside.")),
    Way(For.WORK, "people:likely", _("Two records of one person?"), _("Records that a machine found to be alike.")),
    Way(For.WORK, "people:reasons", _("Who looked at your people"), _("Looks by colleagues outside your team.")),
    Way(For.WORK, "people:requests", _("Who asked for everything"), _("Answers that your people wait for.")),
    Way(For.WORK, "people:take_in", _("Somebody moves here"), _("Take in the record from their council.")),
    Way(For.WORK, "people:erasing", _("What must go"), _("Records whose time is over, by number.")),
    Way(For.WORK, "people:my_record", _("My record"), _("What we keep about you, and who looked at it.")),
    Way(For.WORK, "people:helping", _("People I help"), _("Records that somebody has let you see.")),
    Way(For.WORK, "people:unusual", _("Unusual looks"), _("Looks at records that somebody should ask about.")),
)
