"""From a want to a choice: noted, met by news of the directory once, told, chosen, agreed with the service."""

from datetime import date, timedelta

import pytest

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery, EventRecord, History, Message
from marketcross.web.directory.actions import hide, show_again
from marketcross.web.directory.models import Service
from marketcross.web.pathway import actions, queries
from marketcross.web.pathway.models import Match, PreferenceNote, UnmetPreference
from marketcross.web.pathway.moves import MoveRefused

from .conftest import Council
from .making import AT, WANT, fresh, group, introduced, lined, person, planned, wanted

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=12)


def deliver_all() -> None:
    for key in Delivery.objects.filter(subscriber__startswith="pathway.", done_at=None).values_list("pk", flat=True):
        deliver(str(key))


def listed(**said: object) -> Service:
    made = group(at=LATER, **said)
    deliver_all()
    return made


def test_the_whole_thread(council: Council) -> None:
    tam = person(beside=council.practitioner)
    plan, outcome = planned(tam, council.practitioner)
    want = wanted(council.practitioner, outcome=outcome.pk, taken_instead="lunch-club")
    shed = listed()
    match = Match.objects.get()
    assert (match.preference_id, match.service, match.state) == (want.pk, shed.pk, "found")
    by = Actor.of(council.practitioner)
    actions.tell(by=by, at=LATER, match=match.pk)
    actions.choose(by=by, at=LATER, match=match.pk)
    line = lined(plan, outcome, council.practitioner, at=LATER, means="community", words="The Shed on Wednesdays",
                 service=shed.pk, preference=want.pk)  # fmt: skip
    actions.agree_with_service(by=by, at=LATER, line=line.pk)
    want.refresh_from_db()
    assert (want.state, want.met_by, want.line_id, want.chosen_on) == ("chosen", shed.pk, line.pk, LATER.date())
    assert EventRecord.objects.get(kind="pathway.preference_met").body == {
        "preference": str(want.pk), "service": str(shed.pk),
    }  # fmt: skip
    assert queries.want_to_choice(AT.date(), date(2027, 1, 1)) == queries.WantToChoice(1, 12)
    actions.agree_as_person(by=by, at=LATER, plan=plan.pk, edition=fresh(plan).edition, how="told")
    done = actions.agree_as_council(by=by, at=LATER, plan=plan.pk, edition=fresh(plan).edition)
    assert done.state == "agreed" and done.versions.get().content["outcomes"][0]["lines"][0]["service"] == str(shed.pk)


def test_a_service_that_stood_there_before_the_want_is_no_news(council: Council) -> None:
    _plan, outcome = planned(person(beside=council.practitioner), council.practitioner)
    group(at=AT - timedelta(days=1))
    wanted(council.practitioner, outcome=outcome.pk, why="too_far")
    deliver_all()
    assert not Match.objects.exists() and not Message.objects.filter(template="service_for_a_want").exists()


def test_news_delivered_twice_or_told_twice_makes_one_match_and_one_message(council: Council) -> None:
    tam = person(beside=council.practitioner)
    _plan, outcome = planned(tam, council.practitioner)
    wanted(council.practitioner, outcome=outcome.pk)
    shed = listed()
    hide(by=SYSTEM, at=LATER, service=shed.pk)
    deliver_all()
    assert Match.objects.get().state == "lost"
    show_again(by=SYSTEM, at=LATER, service=shed.pk)
    deliver_all()
    for key in Delivery.objects.filter(subscriber__startswith="pathway.").values_list("pk", flat=True):
        assert deliver(str(key)) is False
    assert Match.objects.get().state == "found"
    found = Message.objects.filter(template="service_for_a_want")
    assert [message.to for message in found] == [council.practitioner.email]
    assert "Talloway" not in found.get().body and "Shed" not in found.get().body


