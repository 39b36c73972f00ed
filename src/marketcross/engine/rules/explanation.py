"""The shape of an explained answer: steps that a resident can read aloud and an ombudsman can follow.

Every family of rules builds the same thing. A step names its rule, says in plain English what was done, lists the
values that it rested on with their sources, and gives its own result, which later steps may rest on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from marketcross.engine.vocabulary.money import pounds

Value: TypeAlias = int | bool | str | date | None


class Origin(StrEnum):
    """Where a value came from."""

    FACT = "fact"  # given about the person
    DEFAULT = "default"  # not given: the stated default was used
    LAW = "law"  # a statutory value shipped with its source
    COUNCIL = "council"  # a council's own confirmed statutory rate
    POLICY = "policy"  # a council's published choice
    RESULT = "result"  # what an earlier step found


@dataclass(frozen=True, slots=True)
class Used:
    """A value that a step rested on. ``name`` is words a reader knows; ``source`` says who says so.

    ``unit`` is ``pence``, ``pence_per_week``, ``percent``, any plural noun (``weeks``, ``points``), or empty for yes
    and no, dates and words. ``verified`` is False where nobody has yet checked the value against its source.
    """

    name: str
    value: Value
    unit: str = ""
    origin: Origin = Origin.FACT
    source: str = ""
    verified: bool = True

    def __str__(self) -> str:
        whence = {Origin.DEFAULT: "not given, so this was assumed", Origin.POLICY: "council's policy"}.get(
            self.origin, ""
        )
        doubt = "" if self.verified else "not yet verified"
        remarks = "; ".join(part for part in (whence, self.source, doubt) if part)
        return f"{self.name}: {said(self.value, self.unit)}" + (f" ({remarks})" if remarks else "")


@dataclass(frozen=True, slots=True)
class Step:
    """One rule applied. ``name`` identifies it, ``rule`` cites it, ``text`` is what was done, in sentences."""

    name: str
    rule: str
    text: str
    used: tuple[Used, ...] = ()
    result: Value = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer and how it was reached, on a day. ``answer`` is one sentence; ``remarks`` say what else to know.

    ``assumed`` are facts that were looked at, were not given, and were taken as none: told in one sentence.
    """

    about: str
    on: date
    answer: str
    steps: tuple[Step, ...]
    remarks: tuple[str, ...] = ()
    assumed: tuple[Used, ...] = ()

    def unverified(self) -> tuple[Used, ...]:
        """The values that nobody has yet checked against their source, each once, in the order of use."""
        return self._each_once(value for value in self._used() if not value.verified)

    def defaults(self) -> tuple[Used, ...]:
        """What was not given and therefore assumed, each once."""
        named = [value for value in self._used() if value.origin is Origin.DEFAULT]
        return self._each_once(iter([*named, *self.assumed]))

    def _used(self) -> Iterator[Used]:
        return (value for step in self.steps for value in step.used)

    @staticmethod
    def _each_once(values: Iterator[Used]) -> tuple[Used, ...]:
        return tuple(dict.fromkeys(values))

    def _assumed(self) -> str:
        return ", ".join(value.name for value in self.assumed)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON: dates as ISO text, money as pence with its unit beside it."""
        return {
            "about": self.about,
            "on": self.on.isoformat(),
            "answer": self.answer,
            "steps": [_step_as_dict(step) for step in self.steps],
            "remarks": list(self.remarks),
            "unverified": [value.name for value in self.unverified()],
            "defaults": [value.name for value in self.defaults()],
        }

    def __str__(self) -> str:
        """The whole explanation as plain text, to print or read aloud."""
        lines = [f"{self.about}, on {said(self.on)}", "", self.answer, ""]
        for number, step in enumerate(self.steps, 1):
            lines += [f"{number}. {step.text}", f"   Rule: {step.rule}", *(f"   - {value}" for value in step.used), ""]
        if self.assumed:
            lines += [f"Nothing was said about these, so they were taken as none: {self._assumed()}.", ""]
        lines += self.remarks
        return "\n".join(lines).rstrip() + "\n"


def said(value: Value, unit: str = "") -> str:
    """Say a value in words: ``said(10360, "pence_per_week") == "£103.60 a week"``."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str):
        return value
    if unit.startswith("pence"):
        return pounds(value) + unit.removeprefix("pence").replace("_per_", " a ")
    if unit == "percent":
        return f"{value}%"
    return f"{value:,} {unit.removesuffix('s') if value == 1 else unit}".strip()


def _step_as_dict(step: Step) -> dict[str, Any]:
    used = [
        {
            "name": u.name,
            "value": _plain(u.value),
            "unit": u.unit,
            "origin": u.origin.value,
            "source": u.source,
            "verified": u.verified,
        }
        for u in step.used
    ]
    return {
        "name": step.name,
        "rule": step.rule,
        "text": step.text,
        "used": used,
        "result": _plain(step.result),
        "unit": step.unit,
    }


def _plain(value: Value) -> int | bool | str | None:
    return value.isoformat() if isinstance(value, date) else value
