"""How a rule is written: a plain function for one person, whose argument names say what it rests on (ADR 0040).

An argument is a fact about the person, a value of the law, a choice of the council's policy, a day, or the result of an
earlier rule. All are whole numbers, so that the same function is read by a person, run with its steps recorded
(``explained``), and compiled over columns (``compiled``). The docstring is the rule in words; ``says`` is what it tells
the person, by its result.
"""

import inspect
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from types import EllipsisType
from typing import TypeAlias

from marketcross.engine.vocabulary.column import Column, by_name

Says: TypeAlias = Mapping[int | EllipsisType, str]

RESULT = "result"  # the name by which a sentence speaks of the rule's own result


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule. ``cites`` is where the law says it; ``unit`` that of its result, or ``codes`` its enumeration.

    An ``aside`` is told although the answer does not rest on it: what was left out, or what comes with the answer.
    """

    name: str
    cites: str
    about: str
    says: Says
    unit: str
    codes: type[IntEnum] | None
    flag: bool
    aside: bool
    function: Callable[..., int]

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        return tuple(inspect.signature(self.function).parameters)

    def text_for(self, result: int) -> str:
        """The sentences for a result; empty where there is nothing to tell."""
        return self.says.get(result, self.says.get(..., ""))


def rule(
    cites: str,
    *,
    says: Says | str = "",
    unit: str = "pence_per_week",
    codes: type[IntEnum] | None = None,
    flag: bool = False,
    aside: bool = False,
) -> Callable[[Callable[..., int]], Rule]:
    """Make a rule of a function. ``says`` is one text, or texts by result with ``...`` for any other result."""

    def made(function: Callable[..., int]) -> Rule:
        texts: Says = {...: says} if isinstance(says, str) else says
        plain = "" if codes or flag else unit
        about = inspect.cleandoc(function.__doc__ or "")
        return Rule(function.__name__, cites, about, texts, plain, codes, flag, aside, function)

    return made


class DefinitionError(ValueError):
    """A definition whose rules do not fit together."""


@dataclass(frozen=True, eq=False)
class Definition:
    """A family's rules in the order in which they are applied, and everything that they may rest on.

    ``law`` names statutory values, ``days`` are dates of the calculation as ordinals, ``results`` names the rules whose
    results are wanted. Raises DefinitionError where a name is used before it is known, or means two things.
    """

    title: str
    facts: tuple[Column, ...]
    law: tuple[str, ...]
    policy: tuple[Column, ...]
    days: tuple[Column, ...]
    rules: tuple[Rule, ...]
    results: tuple[str, ...]

    def __post_init__(self) -> None:
        known = [*by_name(self.facts), *self.law, *by_name(self.policy), *by_name(self.days)]
        for each in self.rules:
            problems = [name for name in each.inputs if name not in known]
            spoken = {name for text in each.says.values() for _, name, _, _ in string.Formatter().parse(text) if name}
            problems += sorted(spoken - {*each.inputs, RESULT})
            if problems or each.name in known:
                raise DefinitionError(f"{each.name}: {', '.join(problems) or 'its own name'} cannot be used here.")
            known.append(each.name)
        if twice := {name for name in known if known.count(name) > 1}:
            raise DefinitionError(f"{', '.join(sorted(twice))} would mean two things.")

    @cached_property
    def fact(self) -> Mapping[str, Column]:
        return by_name(self.facts)

    @cached_property
    def choice(self) -> Mapping[str, Column]:
        return by_name(self.policy)

    @cached_property
    def by_rule(self) -> Mapping[str, Rule]:
        return {each.name: each for each in self.rules}

    def only(self, *results: str) -> "Definition":
        """The same definition for some of its results: with only the rules and facts that they rest on."""
        wanted, reached = list(results), set()
        while wanted:
            name = wanted.pop()
            if name in self.by_rule and name not in reached:
                reached.add(name)
                wanted += self.by_rule[name].inputs
        rules = tuple(each for each in self.rules if each.name in reached)
        used = {name for each in rules for name in each.inputs}
        facts = tuple(column for column in self.facts if column.name in used)
        return replace(self, facts=facts, rules=rules, results=results)

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """The names that are the same for everybody: law, policy, days."""
        return (*self.law, *by_name(self.policy), *by_name(self.days))
