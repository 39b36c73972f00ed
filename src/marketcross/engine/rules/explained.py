"""A definition applied to one person, with every step that the answer rests on.

The same functions run in plain Python on numbers that note when they are looked at. From the answer backwards, only
the rules that were looked at become steps, and each step names only the values that it looked at.
"""

import string
from collections.abc import Mapping
from dataclasses import dataclass

from marketcross.engine.parameters.lookup import Known
from marketcross.engine.rules.definition import RESULT, Definition, Rule
from marketcross.engine.rules.explanation import Origin, Step, Used, said
from marketcross.engine.rules.noted import Noted
from marketcross.engine.vocabulary.column import Column, Kind

_NONE = ("none", "nobody")


@dataclass(frozen=True)
class Run:
    """All results of a definition for one person, and what each rule looked at."""

    values: Mapping[str, int]
    looked_at: Mapping[str, tuple[str, ...]]


def run(definition: Definition, values: Mapping[str, int]) -> Run:
    """Apply every rule in turn. ``values`` has every fact, law value, policy choice and day."""
    known, looked_at = dict(values), {}
    for each in definition.rules:
        seen: dict[str, None] = {}
        result = each.function(*(Noted(known[name], name, seen) for name in each.inputs))
        known[each.name] = result.look() if isinstance(result, Noted) else int(result)
        looked_at[each.name] = tuple(seen)
    return Run(known, looked_at)


@dataclass(frozen=True)
class Background:
    """Where the values of a run came from: facts that were given, law as known, days, and the policy's name."""

    definition: Definition
    given: frozenset[str]
    law: Mapping[str, Known]
    days: Mapping[str, Used]
    policy_source: str


def steps(done: Run, background: Background, answer: str) -> tuple[tuple[Step, ...], tuple[Used, ...]]:
    """The steps that an answer rests on, asides included, in the order of the rules; and the facts taken as none."""
    definition = background.definition
    told = _told(done, definition, answer)
    looked_at = dict.fromkeys(name for each in told for name in done.looked_at[each.name])
    facts = definition.fact
    assumed = [
        name
        for name in looked_at
        if name in facts and name not in background.given and not done.values[name] and not _says_something(facts[name])
    ]
    made = [_step(each, done, background) for each in told]
    return tuple(step for step in made if step.text), tuple(_used(name, done, background) for name in assumed)


def _told(done: Run, definition: Definition, answer: str) -> list[Rule]:
    """The rules that were looked at on the way to the answer, and the asides that have something to tell."""
    asides = [r.name for r in definition.rules if r.aside and r.text_for(done.values[r.name])]
    wanted, reached = [answer, *asides], set()
    while wanted:
        name = wanted.pop()
        if name in definition.by_rule and name not in reached:
            reached.add(name)
            wanted += done.looked_at[name]
    return [each for each in definition.rules if each.name in reached]


def _step(each: Rule, done: Run, background: Background) -> Step:
    result = done.values[each.name]
    text = each.text_for(result) or _silent(each, done, background)
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    words = {name: str(_spoken(name, done, background)) for name in names - {RESULT}}
    words[RESULT] = said(_as_value(each, result), each.unit)
    used = [
        _used(name, done, background) for name in done.looked_at[each.name] if _worth_naming(name, done, background)
    ]
    return Step(each.name, each.cites, text.format(**words), tuple(used), _as_value(each, result), each.unit)


def _silent(each: Rule, done: Run, background: Background) -> str:
    """What a rule tells that has no words for its result: nothing, or itself where it looked at the law."""
    looked_at_law = any(name in background.law for name in done.looked_at[each.name])
    return each.about.partition("\n\n")[0].replace("\n", " ") if looked_at_law else ""


def _as_value(each: Rule, result: int) -> int | bool | str:
    if each.codes:
        return each.codes(result).name.lower().replace("_", " ")
    return bool(result) if each.flag else result


def _worth_naming(name: str, done: Run, background: Background) -> bool:
    """Nothing is named that is a plain zero: a fact not given, a choice not made, a result with nothing to tell."""
    if done.values[name] or name in background.given:
        return True
    definition = background.definition
    if name in definition.by_rule:
        return bool(definition.by_rule[name].text_for(0))
    return name in background.law or name in background.days or _says_something(definition.fact.get(name))


def _says_something(column: Column | None) -> bool:
    """Whether a default of 0 is more than 'none': the first word of a code list may be a choice, such as permanent."""
    return bool(column and column.codes and column.words[0] not in _NONE)


def _spoken(name: str, done: Run, background: Background) -> str:
    used = _used(name, done, background)
    unit = "" if used.unit == "people" else used.unit
    if name == "children":
        return "one child" if used.value == 1 else f"{used.value} children"
    if unit == "weeks" and used.value == 1:
        return "1 week"
    return said(used.value, unit)


def _used(name: str, done: Run, background: Background) -> Used:
    definition, value = background.definition, done.values[name]
    if name in background.law:
        return _used_law(background.law[name])
    if name in background.days:
        return background.days[name]
    words = name.replace("_", " ")
    if name in definition.by_rule:
        each = definition.by_rule[name]
        return Used(words, _as_value(each, value), each.unit, Origin.RESULT)
    if name in definition.fact:
        origin = Origin.FACT if name in background.given else Origin.DEFAULT
        return _used_column(definition.fact[name], value, origin, "")
    return _used_column(definition.choice[name], value, Origin.POLICY, background.policy_source)


def _used_column(column: Column, value: int, origin: Origin, source: str) -> Used:
    unit = "" if column.kind in (Kind.CODE, Kind.FLAG, Kind.DATE) else column.unit
    return Used(column.name.replace("_", " "), column.said(value), unit, origin, source)


def _used_law(known: Known) -> Used:
    origin = Origin.COUNCIL if known.council else Origin.LAW
    source = f"{known.rule}; {known.source}" if known.source else f"{known.rule}; {known.missing}"
    verified = known.verified or known.value is None
    return Used(known.name.replace("_", " "), known.value, known.unit, origin, source, verified)
