"""The tables of a made population and their columns, said once for files, schemas and documents."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from numpy.typing import NDArray

from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.synth.people import codes

Cells: TypeAlias = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the output. ``about`` says what a row is."""

    name: str
    about: str
    columns: tuple[Column, ...]


def _text(name: str, about: str) -> Column:
    return Column(name, Kind.TEXT, about)


def _code(name: str, about: str, words: type[IntEnum]) -> Column:
    return Column(name, Kind.CODE, about, codes=words)


def _weekly(name: str, about: str) -> Column:
    return Column(name, Kind.MONEY, about, "pence_per_week")


def _count(name: str, about: str) -> Column:
    return Column(name, Kind.COUNT, about)


CONDITIONS = {
    codes.Condition.DEMENTIA: "Has dementia.",
    codes.Condition.LEARNING_DISABILITY: "Has a learning disability.",
    codes.Condition.AUTISM: "Is autistic.",
    codes.Condition.MODERATE_PHYSICAL_DISABILITY: "Has a moderate physical disability (ages 18 to 64).",
    codes.Condition.SERIOUS_PHYSICAL_DISABILITY: "Has a serious physical disability (ages 18 to 64).",
    codes.Condition.VISUAL_IMPAIRMENT: "Has a serious (18 to 64) or a moderate or severe (65 on) visual impairment.",
    codes.Condition.COMMON_MENTAL_DISORDER: "Has a common mental disorder such as anxiety (ages 18 to 64).",
    codes.Condition.PSYCHOTIC_DISORDER: "Has a psychotic disorder (ages 18 to 64).",
    codes.Condition.DEPRESSION: "Has depression (ages 65 and over).",
    codes.Condition.FALL_IN_A_YEAR: "Fell in the last twelve months (ages 65 and over).",
}

MADE = Column("made", Kind.FLAG, "Always yes: nobody and nothing in this row is real.")

_PEOPLE = (
    _text("person", "Opaque reference of the person."),
    MADE,
    _text("household", "Reference of the household, a row of households."),
    _text("neighbourhood", "The neighbourhood lived in, a row of neighbourhoods."),
    _code("role", "What the person is in the household.", codes.Role),
    _text("name", "The whole name as it is used, in the order in which it is used."),
    _text("given_name", "The given name; the only one where somebody has one name."),
    _text("family_name", "The family name; empty where somebody has one name."),
    _code("sex", "Sex.", codes.Sex),
    Column("born", Kind.DATE, "Date of birth."),
    _count("age", "Age in whole years on the reference day."),
    _text(
        "nhs_number", "NHS number of the test range 999, with a valid check digit; empty where the range is used up."
    ),
    _code("ethnicity", "Ethnic group.", codes.Ethnicity),
    _code("first_language", "First language.", codes.Language),
    _code("religion", "Religion; a question that nobody need answer.", codes.Religion),
    _text("telephone", "Landline of the household, of the range kept for drama; may be empty."),
    _text("mobile", "Mobile of the range kept for drama; may be empty. Its thousand numbers are shared by many."),
    _text("email", "Address at a domain kept for examples; may be empty."),
    _code("preferred_contact", "How the person prefers to be reached; always one that is there.", codes.Reach),
    _code("limited", "How far a lasting condition limits daily life.", codes.Limited),
    *(Column(code.name.lower(), Kind.FLAG, about) for code, about in CONDITIONS.items()),
    _weekly("earnings", "Earnings after tax."),
    _weekly("state_pension", "State pension."),
    _weekly("other_pension", "Pension of a former employer or one's own."),
    _code("disability_benefit", "Attendance allowance, or the daily living part of PIP.", codes.Rate),
    _weekly("disability_benefit_amount", "What that benefit pays."),
    _weekly("means_tested_benefit", "Pension credit, or universal credit without its housing part."),
    Column("capital", Kind.MONEY, "Savings and investments, without the home.", "pence"),
)

_HOUSEHOLDS = (
    _text("household", "Opaque reference of the household."),
    MADE,
    _text("neighbourhood", "The neighbourhood it is in, a row of neighbourhoods."),
    _count("size", "People who live in it."),
    _code("kind", "Who lives with whom.", codes.HouseholdKind),
    _code("tenure", "How the home is held.", codes.Tenure),
    Column("home_value", Kind.MONEY, "What the home is worth, if it is owned, else 0.", "pence"),
    _text("address", "House number and street."),
    _text("town", "The made town."),
    _text("postcode", "A postcode of the area ZX, which is not allocated."),
)

_CARING = (
    _text("carer", "The person who cares, unpaid."),
    MADE,
    _text("cared_for", "The person they care for."),
    _code("cared_for_is", "What the person cared for is to the carer.", codes.CaredFor),
    Column("lives_with", Kind.FLAG, "Both live in one household."),
    _code("hours", "Hours of care a week.", codes.Hours),
)

_NEIGHBOURHOODS = (
    _text("neighbourhood", "Opaque reference of the neighbourhood."),
    MADE,
    _text("name", "Its made name."),
    _text("place", "The place it is in: a locality of the pack, where one was given."),
    _text("council_locality", "The council's locality it is in."),
    _text("health_locality", "The health locality it is in."),
    _text("primary_care_network", "The primary care network that serves it."),
    _count("people", "People who live in it."),
)

TABLES = (
    Table("neighbourhoods", "A neighbourhood, with the localities of other kinds that it lies in.", _NEIGHBOURHOODS),
    Table("households", "A household with its home.", _HOUSEHOLDS),
    Table("people", "A person.", _PEOPLE),
    Table("caring", "That somebody cares, unpaid, for somebody.", _CARING),
)
