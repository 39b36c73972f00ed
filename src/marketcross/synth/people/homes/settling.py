"""The state of housing people: who lives where so far, and as what."""

import numpy as np
from numpy.typing import NDArray

from marketcross.synth.people.codes import Role
from marketcross.synth.people.matching import Ages, Places

UNHOUSED = -1


class Settling:
    """Arrays by person: ``home`` is the number of the household or UNHOUSED, ``role`` what they are there."""

    def __init__(self, age: Ages, sex: Ages) -> None:
        self.age, self.sex = age, sex
        self.home = np.full(len(age), UNHOUSED, dtype=np.int64)
        self.role = np.full(len(age), Role.REFERENCE, dtype=np.int64)
        self.homes = 0

    def unhoused(self, adults: NDArray[np.bool_]) -> Places:
        """Those of the marked who live nowhere yet."""
        return np.flatnonzero((self.home == UNHOUSED) & adults)

    def found(self, people: Places) -> Ages:
        """Each becomes the reference person of a household of their own; its number."""
        new = np.arange(self.homes, self.homes + len(people))
        self.home[people], self.role[people] = new, Role.REFERENCE
        self.homes += len(people)
        return new

    def join(self, people: Places, homes: Ages, role: Role) -> None:
        self.home[people], self.role[people] = homes, role

    def references(self) -> Places:
        return np.flatnonzero((self.home != UNHOUSED) & (self.role == Role.REFERENCE))
