"""What of the pathway stays when a person is erased: codes, days and sums, on which evidence and returns rest."""

from datetime import date
from uuid import UUID

from marketcross.web.people.retention import goes, stays_nameless, worked
from marketcross.web.people.retention.registering import Work

from .models import Introduction, Plan

goes("pathway.preferencenote", through="preference__person")
goes("pathway.planversion", through="plan__person")
stays_nameless("pathway.introduction", words=("goal",))
stays_nameless("pathway.plan")
stays_nameless("pathway.planoutcome", through="plan__person", words=("words",))
stays_nameless("pathway.planline", through="outcome__plan__person", words=("words",))
stays_nameless("pathway.indicativebudget", through="plan__person", data=("answers", "explanation"))
stays_nameless("pathway.unmetpreference")


@worked("pathway")
def work_of(people: list[UUID]) -> dict[UUID, Work]:
    """Introductions and plans: whether one is open, and the last day on which one ended."""
    ended: dict[UUID, list[date | None]] = {}
    for model in (Introduction, Plan):
        for person, day in model.objects.filter(person__in=people).values_list("person", "ended_on"):
            ended.setdefault(person, []).append(day)
    return {one: Work(None in days, max((day for day in days if day), default=None)) for one, days in ended.items()}
