"""Names from syllables: every start with every end, so that no list of real names is used."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.synth.people.codes import Ethnicity, Sex
from marketcross.synth.people.known import known

Text = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Culture:
    """``given`` is by sex. Shares are of 1."""

    given: tuple[Text, Text]
    family: Text
    family_first: bool
    one_name: float
    hyphenated: float
    keeps_name: float


@cache
def cultures() -> tuple[Culture, ...]:
    return tuple(_culture(facts) for facts in known("names")["cultures"].values())


@cache
def culture_of_group() -> NDArray[np.int64]:
    """The place of a culture for each number of an ethnic group; the number 0 is no group."""
    order = list(known("names")["cultures"])
    groups = known("ethnicity")["groups"]
    return np.array([0, *(order.index(groups[group.name.lower()]["names"]) for group in Ethnicity)])


def _culture(facts: Any) -> Culture:
    given = tuple(names(facts[sex.name.lower()]["starts"], facts[sex.name.lower()]["ends"]) for sex in Sex)
    return Culture(
        (given[0], given[1]),
        names(facts["family"]["starts"], facts["family"]["ends"]),
        bool(facts.get("family_first")),
        facts["one_name"] / 100,
        facts["hyphenated"] / 100,
        facts["keeps_name"] / 100,
    )


def names(starts: list[str], ends: list[str]) -> Text:
    """Every start with every end."""
    return np.array([start + end for start in starts for end in ends])
