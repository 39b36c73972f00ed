"""What of the pathway stays when a person is erased: codes, days and sums, on which evidence and returns rest."""

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
def work_of(person: UUID) -> Work:
    """Introductions and plans of a person: open ones, and the last day on which one ended."""
    found = [
        ended
        for model in (Introduction, Plan)
        for ended in model.objects.filter(person=person).values_list("ended_on", flat=True)
    ]
    return Work(None in found, max((day for day in found if day), default=None))
