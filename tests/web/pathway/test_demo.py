"""The demonstration's introductions, plans and wants are whole records like any others."""

from datetime import timedelta

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.pathway import demo, queries
from marketcross.web.pathway.models import IndicativeBudget, Introduction, PlanLine, UnmetEligibleNeed, Wellbeing

from .conftest import Council
from .making import AT, group, person

pytestmark = pytest.mark.django_db


def test_six_people_show_every_part(council: Council) -> None:
    group("Tea at Two", category="coffee-morning", groups=("everybody",))
    people = [person(f"P{n}", beside=council.practitioner).pk for n in range(6)]
    manager = demo.make_manager(by=SYSTEM, at=AT, beside=people[0])
    made = demo.make(
        at=AT, practitioner=council.practitioner, link_worker=council.link_worker, people=people,
        manager=manager, no_mens_group_in="E1",
    )  # fmt: skip
    assert (len(made.introductions), len(made.plans), len(made.preferences)) == (3, 3, 8)
    assert IndicativeBudget.objects.get().usual_pence and UnmetEligibleNeed.objects.get().state == "open"
    assert (
        PlanLine.objects.filter(weekly_pence=None).count() == PlanLine.objects.exclude(weekly_pence=None).count() == 3
    )
    assert Wellbeing.objects.filter(moment="after").count() == 1
    assert Introduction.objects.get(pk=made.introductions[0]).steps.get().result == "not_for_me"
    rows = list(queries.unmet_preferences(AT.date() - timedelta(days=90), AT.date()))
    assert sum(row.category == "mens-group" and row.locality == "E1" for row in rows) == 6


def test_nobody_makes_nothing(council: Council) -> None:
    made = demo.make(at=AT, practitioner=council.practitioner, link_worker=council.link_worker, people=[])
    assert made == demo.Made((), (), ())
