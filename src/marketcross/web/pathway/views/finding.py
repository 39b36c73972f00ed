"""The record of an address: of this very person, or not found. Keys of merged records lead to the one that was kept."""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.pathway.models import (
    IndicativeBudget,
    Introduction,
    Plan,
    PlanLine,
    PlanOutcome,
    Step,
    UnmetEligibleNeed,
    UnmetPreference,
)
from marketcross.web.people.queries import PersonSummary, current
from marketcross.web.people.queries import person as summary_of

M = TypeVar("M", bound=Model)
OWNER: dict[type[Model], str] = {
    Introduction: "person",
    Plan: "person",
    UnmetPreference: "person",
    Step: "introduction__person",
    PlanOutcome: "plan__person",
    PlanLine: "outcome__plan__person",
    UnmetEligibleNeed: "outcome__plan__person",
    IndicativeBudget: "plan__person",
}


def whose(person: UUID) -> PersonSummary:
    """The person of an address, after merges."""
    found = summary_of(current(person))
    if found is None:
        raise Http404
    return found


def of_person(model: type[M], person: UUID, key: UUID, **more: Any) -> M:
    """One record of a person; somebody else's is not found."""
    return get_object_or_404(model, pk=key, **{OWNER[model]: current(person)}, **more)


def may_plan(request: HttpRequest) -> bool:
    """Whether the reader writes plans: link workers read them, and are shown no way to what they may not open."""
    return isinstance(request.user, User) and request.user.has_role(Role.PRACTITIONER)
