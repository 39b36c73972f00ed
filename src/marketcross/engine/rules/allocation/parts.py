"""The parts of an allocation scheme: prices, questions, levels, and what each answer brings."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from marketcross.engine.rules.allocation.amounts import Amount, Id, Quantity, Words

Percent = Annotated[int, Field(ge=0, le=100)]
OfAHundred = Annotated[int, Field(ge=1, le=99)]


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
    usual: Amount = Field(description="the usual price of one, in pounds")
    least: Amount | None = Field(None, description="the least that one costs here; the usual if left out")
    most: Amount | None = Field(None, description="the most that one costs here; the usual if left out")
    source: Words = Field(description="who says so, or that the price was made up for the example")
    made: bool = Field(False, description="true where the price was made up for an example")

    @property
    def ends(self) -> tuple[int, int, int]:
        """Least, usual and most, in pence; an end that is not given is the usual."""
        return _ends(self.least, self.usual, self.most)


class Support(Part):
    """So much of one kind of support: what people with this answer usually need, and the least and the most."""

    kind: Id = Field(description="a kind of support that has a price")
    usual: Quantity = Field(description="how many people with this answer usually need")
    least: Quantity | None = Field(None, description="the least that they need; the usual if left out")
    most: Quantity | None = Field(None, description="the most that they need; the usual if left out")

    @property
    def ends(self) -> tuple[int, int, int]:
        """Least, usual and most, in hundredths; an end that is not given is the usual."""
        return _ends(self.least, self.usual, self.most)


class Level(Part):
    """One possible answer."""

    id: Id = Field(description="the word that a table of people holds")
    says: Words = Field(description="the answer in the words that a person would use")
    no_figure: bool = Field(False, description="true where needs are so unusual that a sum would mislead")

    @property
    def is_need(self) -> bool:
        """Whether the answer says that something is needed."""
        return self.no_figure


class ReckonerLevel(Level):
    """One possible answer of a ready reckoner."""

    support: tuple[Support, ...] = Field((), description="what it brings")

    @property
    def is_need(self) -> bool:
        return self.no_figure or bool(self.support)


class PointsLevel(Level):
    """One possible answer of a points scheme."""

    points: Annotated[int, Field(ge=0, le=1000)] = Field(0, description="the points that it brings")

    @property
    def is_need(self) -> bool:
        return self.no_figure or self.points > 0


class Question(Part):
    """A question about one outcome; its levels go from the least need to the most."""

    id: Id = Field(description="the name of its column in a table of people")
    outcome: Id = Field(description="the outcome of the eligibility regulations that it is about")
    topic: Words = Field(description="what it is about, in a word or two: eating and drinking")
    ask: Words = Field(description="the question in plain English")
    levels: Annotated[tuple[Level, ...], Field(min_length=2, description="the possible answers")]


class ReckonerQuestion(Question):
    """A question of a ready reckoner."""

    levels: Annotated[tuple[ReckonerLevel, ...], Field(min_length=2, description="the possible answers")]


class PointsQuestion(Question):
    """A question of a points scheme."""

    levels: Annotated[tuple[PointsLevel, ...], Field(min_length=2, description="the possible answers")]


class Contingency(Part):
    """What the council keeps in reserve, beyond all the sums, to raise those that prove insufficient."""

    percent: Percent = Field(description="of each usual sum, in a hundred")
    says: Words = Field(description="what the person is told about it")


class PriceRow(Part):
    """From this many points a week comes to this much: the usual sum, and the range."""

    points: Annotated[int, Field(ge=0)] = Field(description="the fewest points that it serves")
    least: Amount = Field(description="what such plans cost at the lower end, in pounds a week")
    usual: Amount = Field(description="the sum, in pounds a week")
    most: Amount = Field(description="what such plans cost at the upper end, in pounds a week")


class Calibration(Part):
    """How the price table is to be found from past plans: see docs/method/calibration.md."""

    least: OfAHundred = Field(25, description="the lower end is enough for this many of 100 past plans")
    usual: OfAHundred = Field(60, description="the sum is enough for this many of 100 past plans")
    most: OfAHundred = Field(90, description="the upper end is enough for this many of 100 past plans")
    fewest_plans: Annotated[int, Field(ge=5)] = Field(10, description="no price rests on fewer plans")
    round_up_to: Amount = Field(100, description="prices are rounded up to the next multiple of this, in pounds")
