"""Steps in the words of the law: which outcome cannot be achieved and in what way, what well-being is affected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from marketcross.engine.rules.eligibility.facts import Area, Assessment, Judged, Outcome
from marketcross.engine.rules.explanation import Origin, Step, Used, said
from marketcross.law.criteria import Criteria, Provision

_CONDITIONS = ("first_condition", "second_condition", "third_condition")
_HOW_MANY = {Assessment.NEEDS: "ten", Assessment.CARER: "eight"}


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one assessment: the regulation's words, and facts and results by name."""

    assessment: Assessment
    words: Criteria
    areas: tuple[Provision, ...]
    values: Mapping[str, int]

    def unable(self) -> list[Provision]:
        """The outcomes that cannot be achieved, in the regulation's order."""
        return [o for o in self.words.outcomes if self.values["unable"] & Outcome[o.id.upper()]]

    def ways(self, outcome: Provision) -> list[Provision]:
        """The ways that were recorded of one outcome."""
        return [way for way in self.words.ways if self.values[outcome.id] & Judged[way.id.upper()]]

    def met_by_carer(self) -> list[Provision]:
        """The outcomes that a carer meets today and that count all the same."""
        meets = self.values["carer_meets"] if self.assessment is Assessment.NEEDS else 0
        return [outcome for outcome in self.unable() if meets & Outcome[outcome.id.upper()]]


def in_the_laws_words(told: Told, reasons: Iterable[Step]) -> list[Step]:
    """The reasons with the regulation's words beside each, and the outcomes before the second condition."""
    made: list[Step] = _fluctuating(told)
    conditions = dict(zip(_CONDITIONS, told.words.conditions, strict=True))
    for step in reasons:
        if step.name == "second_condition":
            made += [_outcomes(told), *_carer_blind(told)]
        worded = _worded(step, conditions.get(step.name), told)
        made.append(_with_areas(worded, told) if step.name == "third_condition" else worded)
    return made


def law_step(provision: Provision, text: str) -> Step:
    """A step that rests on one provision alone, whose words are the step's own."""
    read = Used("read at", provision.source, "", Origin.LAW, "", provision.verified)
    return Step(provision.id, f"{provision.law}, {provision.cite}", text, (read,))


def _law(provision: Provision) -> Used:
    return Used(provision.cite, provision.says, "", Origin.LAW, provision.source, provision.verified)


def _worded(step: Step, condition: Provision | None, told: Told) -> Step:
    rule = f"{told.words.law}, {condition.cite if condition else step.rule}"
    return replace(step, rule=rule, used=(*((_law(condition),) if condition else ()), *step.used))


def _outcomes(told: Told) -> Step:
    unable = told.unable()
    each = [f"{outcome.plain} ({' and '.join(way.plain for way in told.ways(outcome))})" for outcome in unable]
    outcomes = f"the {_HOW_MANY[told.assessment]} outcomes"
    some = f"Of {outcomes} you are unable to achieve {len(unable)}: {'; '.join(each)}."
    text = _health(told) + (some if unable else f"There is none of {outcomes} that you are unable to achieve.")
    ways = dict.fromkeys(way for outcome in unable for way in told.ways(outcome))
    rule = f"{told.words.law}, {_cites([*unable, *ways]) or told.words.conditions[1].cite}"
    return Step("outcomes", rule, text, tuple(map(_law, (*unable, *ways))))


def _cites(provisions: list[Provision]) -> str:
    """``regulation 2(2)(a), 2(2)(d), 2(3)(a)``: the word once."""
    return ", ".join([provisions[0].cite, *(p.cite.split()[-1] for p in provisions[1:])]) if provisions else ""


def _health(told: Told) -> str:
    if told.assessment is Assessment.NEEDS:
        return ""
    if told.values["health_at_risk"]:
        return "Your physical or mental health is getting worse, or is at risk of it. "
    return "Your physical or mental health is neither getting worse nor at risk of it. "


def _carer_blind(told: Told) -> list[Step]:
    met, blind = told.met_by_carer(), told.words.carer_blind
    if not met or blind is None:
        return []
    text = f"A carer helps you today with {', '.join(outcome.plain for outcome in met)}. {blind.plain}"
    return [law_step(blind, text)]


def _with_areas(step: Step, told: Told) -> Step:
    affected = [area for area in told.areas if told.values["areas"] & Area[area.id.upper()]]
    if not affected:
        return step
    text = f"{step.text} What is affected: {'; '.join(area.says for area in affected)}."
    return replace(step, text=text, used=(*step.used, *map(_law, affected)))


def _fluctuating(told: Told) -> list[Step]:
    if not told.values["fluctuates"]:
        return []
    start, until = (date.fromordinal(told.values[name]) for name in ("period_from", "period_until"))
    text = f"{told.words.fluctuating.plain} The period was from {said(start)} until {said(until)}."
    return [law_step(told.words.fluctuating, text)]
