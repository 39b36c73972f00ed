"""The four personal well-being questions, and what may honestly be said of two answers.

Questions and scale are those of the Office for National Statistics, personal well-being (the ONS4), as the harmonised
standard of May 2020 words them, under the Open Government Licence v3.0: free to use by anybody who says whose they are.
Source: https://analysisfunction.civilservice.gov.uk/policy-store/personal-well-being/
They are four measures and not one scale, so nothing is added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

SOURCE = _(
    "Questions: Office for National Statistics, personal well-being. They contain public sector information licensed "
    "under the Open Government Licence v3.0."
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, answered from 0 (``low``) to 10 (``high``)."""

    name: str
    asks: Any
    short: Any
    low: Any
    high: Any
    less_is_better: bool = False


QUESTIONS = (
    Question(
        "satisfied",
        _("Overall, how satisfied are you with your life nowadays?"),
        _("Satisfied with life"),
        _("not at all satisfied"),
        _("completely satisfied"),
    ),
    Question(
        "worthwhile",
        _("Overall, to what extent do you feel that the things you do in your life are worthwhile?"),
        _("What I do is worthwhile"),
        _("not at all worthwhile"),
        _("completely worthwhile"),
    ),
    Question(
        "happy",
        _("Overall, how happy did you feel yesterday?"),
        _("Happy yesterday"),
        _("not at all happy"),
        _("completely happy"),
    ),
    Question(
        "anxious",
        _("Overall, how anxious did you feel yesterday?"),
        _("Anxious yesterday"),
        _("not at all anxious"),
        _("completely anxious"),
        less_is_better=True,
    ),
)


class Change(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"  # left out before or after


@dataclass(frozen=True, slots=True)
class Difference:
    """Two answers to one question, and how far apart they are; ``by`` is never negative."""

    question: Question
    before: int | None
    after: int | None
    change: Change
    by: int = 0


def difference(question: Question, before: int | None, after: int | None) -> Difference:
    """What changed from ``before`` to ``after``; nothing is said where either was left out."""
    if before is None or after is None:
        return Difference(question, before, after, Change.UNKNOWN)
    gain = before - after if question.less_is_better else after - before
    change = Change.BETTER if gain > 0 else Change.WORSE if gain < 0 else Change.SAME
    return Difference(question, before, after, change, abs(gain))


def differences(before: Mapping[str, int | None], after: Mapping[str, int | None]) -> list[Difference]:
    """One difference for each question, in order; there is no sum."""
    return [difference(q, before.get(q.name), after.get(q.name)) for q in QUESTIONS]
