"""What the pathway does when the register has news: a death ends what is open, a merge moves all and comes back."""

import pytest

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery
from marketcross.web.pathway import actions
from marketcross.web.pathway.models import Introduction, Plan, UnmetEligibleNeed, UnmetPreference
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.people.actions import record_death
from marketcross.web.people.merging.acting import merge, unmerge

from .conftest import Council
from .making import AT, introduced, person, planned, wanted

pytestmark = pytest.mark.django_db
OURS = (Introduction, Plan, UnmetPreference)


def deliver_all() -> None:
    for key in Delivery.objects.filter(subscriber__startswith="pathway.", done_at=None).values_list("pk", flat=True):
        deliver(str(key))


def test_a_death_leaves_nothing_open_and_everything_on_record(council: Council) -> None:
    tam = person(beside=council.practitioner)
    introduced(tam, council.link_worker)
    _plan, outcome = planned(tam, council.practitioner)
    wanted(council.practitioner, outcome=outcome.pk)
    actions.open_need(by=Actor.of(council.practitioner), at=AT, outcome=outcome.pk, manager=council.manager)
    record_death(by=SYSTEM, at=AT, person=tam, died_on=AT.date())
    deliver_all()
    assert Introduction.objects.get().ended_because == Plan.objects.get().ended_because == "died"
    assert UnmetPreference.objects.get().withdrawn_because == UnmetEligibleNeed.objects.get().closed_because == "died"
    for refused in (
        lambda: actions.introduce(by=SYSTEM, at=AT, person=tam.pk, introduced_by="gp"),
        lambda: actions.start_plan(by=Actor.of(council.practitioner), at=AT, person=tam.pk),
    ):
        with pytest.raises(MoveRefused, match="closed"):
            refused()


def test_the_death_of_somebody_without_open_work_is_no_event_of_ours(council: Council) -> None:
    record_death(by=SYSTEM, at=AT, person=person(), died_on=AT.date())
    deliver_all()
    assert not Delivery.objects.filter(done_at=None, subscriber__startswith="pathway.").exists()


def test_a_merge_moves_plans_introductions_and_wants_and_gives_them_back(council: Council) -> None:
    kept, gone = person(beside=council.practitioner), person("Tamm", beside=council.practitioner)
    for one in (kept, gone):
        begun = introduced(one, council.link_worker)
        wanted(council.link_worker, introduction=begun.pk)
        planned(one, council.practitioner)
    by = Actor.of(council.manager)
    done = merge(by=by, at=AT, kept=kept.pk, gone=gone.pk, work_decided=True)
    assert [model.objects.filter(person=kept).count() for model in OURS] == [2, 2, 2]
    with pytest.raises(MoveRefused, match="open plan already"):
        actions.start_plan(by=Actor.of(council.practitioner), at=AT, person=kept.pk)
    unmerge(by=by, at=AT, merge=done)
    assert [model.objects.filter(person=gone).count() for model in OURS] == [1, 1, 1]
