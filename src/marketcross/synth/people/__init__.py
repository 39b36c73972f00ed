"""A made population: people, their households, who cares for whom, and the neighbourhoods they live in.

``made_people`` makes it, neighbourhood by neighbourhood, from a seeded generator; ``in_chunks`` cuts the tables into
blocks of rows. docs/method/made-people.md says how, docs/reference/made-people.md what each column holds.
"""

from marketcross.synth.people.columns import TABLES, Table
from marketcross.synth.people.fitting.likeness import Likeness, Place, Printed
from marketcross.synth.people.fitting.report import Fit
from marketcross.synth.people.making import Made, made_people
from marketcross.synth.people.plan import MOST_PEOPLE, Plan, plan
from marketcross.synth.people.streaming import in_chunks

__all__ = [
    "MOST_PEOPLE",
    "TABLES",
    "Fit",
    "Likeness",
    "Made",
    "Place",
    "Plan",
    "Printed",
    "Table",
    "in_chunks",
    "made_people",
    "plan",
]
