"""What may honestly be said of two answers: the method page's example, and the three rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.web.core.actor import Actor
from marketcross.web.pathway import actions
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.pathway.wellbeing import QUESTIONS, Change, difference, differences

from .conftest import Council
from .making import AT, introduced, person

ANSWER = st.none() | st.integers(0, 10)


def test_the_example_of_the_method_page() -> None:
    before = {"satisfied": 4, "worthwhile": 5, "happy": 3, "anxious": 7}
    found = differences(before, {"satisfied": 6, "worthwhile": 5, "happy": None, "anxious": 4})
    assert [(d.change, d.by) for d in found] == [("better", 2), ("same", 0), ("unknown", 0), ("better", 3)]


@given(ANSWER, ANSWER)
def test_turning_before_and_after_turns_better_into_worse(one: int | None, other: int | None) -> None:
    turned = {Change.BETTER: Change.WORSE, Change.WORSE: Change.BETTER}
    for question in QUESTIONS:
        there, back = difference(question, one, other), difference(question, other, one)
        assert back.change == turned.get(there.change, there.change) and back.by == there.by
        assert (there.change is Change.UNKNOWN) == (one is None or other is None)


@pytest.mark.django_db
def test_an_answer_left_out_is_kept_as_left_out(council: Council) -> None:
    begun = introduced(person(), council.link_worker)
    by = Actor.of(council.link_worker)
    with pytest.raises(MoveRefused, match="nothing to compare"):
        actions.record_wellbeing(by=by, at=AT, introduction=begun.pk, moment="after", answers={"happy": 3})
    kept = actions.record_wellbeing(by=by, at=AT, introduction=begun.pk, moment="before", answers={"happy": 0})
    assert (kept.happy, kept.satisfied) == (0, None)
    again = actions.record_wellbeing(by=by, at=AT, introduction=begun.pk, moment="before", answers={"happy": 4})
    assert again.pk == kept.pk and begun.wellbeing.get().happy == 4
