"""One person's sum, every pound explained, to be read aloud and challenged."""

from datetime import date

from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.points_steps import points_steps
from marketcross.engine.rules.allocation.reckoner_steps import reckoner_steps
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner
from marketcross.engine.rules.allocation.sums import NoFigure, Sums
from marketcross.engine.rules.explanation import Explanation, Origin, Step, Used
from marketcross.engine.vocabulary.money import pounds

_WHY = {
    NoFigure.ANSWER: "because one of your answers is that none of the scheme's descriptions fits you",
    NoFigure.PRACTITIONER: "because your practitioner judges your needs to be so unusual that a sum would mislead",
    NoFigure.BEYOND: "because your needs go beyond what the scheme has prices for",
}
_START = (
    "This is where planning starts, not where it ends. Your personal budget is what it costs to meet your eligible "
    "needs (Care Act 2014, section 26), whether that is more or less than this sum."
)
_CHALLENGE = (
    "You can ask how any answer or price was arrived at, say that the sum is not enough, and ask the council to look "
    "at it again (Care and Support Statutory Guidance 11.24)."
)


def explain(scheme: Reckoner | PointsScheme, given: Answers, person: int, *, on: date | None = None) -> Explanation:
    """The sum of one person, by their place in the table. ``on`` is the day; else the scheme's first."""
    one = Answers(given.level[:, [person]], given.met[:, [person]], given.unusual[[person]])
    sums = tried(scheme, one)
    steps = reckoner_steps(scheme, one) if isinstance(scheme, Reckoner) else points_steps(scheme, one)
    # Without a figure the answers are shown and their sum is not: it would be taken for one.
    steps = [*steps, _reserve(scheme, sums)] if sums.given[0] else [*steps[:-1], _no_figure(scheme, sums)]
    return Explanation(
        about=f"Indicative budget by '{scheme.title}' ({scheme.council})",
        on=on or scheme.start,
        answer=_answer(sums),
        steps=tuple(steps),
        remarks=(*_no_need(scheme, one), _START, _CHALLENGE, *_warnings(scheme)),
    )


def _answer(sums: Sums) -> str:
    if not sums.given[0]:
        return f"No figure: your plan is costed instead, {_WHY[NoFigure(int(sums.no_figure[0]))]}."
    least, usual, most, once = (pounds(int(sum_[0])) for sum_ in (sums.least, sums.usual, sums.most, sums.once))
    also = f", and {once} once" if sums.once[0] else ""
    between = f"Support like this usually comes to between {least} and {most} a week."
    return f"About {usual} a week{also}, to start planning with. {between}"


def _reserve(scheme: Reckoner | PointsScheme, sums: Sums) -> Step:
    percent = scheme.contingency.percent
    used = (Used("reserve", percent, "percent", Origin.POLICY),)
    said = f"{scheme.contingency.says} For a sum like yours it is {pounds(int(sums.reserve[0]))} a week."
    return Step("reserve", f"{scheme.scheme}, contingency", said, used, int(sums.reserve[0]), "pence_per_week")


def _no_figure(scheme: Reckoner | PointsScheme, sums: Sums) -> Step:
    why = _WHY[NoFigure(int(sums.no_figure[0]))]
    said = f"There is no figure, {why}. Your support is planned first, and what it costs becomes your personal budget."
    return Step("no_figure", f"{scheme.scheme}, no figure: cost it from the plan", said)


def _no_need(scheme: Reckoner | PointsScheme, one: Answers) -> list[str]:
    without = [
        q.topic for q, level in zip(scheme.questions, one.level[:, 0], strict=True) if not q.levels[level].is_need
    ]
    return [f"You said that you need no support with: {', '.join(without)}."] if without else []


def _warnings(scheme: Reckoner | PointsScheme) -> list[str]:
    said = []
    if scheme.made_example:
        said.append("This scheme is a made example. No council uses it, and its prices are not anybody's.")
    if scheme.status == "draft":
        said.append("This scheme is a draft: the council has not published it.")
    if scheme.status == "what_if":
        said.append("This scheme is a what-if. It gives nobody a sum: it shows what would happen if it were used.")
    return said
