"""Note what somebody wanted and did not find, and that it is no longer wanted."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.queries import category as category_of
from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES
from marketcross.web.pathway.events import PreferenceNoted
from marketcross.web.pathway.models import Introduction, Plan, PlanOutcome, PreferenceNote, UnmetPreference
from marketcross.web.pathway.moves import MoveRefused, require
from marketcross.web.people.merging import hold_still
from marketcross.web.places.queries import locality as locality_of

WHAT = ("category", "locality", "group", "time", "price")


@action("pathway.preference_noted")
def note_preference(
    *,
    by: Actor,
    at: datetime,
    category: str,
    locality: str,
    group: str,
    time: str,
    price: str,
    why: str,
    taken_instead: str = "",
    words: str = "",
    outcome: UUID | None = None,
    introduction: UUID | None = None,
) -> UnmetPreference:
    """Note a want in codes, from an outcome of a plan or from an introduction. ``words`` stay beside it, apart."""
    codes = dict(zip(WHAT, (category, locality, group, time, price), strict=True))
    _known(codes, taken_instead)
    person = hold_still(_whose(outcome, introduction))  # a merge that runs now ends first
    if UnmetPreference.objects.filter(person_id=person, state="open", **codes).exists():
        raise MoveRefused(_("This want is noted already, and still open."))
    on = timezone.localdate(at)
    values = codes | {"why": why, "taken_instead": taken_instead, "noted_on": on}
    want = UnmetPreference.objects.create(person_id=person, outcome_id=outcome, introduction_id=introduction, **values)
    note(want, person=person, **values)
    if words:
        note(PreferenceNote.objects.create(preference=want, words=words), words=words)
    publish(PreferenceNoted(preference=str(want.pk)))
    return want


def _known(codes: dict[str, str], taken_instead: str) -> None:
    """Every code stands in a list; what was typed never gets in."""
    held = (
        category_of(codes["category"]),
        locality_of(codes["locality"]),
        codes["group"] in GROUPS,
        codes["time"] in TIMES,
        codes["price"] in PRICES,
        not taken_instead or category_of(taken_instead),
    )
    if not all(held):
        raise MoveRefused(_("Choose from the lists: what, where, for whom, when and at what price."))


def _whose(outcome: UUID | None, introduction: UUID | None) -> UUID:
    if outcome:
        of = PlanOutcome.objects.select_related("plan").get(pk=outcome)
        if of.taken_out_on or of.plan.state == Plan.State.ENDED:
            raise MoveRefused(_("This outcome is no longer in a plan."))
        return of.plan.person_id
    found = Introduction.objects.get(pk=introduction)
    if found.state != Introduction.State.BEGUN:
        raise MoveRefused(_("This introduction is not under way."))
    return found.person_id


@action("pathway.preference_withdrawn")
def withdraw(*, by: Actor, at: datetime, preference: UUID, because: str) -> UnmetPreference:
    """It is no longer wanted, for a reason of the list; what was noted stays evidence, unless it was a mistake."""
    want = UnmetPreference.objects.select_for_update().get(pk=preference)
    require("preference", want.state, "withdraw")
    want.state, want.withdrawn_because, want.withdrawn_on = "withdrawn", because, timezone.localdate(at)
    want.save(update_fields=["state", "withdrawn_because", "withdrawn_on"])
    note(want, withdrawn_because=because, withdrawn_on=want.withdrawn_on)
    return want
