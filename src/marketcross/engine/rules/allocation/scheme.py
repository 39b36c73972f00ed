"""An allocation scheme as a council publishes it: questions in plain English, and what each answer brings.

Two kinds share one shape. A ready reckoner gives each answer hours and kinds of support, priced from a table of local
prices. A points scheme gives each answer points, and one table turns the points into money. Which of them a council
uses is its policy: the same people, commands and reports serve both.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from marketcross.engine.rules.allocation.amounts import Amount, Id, Words
from marketcross.engine.rules.allocation.parts import (
    Calibration,
    Contingency,
    Part,
    Percent,
    PointsQuestion,
    Price,
    PriceRow,
    ReckonerQuestion,
)


class _Scheme(Part):
    scheme: Words = Field(description="the scheme's short name")
    title: Words = Field(description="what people call it")
    status: Literal["draft", "published", "what_if"] = Field(description="a what_if gives nobody a sum")
    made_example: bool = Field(False, description="true for the examples that come with this project")
    council: Words = Field(description="whose scheme it is")
    start: date = Field(alias="from", description="the first day on which it is used")
    until: date | None = Field(None, description="the first day on which it is no longer used")
    person: Literal["adult", "carer"] = Field(alias="for", description="whose outcomes its questions are about")
    about: Words = Field(description="what the scheme does, for the people whom it serves")
    met_by_others: dict[Id, Percent] = Field(
        description="the words for what unpaid support already meets of an answer, and the percentage each stands for"
    )
    contingency: Contingency = Field(description="the council's reserve")
    not_asked: dict[Id, Words] = Field(default_factory=dict, description="outcomes without a question, and why")
    held_to_budget: Amount | None = Field(None, description="set where prices were scaled to a total: a what-if only")


class Reckoner(_Scheme):
    """A ready reckoner: hours and kinds of support per answer, at local prices."""

    kind: Literal["ready_reckoner"] = Field(description="ready_reckoner")
    prices: dict[Id, Price] = Field(description="the kinds of support and their prices")
    questions: Annotated[tuple[ReckonerQuestion, ...], Field(min_length=1, description="what is asked")]
    no_figure_above: Amount = Field(description="above this usual weekly sum, in pounds, the plan is costed instead")


class PointsScheme(_Scheme):
    """A points scheme: points per answer, and one table from points to money for everybody."""

    kind: Literal["points"] = Field(description="points")
    questions: Annotated[tuple[PointsQuestion, ...], Field(min_length=1, description="what is asked")]
    price_table: Annotated[tuple[PriceRow, ...], Field(min_length=1, description="from points to money")]
    prices_from: Words = Field(description="where the price table comes from, or that it was made up for the example")
    no_figure_above_points: Annotated[int, Field(ge=0)] = Field(description="above it the plan is costed instead")
    calibration: Calibration = Field(
        default_factory=Calibration.model_construct, description="how the table is found from past plans"
    )


Scheme = Annotated[Reckoner | PointsScheme, Field(discriminator="kind")]
