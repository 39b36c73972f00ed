"""Keep the list of records that may be of one person."""

from datetime import date, datetime, timedelta
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.people.models import LikelySame, Person

from .likely import likely_same

MOST = 5_000  # records looked at in one night


@action("people.likely_same_listed")
def list_likely_same(*, by: Actor, at: datetime, days: int = 2) -> int:
    """Look for each record that is new since ``days`` ago whether there is another one like it. Returns new pairs.

    A pair that somebody has judged to be two people stays judged. The audit gets the count.
    """
    new = Person.objects.filter(recorded_at__gte=at - timedelta(days=days), merged_into__isnull=True, restricted=False)
    before = LikelySame.objects.count()
    for key in new.order_by("-pk").values_list("pk", flat=True)[:MOST]:
        LikelySame.objects.bulk_create(
            [_pair(key, one.person, one.points, one.reasons) for one in likely_same(key)], ignore_conflicts=True
        )
    found = LikelySame.objects.count() - before
    note(LikelySame(), found=found)
    return found


def _pair(one: UUID, other: UUID, points: int, reasons: tuple[str, ...]) -> LikelySame:
    first, second = sorted((one, other))
    return LikelySame(one_id=first, other_id=second, points=points, reasons=list(reasons))


@action("people.judged_two")
def judge_two(*, by: Actor, at: datetime, pair: LikelySame, on: date) -> None:
    """Say that two records are of two people; they are not listed again."""
    pair.judged_on = on
    pair.save(update_fields=["judged_on"])
    note(pair, judged_on=on)
