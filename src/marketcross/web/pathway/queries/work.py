"""What a worker has to do next, from what the records say; nothing can fall off these lists."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.queries import colleagues
from marketcross.web.pathway.models import Introduction, Match, Plan, UnmetEligibleNeed, UnmetPreference
from marketcross.web.people.queries import may, mine, people, visible

MOST = 50  # of one kind on a page


def needs_of(user: User, on: date) -> QuerySet[UnmetEligibleNeed]:
    """The unmet eligible needs of which ``user`` is the manager, the oldest first.

    Of somebody who was restricted since, a manager who is not named learns nothing any more: those named see the need.
    """
    listed = visible(user, on)
    theirs = Q(manager=user, outcome__plan__person__in=listed)
    named_for = Q(outcome__plan__person__in=listed.filter(restricted=True))
    found = UnmetEligibleNeed.objects.filter(theirs | named_for, state="open")
    return found.select_related("outcome__plan").order_by("opened_on", "pk")


def matches_of(user: User, on: date) -> QuerySet[Match]:
    """Services to tell somebody of, or to hear an answer about, for the people beside whom ``user`` works."""
    found = Match.objects.filter(state__in=["found", "told"], preference__state="open")
    return found.filter(preference__person__in=mine(user, on)).select_related("preference").order_by("found_on", "pk")


def chosen_without_a_line(user: User, on: date) -> QuerySet[UnmetPreference]:
    """Choices that are not in the plan yet from which the want came."""
    chosen = UnmetPreference.objects.filter(state="chosen", outcome__isnull=False, line__isnull=True)
    open_plans = chosen.exclude(outcome__plan__state="ended").filter(person__in=mine(user, on))
    return open_plans.select_related("outcome").order_by("chosen_on", "pk")


def introductions_of(user: User, on: date) -> QuerySet[Introduction]:
    """Introductions that are open, and this worker's or of people beside whom they work; of the restricted, only for
    those named, whoever began it."""
    theirs = Q(link_worker=user, person__in=visible(user, on)) | Q(link_worker=None, person__in=mine(user, on))
    return Introduction.objects.exclude(state="ended").filter(theirs).order_by("introduced_on", "pk")


def waiting(user: User, on: date) -> list[Introduction]:
    """Introductions that no link worker has taken, of people beside whom nobody here works; never a restricted one."""
    if not user.has_role(Role.LINK_WORKER):
        return []
    found = Introduction.objects.filter(state="waiting", link_worker=None).exclude(person__in=mine(user, on))
    shown = list(found.order_by("introduced_on", "pk")[:MOST])
    restricted = {one.id for one in people({one.person_id for one in shown}, on) if one.restricted}
    return [one for one in shown if one.person_id not in restricted]


def plans_of(user: User, on: date) -> QuerySet[Plan]:
    """Plans that this practitioner is writing."""
    return Plan.objects.filter(practitioner=user, state="draft", person__in=mine(user, on)).order_by("started_on", "pk")


def managers_for(user: User, person: UUID, on: date) -> list[User]:
    """Who may be named as manager of an unmet eligible need: colleagues who may open the person's record."""
    found = colleagues(user, on=on).exclude(pk=user.pk).filter(is_active=True).order_by("name", "pk")
    return [one for one in found if one.has_role(Role.PRACTITIONER) and may(one, person, on)]
