"""What the live statement says, section by section. A count stands in it as ``{{ id }}`` and in no other way."""

from collections.abc import Iterator, Mapping

from django.conf import settings

from marketcross.web.publishing.actions.opportunities import OPEN
from marketcross.web.publishing.models import Edition, Opportunity
from marketcross.web.publishing.words import period_words, said

from .figures import Codes, LiveFigure
from .plain import paragraph

Figures = Mapping[Codes, LiveFigure]
ALL: Codes = ("", "", "", "")


def sections_of(edition: Edition, figures: Figures) -> Iterator[tuple[str, str]]:
    """Slug and Markdown of each section that live evidence can fill."""
    open_ones = list(
        Opportunity.objects.filter(state__in=OPEN).select_related("evidence").order_by("published_on", "id")
    )
    own = [one for one in open_ones if one.evidence.snapshot_id == edition.snapshot_id]
    yield "message", _message(edition, figures, own)
    yield "audience", AUDIENCE
    yield "gap", _gap(edition, figures)
    yield "opportunities", _opportunities(own, figures)
    yield "working-with-us", WORKING
    yield "method", _method(edition)
    yield "members", _members(figures, own)
    yield "contact", _contact()


AUDIENCE = """# Who this is for

For people who run a service or a small group, or who want to start one. It tells you what people looked for near
them and did not find. You need no contract with us to answer.
"""

WORKING = """# How we work with you

Each opportunity says how to answer. A small group can begin with a small grant, which takes one page to ask for. List
your service in our directory, and people find it the same day.
"""


def _message(edition: Edition, figures: Figures, own: list[Opportunity]) -> str:
    more = "\n".join(f"- **{paragraph(one.title)}.** {_evidence(one, figures)}" for one in own)
    return (
        f"# Our message\n\n{paragraph(edition.message)}\n\n## More of\n\n{more or 'Nothing is open at the moment.'}\n"
    )


def _gap(edition: Edition, figures: Figures) -> str:
    """A table of the kinds of support, the most wanted first; what is not shown is not in it."""
    kinds = [(codes, one) for codes, one in figures.items() if codes[0] and not any(codes[1:])]
    rows = sorted(kinds, key=lambda row: (-row[1].value, row[1].label))
    total = f"People told us of {{{{ {figures[ALL].id} }}}} in all." if ALL in figures else "Too few to show."
    lines = [f"| {paragraph(one.label.removeprefix('Wants: '))} | {{{{ {one.id} }}}} |" for _, one in rows]
    table = ["Table: What people wanted and did not find", "", "| Kind of support | Wants |", "| --- | --- |", *lines]
    held = "A kind that is not in the table had too few wants to show, or none."
    return "\n".join(["# The gap", "", total, "", *(table if lines else []), "", held, "", *_nested(figures)]) + "\n"


def _nested(figures: Figures) -> Iterator[str]:
    """Every other shown count, under its kind."""
    kinds = sorted({codes[0] for codes in figures if codes[0] and any(codes[1:])})
    for kind in kinds:
        some = [one for codes, one in figures.items() if codes[0] == kind and any(codes[1:])]
        rows = sorted(some, key=lambda one: (-one.value, one.label))
        title = paragraph(said(_Codes(kind)).what)
        yield from (f"## {title}", "", f"Table: {title}: where, for whom and when", "")
        yield from ("| Where, for whom, when | Wants |", "| --- | --- |")
        yield from (f"| {paragraph(one.label.partition(', ')[2])} | {{{{ {one.id} }}}} |" for one in rows)
        yield ""


class _Codes:
    """A kind of support, all else together."""

    locality = group = time = ""

    def __init__(self, category: str) -> None:
        self.category = category


def _opportunities(own: list[Opportunity], figures: Figures) -> str:
    return "# Opportunities\n\n" + "\n".join(_one(one, figures) for one in own)


def _one(one: Opportunity, figures: Figures) -> str:
    words = said(one)
    met = "A service in our directory can now meet this. There is still room for others." if one.state == "met" else ""
    offer = paragraph(one.we_offer)
    parts = [
        f"## {paragraph(one.title)}", paragraph(one.words), _evidence(one, figures), met, offer,
        f"Where: {paragraph(words.where)}", f"For whom: {paragraph(words.who)}", f"When: {paragraph(words.when)}",
        f"How to respond: {paragraph(one.how_to_answer)}",
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part) + "\n"


def _evidence(one: Opportunity, figures: Figures) -> str:
    evidence = one.evidence
    figure = figures[evidence.category, evidence.locality, evidence.group, evidence.time]
    return f"We counted {{{{ {figure.id} }}}} for this."


def _method(edition: Edition) -> str:
    """How it was counted, in words: the threshold is no figure about the area."""
    snapshot = edition.snapshot
    rounding = " Counts are then rounded to the nearest five." if snapshot.rounded_to == 5 else ""
    return f"""# How this was made

The counts are of {period_words(snapshot.starts_on, snapshot.ends_on)}. A want is somebody who looked for a kind of
support and did not find it. They looked in our directory, or with a social worker or link worker. With a worker, nobody
is counted twice for the same kind of support. Somebody who left a want without an account counts each time.

A small count is not shown, so that it points at nobody. Another is held back where it would give a small one away.
No month is counted twice.{rounding}
"""


def _members(figures: Figures, own: list[Opportunity]) -> str:
    total = (
        f"Residents told us of {{{{ {figures[ALL].id} }}}} that they could not meet near them."
        if ALL in figures
        else ""
    )
    met = sum(one.state == "met" for one in own)
    open_words = "Each opportunity here came from these wants."
    done = " At least one of them can now be met." if met else " None of them is met yet."
    money = "The money is small: most answers begin with a small grant."
    return f"# For elected members\n\n{total} {open_words}{done} {money}\n"


def _contact() -> str:
    environment = settings.ENVIRONMENT
    return f"# Contact\n\nWrite to {environment.contact_email} or call {environment.contact_phone}.\n"
