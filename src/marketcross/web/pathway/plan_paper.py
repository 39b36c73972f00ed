"""A plan to keep: what the person wants, who does what, what it costs, and what they still want."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketcross.engine.vocabulary.money import pounds
from marketcross.web.core.letters import Heading, Letter, Paragraph, Points
from marketcross.web.core.letters.letter import Part, from_the_council

from .models import Plan, PlanLine, PlanVersion, UnmetPreference
from .queries.showing import want_words, what

Content = Mapping[str, Any]


def of_now(plan: Plan, content: Content, name: str, *, on: date) -> Letter:
    """The plan as it stands, agreed or not: it says which."""
    if plan.state == Plan.State.AGREED:
        stands = _agreed(plan.version, plan.person_agreed_on, plan.council_agreed_on)
    else:
        stands = _("This plan is not agreed yet. It may still change.")
    return _letter(plan.get_of_display(), content, name, stands, on)


def of_version(version: PlanVersion, name: str) -> Letter:
    """A version as both sides agreed it."""
    stands = _agreed(version.number, version.person_agreed_on, version.council_agreed_on)
    on = max(version.person_agreed_on, version.council_agreed_on)
    return _letter(version.plan.get_of_display(), version.content, name, stands, on)


def _agreed(number: int, person: date | None, council: date | None) -> str:
    days = {"person": date_format(person, "j F Y"), "council": date_format(council, "j F Y"), "number": number}
    return _("Version %(number)s. You agreed on %(person)s, and the council agreed on %(council)s.") % days


def _letter(title: Any, content: Content, name: str, stands: str, on: date) -> Letter:
    parts: list[Part] = [Paragraph(stands)]
    for outcome in content["outcomes"]:
        parts += _outcome(outcome)
    parts += _costs(content)
    language = get_language() or "en"
    return Letter(str(title), tuple(parts), from_the_council(), to=(name,), on=on, language=language)


def _outcome(outcome: Content) -> Iterator[Part]:
    yield Heading(outcome["words"])
    if outcome["lines"]:
        yield Points(tuple(_line(line) for line in outcome["lines"]))
    if outcome["needs"]:
        yield Paragraph(_("This need is not yet met in full. The council has to see that it is; a manager was told."))
    for want in outcome["wants"]:
        yield Paragraph(_want(want))


def _line(line: Content) -> str:
    means = dict(PlanLine.Means.choices)[line["means"]]
    said = f"{means}: {line['words']}"
    if line["service_name"] and line["service_name"] not in line["words"]:
        said += f" ({line['service_name']})"
    sums = [(line["weekly_pence"], _("a week")), (line["once_pence"], _("once"))]
    costs = [f"{pounds(pence)} {often}" for pence, often in sums if pence]
    held = str(dict(PlanLine.Held.choices).get(line["held_as"], ""))
    return ". ".join([said, *([", ".join(costs)] if costs else []), *([held] if held else [])])


def _want(want: Content) -> str:
    codes = {name: want[name] for name in ("category", "locality", "group", "time", "price")}
    words = want_words(UnmetPreference(**codes))
    if want["state"] == UnmetPreference.State.CHOSEN:
        return _("You wanted, and have found: %(words)s.") % {"words": words}
    instead = want["taken_instead"] and _("Until then: %(what)s.") % {"what": what(want["taken_instead"])}
    return " ".join(filter(None, [_("You still want: %(words)s.") % {"words": words}, instead]))


def _costs(content: Content) -> Iterator[Part]:
    weekly, once = content["weekly_pence"], content["once_pence"]
    if weekly or once:
        yield Heading(_("What it costs"))
        sums = [(weekly, _("%(sum)s a week")), (once, _("%(sum)s once"))]
        yield Points(tuple(words % {"sum": pounds(pence)} for pence, words in sums if pence))
