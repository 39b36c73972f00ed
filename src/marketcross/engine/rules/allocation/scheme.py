"""An allocation scheme as a council publishes it: questions in plain English, and what each answer brings.

Two kinds share one shape. A ready reckoner gives each answer hours and kinds of support, priced from a table of local
prices. A points scheme gives each answer points, and one table turns the points into money. Which of them a council
uses is its policy: the same people, commands and reports serve both.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from marketcross.engine.rules.allocation.amounts import Amount, Id, Quantity, Words

Percent = Annotated[int, Field(ge=0, le=100)]


class Part(BaseModel):
    """A part of a scheme: it does not change once read, and holds nothing that the reader does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def _ends(least: int | None, usual: int, most: int | None) -> tuple[int, int, int]:
    return (usual if least is None else least, usual, usual if most is None else most)


class Price(Part):
    """What one kind of support costs here: the usual price, and the least and most that people pay."""

    one: Words = Field(description="one of it in words: hour of help at home")
    many: Words = Field(description="several of it in words: hours of help at home")
    per: Literal["week", "year", "once"] = Field("week", description="what quantities are for")
    usual: Amount
    least: Amount | None = None
    most: Amount | None = None
    source: Words = Field(description="who says so, or that the price was made up for the example")
    made: bool = Field(False, description="true where the price was made up for an example")

    @property
    def ends(self) -> tuple[int, int, int]:
        """Least, usual and most, in pence; an end that is not given is the usual."""
        return _ends(self.least, self.usual, self.most)


class Support(Part):
    """So much of one kind of support: what people with this answer usually need, and the least and the most."""

    kind: Id
    usual: Quantity
    least: Quantity | None = None
    most: Quantity | None = None

    @property
    def ends(self) -> tuple[int, int, int]:
        """Least, usual and most, in hundredths; an end that is not given is the usual."""
        return _ends(self.least, self.usual, self.most)


class Level(Part):
    """One possible answer. ``no_figure`` marks needs so unusual that a sum would mislead."""

    id: Id
    says: Words = Field(description="the answer in the words that a person would use")
    no_figure: bool = False

    @property
    def is_need(self) -> bool:
        """Whether the answer says that something is needed."""
        return self.no_figure


class ReckonerLevel(Level):
    support: tuple[Support, ...] = ()

    @property
    def is_need(self) -> bool:
        return self.no_figure or bool(self.support)


class PointsLevel(Level):
    points: Annotated[int, Field(ge=0, le=1000)] = 0

    @property
    def is_need(self) -> bool:
        return self.no_figure or self.points > 0


class Question(Part):
    """A question about one outcome; its levels go from the least need to the most."""

    id: Id
    outcome: Id = Field(description="the outcome of the eligibility regulations that the question is about")
    topic: Words = Field(description="what it is about, in a word or two: eating and drinking")
    ask: Words
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]


class ReckonerQuestion(Question):
    levels: Annotated[tuple[ReckonerLevel, ...], Field(min_length=2)]


class PointsQuestion(Question):
    levels: Annotated[tuple[PointsLevel, ...], Field(min_length=2)]


class Contingency(Part):
    """What the council keeps in reserve, beyond all the sums, to raise those that prove insufficient."""

    percent: Percent
    says: Words


class PriceRow(Part):
    """From this many points a week comes to this much: the usual sum, and the range."""

    points: Annotated[int, Field(ge=0)]
    least: Amount
    usual: Amount
    most: Amount


class Calibration(Part):
    """How the price table is to be found from past plans: see docs/method/calibration.md."""

    least: Annotated[int, Field(ge=1, le=99, description="enough for this many of 100 past plans")] = 25
    usual: Annotated[int, Field(ge=1, le=99)] = 60
    most: Annotated[int, Field(ge=1, le=99)] = 90
    fewest_plans: Annotated[int, Field(ge=5, description="no sum rests on fewer plans")] = 10
    round_up_to: Amount = 100


class _Scheme(Part):
    scheme: Words = Field(description="the scheme's short name")
    title: Words
    status: Literal["draft", "published", "what_if"]
    made_example: bool = Field(False, description="true for the examples that come with this project")
    council: Words
    start: date = Field(alias="from", description="the first day on which it is used")
    until: date | None = Field(None, description="the first day on which it is no longer used")
    person: Literal["adult", "carer"] = Field(alias="for")
    about: Words
    met_by_others: dict[Id, Percent] = Field(
        description="the words for what unpaid support already meets of an answer, and the percentage each stands for"
    )
    contingency: Contingency
    not_asked: dict[Id, Words] = Field(default_factory=dict, description="outcomes without a question, and why")
    held_to_budget: Amount | None = Field(None, description="set where prices were scaled to a total: a what-if only")


class Reckoner(_Scheme):
    """Hours and kinds of support per answer, at local prices."""

    kind: Literal["ready_reckoner"]
    prices: dict[Id, Price]
    questions: Annotated[tuple[ReckonerQuestion, ...], Field(min_length=1)]
    no_figure_above: Amount = Field(description="above this usual weekly sum the plan is costed instead")


class PointsScheme(_Scheme):
    """Points per answer, and one table from points to money for everybody."""

    kind: Literal["points"]
    questions: Annotated[tuple[PointsQuestion, ...], Field(min_length=1)]
    price_table: Annotated[tuple[PriceRow, ...], Field(min_length=1)]
    prices_from: Words = Field(description="where the price table comes from, or that it was made up for the example")
    no_figure_above_points: Annotated[int, Field(ge=0)]
    calibration: Calibration = Calibration()


Scheme = Annotated[Reckoner | PointsScheme, Field(discriminator="kind")]
