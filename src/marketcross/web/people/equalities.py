"""The questions about who somebody is. Asked once, reused everywhere; nobody has to answer any."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext_lazy as _

FILE = Path(__file__).parent / "equalities.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers, as pairs of code and words."""

    code: str
    asks: str
    about: str
    answers: Sequence[tuple[str, str]]


@cache
def questions() -> tuple[Question, ...]:
    """All questions in their order, from ``equalities.yaml``."""
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(Question(row["code"], row["asks"], row["about"], tuple(row["answers"].items())) for row in rows)


def question_named(code: str) -> Question:
    """The question of a code.

    :raises KeyError: there is none.
    """
    return {question.code: question for question in questions()}[code]


DECLINED = _("They did not want to say")
