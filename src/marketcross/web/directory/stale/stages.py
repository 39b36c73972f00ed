"""When a listing that nobody has said to be right is asked about, hidden and archived. The numbers stand here alone."""

import calendar
from datetime import date, timedelta

from marketcross.web.directory.models import StaleEntry

Stage = StaleEntry.Stage
MONTHS = {Stage.ASKED: 6, Stage.HIDDEN: 9, Stage.ARCHIVED: 24}
BETWEEN = timedelta(days=28)  # from one step to the next at least, however late the first one came
_AFTER = {None: Stage.ASKED, Stage.ASKED: Stage.HIDDEN, Stage.HIDDEN: Stage.ARCHIVED, Stage.ARCHIVED: None}


def next_stage(*, said_on: date, on: date, stage: str | None = None, since: date | None = None) -> str | None:
    """The step that is due on a day, if any. ``said_on``: when it was last said to be right. ``stage``, ``since``: the
    step that was taken last, and when."""
    following = _AFTER[Stage(stage) if stage else None]
    if following is None or on < months_after(said_on, MONTHS[following]):
        return None
    return None if since and on < since + BETWEEN else following


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has no such day: 31 August and 6 give 28 February."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