@pytest.mark.parametrize(
    ("other", "meets"),
    [({}, True), ({"category": "lunch-club", "groups": ("everybody",)}, False), ({"groups": ("women",)}, False),
     ({"groups": ("everybody",)}, True), ({"everywhere": False, "areas": ("E2",)}, False),
     ({"everywhere": False, "areas": ("E1",)}, True)],
)  # fmt: skip
def test_only_a_service_that_meets_the_want_is_a_match(council: Council, other: dict[str, object], meets: bool) -> None:
    begun = introduced(person(), council.link_worker)
    wanted(council.link_worker, introduction=begun.pk, time="any")
    listed(**other)
    assert Match.objects.exists() is meets


def test_a_want_that_is_over_gets_no_match(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    want = wanted(council.link_worker, introduction=begun.pk)
    actions.withdraw(by=Actor.of(council.link_worker), at=AT, preference=want.pk, because="changed_mind")
    listed()
    assert not Match.objects.exists()


def test_declining_leaves_the_want_open(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    want = wanted(council.link_worker, introduction=begun.pk)
    listed()
    by, match = Actor.of(council.link_worker), Match.objects.get().pk
    with pytest.raises(MoveRefused, match="not been told"):
        actions.choose(by=by, at=LATER, match=match)
    actions.tell(by=by, at=LATER, match=match)
    actions.decline(by=by, at=LATER, match=match)
    want.refresh_from_db()
    assert want.state == "open"


def test_words_stay_beside_the_want_and_leave_in_no_row_or_event(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    want = wanted(council.link_worker, introduction=begun.pk, words="He misses the yard")
    assert PreferenceNote.objects.get(preference=want).words == "He misses the yard"
    rows = list(queries.unmet_preferences(AT.date(), date(2027, 1, 1)))
    assert [(row.id, row.person, row.category, row.on) for row in rows] == [
        (want.pk, want.person_id, "mens-group", AT.date())
    ]
    assert "yard" not in str(rows) + str(list(EventRecord.objects.values_list("body", flat=True)))
    assert History.objects.filter(record_id=str(want.pk), value="He misses the yard").count() == 0


def test_only_codes_of_the_lists_are_taken_and_each_want_once(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    for wrong in ({"category": "somewhere-warm"}, {"locality": "E9"}, {"group": "lads"}, {"taken_instead": "tea"}):
        with pytest.raises(MoveRefused, match="lists"):
            wanted(council.link_worker, introduction=begun.pk, **wrong)
    wanted(council.link_worker, introduction=begun.pk)
    with pytest.raises(MoveRefused, match="noted already"):
        wanted(council.link_worker, introduction=begun.pk)
    assert UnmetPreference.objects.filter(**WANT).count() == 1


def test_what_was_noted_by_mistake_is_no_evidence_and_everything_else_is(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    for place, because in (("E1", "by_mistake"), ("E2", "changed_mind")):
        want = wanted(council.link_worker, introduction=begun.pk, locality=place)
        actions.withdraw(by=Actor.of(council.link_worker), at=AT, preference=want.pk, because=because)
    found = list(queries.unmet_preferences(AT.date(), AT.date() + timedelta(days=1)))
    assert [row.locality for row in found] == ["E2"]
    assert list(queries.unmet_preferences(AT.date() + timedelta(days=1), date(2027, 1, 1))) == []


@pytest.mark.parametrize(("days", "within"), [([5, 9, 40], 9), ([5, 9], 5), ([0], 0), ([], None)])
def test_half_within(council: Council, days: list[int], within: int | None) -> None:
    by = Actor.of(council.link_worker)
    shed = group()
    for number, wait in enumerate(days):
        begun = introduced(person(f"P{number}"), council.link_worker)
        want = wanted(council.link_worker, introduction=begun.pk)
        then = AT + timedelta(days=wait)
        [match] = actions.find_matches(by=by, at=then, service=shed.pk, preferences=[want.pk])
        actions.tell(by=by, at=then, match=match.pk)
        actions.choose(by=by, at=then, match=match.pk)
    found = queries.want_to_choice(AT.date(), date(2027, 12, 1))
    assert (found.choices, found.within_days) == (len(days), within)
